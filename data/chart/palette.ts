import { type SeriesColumn, seriesId } from "../model/series.ts";
import type { Source } from "../model/source.ts";
import type { View } from "../model/view.ts";

/** Name of a colour in `client/styles/tokens.css`, without the dashes in front. */
export type ColorName = "rednote" | "tiktok" | "series-3" | "series-4" | "series-5" | "series-6" | "series-7" | "series-8" | "text-3";

/** How a line is drawn. Dash and kind belong together: solid is observed, dashes are modelled. */
export interface Stroke {
  color: ColorName;
  /** SVG dash array; empty is solid. */
  dash: string;
  /** Pixels. */
  width: number;
  cap: "butt" | "round";
  /** Illustrative: the field under the line is hatched. */
  hatched: boolean;
  /** Of the second period: fainter, with diamonds upon it. */
  second?: true;
}

const ACCENTS: Record<string, ColorName> = { rednote: "rednote", tiktok: "tiktok" };
/** The hues beside the two accents, in the order in which they are handed out. */
export const FURTHER: readonly ColorName[] = ["series-3", "series-4", "series-5", "series-6", "series-7", "series-8"];
const MODELLED = [
  { dash: "7 4", width: 2.25, cap: "butt" },
  { dash: "0.1 5", width: 3.2, cap: "round" },
  { dash: "7 3 2 3", width: 2.25, cap: "butt" },
] as const;

/**
 * The stroke of each series, by {@link seriesId}. The hue says the platform: RedNote is the only red, TikTok the only
 * teal. Where a platform has several countries or topics, the first keeps its hue and the others take the further
 * ones, the same country the same hue in each panel. The dash says the source.
 *
 * @param sources all sources of the catalog: a source keeps its dash whatever else is shown
 */
export function strokes(view: View, columns: readonly SeriesColumn[], sources: readonly Source[]): Map<string, Stroke> {
  const colors = colorsOf(view, columns);
  const modelled = sources.filter((source) => source.kind === "modelled").map((source) => source.id);
  return new Map(
    columns.map((column): [string, Stroke] => {
      const color = colors.get(lineOf(column)) ?? "text-3";
      if (column.kind === "modelled") {
        const style = MODELLED[Math.max(0, modelled.indexOf(column.source)) % MODELLED.length] ?? MODELLED[0];
        return [seriesId(column), { color, ...style, hatched: false }];
      }
      const width = column.kind === "estimate" ? 1.5 : 2.25;
      return [seriesId(column), { color, dash: "", width, cap: "butt", hatched: column.kind === "illustrative" }];
    }),
  );
}

/** The hue of each platform of a view, for keys and figures. */
export function platformColors(platforms: readonly string[]): Map<string, ColorName> {
  let next = 0;
  return new Map(platforms.map((platform) => [platform, ACCENTS[platform] ?? FURTHER[next++] ?? "text-3"]));
}

/** The hue of each (platform, country, topic), by {@link lineOf}. */
function colorsOf(view: View, columns: readonly SeriesColumn[]): Map<string, ColorName> {
  const platforms = platformColors(view.platforms);
  let next = view.platforms.filter((platform) => !(platform in ACCENTS)).length;
  const colors = new Map<string, ColorName>();
  const handedOut = new Map<string, ColorName>();
  const first = new Map<string, string>();
  for (const column of columns) {
    const line = lineOf(column);
    if (colors.has(line)) continue;
    const place = placeOf(column, view);
    if (!first.has(column.platform)) first.set(column.platform, columns[0] ? placeOf(columns[0], view) : place);
    if (first.get(column.platform) === place) {
      colors.set(line, platforms.get(column.platform) ?? "text-3");
      continue;
    }
    const shared = view.layout === "panels" ? place : view.layout === "countries" ? `${column.platform}/${place}` : line;
    const color = handedOut.get(shared) ?? FURTHER[next++] ?? "text-3";
    handedOut.set(shared, color);
    colors.set(line, color);
  }
  return colors;
}

/** What of a platform has a hue of its own. Where each country has a picture of its own, its hues are those of all. */
function placeOf({ country, topic }: Pick<SeriesColumn, "country" | "topic">, { layout }: View): string {
  return layout === "countries" ? topic : `${country}/${topic}`;
}

/** What a hue stands for: a platform in a country on a topic, whatever the source. */
export function lineOf(series: { platform: string; country: string; topic: string }): string {
  return `${series.platform}/${series.country}/${series.topic}`;
}
