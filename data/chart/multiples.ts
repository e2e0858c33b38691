import type { Catalog } from "../model/catalog.ts";
import type { SourceKind } from "../model/source.ts";
import { linearAxis, logAxis, type ValueAxis } from "./axis.ts";
import type { Line } from "./lines.ts";
import type { FigureMark } from "./marks.ts";
import { nameOf } from "./names.ts";
import type { ChartModel } from "./picture.ts";
import type { ComparedLine } from "./reshaped.ts";

/** The small picture of one country. */
export interface CountryPanel {
  /** A country, or the summed ones joined by `+`. */
  country: string;
  title: string;
  /** What tells its lines apart stands in their labels: the platform, and the source where there are several. */
  lines: Line[];
  /** Those of a second period, behind them; mostly none. */
  compared: ComparedLine[];
  figures: FigureMark[];
  /** Of its lines, each once. */
  kinds: SourceKind[];
}

/** Small pictures side by side, all on one scale. */
export interface Multiples {
  axis: ValueAxis;
  /** In the order of the view. */
  panels: CountryPanel[];
  /** Names of the countries for which there is no room. */
  left: string[];
}

/** More small pictures than these are no picture. */
export const MOST_PANELS = 40;

/**
 * A picture as small ones, one a country: the same lines and figures, on one value axis for all, so that a height and a
 * slope mean the same everywhere. A country without data keeps its place, and is empty.
 *
 * @param beside values that the axis must have room for, too
 * @returns `null` where nothing can be drawn
 * @example multiplesOf(chartModel(input), catalog)?.panels.map((panel) => panel.title) // ["United States", "Germany"]
 */
export function multiplesOf(
  model: ChartModel,
  catalog: Pick<Catalog, "platforms" | "countries" | "topics" | "sources">,
  beside: ReadonlyMap<string, readonly number[]> = new Map(),
): Multiples | null {
  const first = model.panels[0]?.axis;
  if (!first) return null;
  const lines = model.panels.flatMap((panel) => panel.lines);
  const compared = model.panels.flatMap((panel) => panel.compared);
  const figures = model.panels.flatMap((panel) => panel.figures);
  const summed = lines.some((line) => line.country.includes("+"));
  const countries = [...new Set([...(summed ? [] : model.view.countries), ...lines.map((line) => line.country)])];
  const labelOf = labels(lines, catalog, model.speech.words.comma);
  const panels = countries.map((country): CountryPanel => {
    const own = lines.filter((line) => line.country === country).map((line) => ({ ...line, label: labelOf(line) }));
    return {
      country,
      title: model.speech.words.place(country, catalog.countries),
      lines: own,
      compared: compared.filter((line) => line.country === country),
      figures: figures.filter((mark) => mark.figure.country === country),
      kinds: [...new Set(own.map((line) => line.kind))],
    };
  });
  const values = panels
    .slice(0, MOST_PANELS)
    .flatMap((panel) => [
      ...panel.lines.flatMap((line) => [...line.points.map((point) => point.value), ...(beside.get(line.id) ?? [])]),
      ...panel.compared.flatMap((line) => line.points.map((point) => point.value)),
      ...panel.figures.map((mark) => mark.value),
    ]);
  const tick = model.speech.wording?.tick ?? model.speech.format.compact;
  const downwards = first.bottom > first.top;
  const axis = first.scale === "log" ? logAxis(values, downwards, tick) : linearAxis(values, downwards, tick);
  if (!axis) return null;
  return { axis, panels: panels.slice(0, MOST_PANELS), left: panels.slice(MOST_PANELS).map((panel) => panel.title) };
}

/** Names of lines inside a country: what differs among all of them; the platform where nothing does. */
function labels(lines: readonly Line[], catalog: Pick<Catalog, "platforms" | "topics" | "sources">, comma: string): (line: Line) => string {
  const several = (pick: (line: Line) => string) => new Set(lines.map(pick)).size > 1;
  const [topics, sources] = [several((line) => line.topic), several((line) => line.source)];
  const platforms = several((line) => line.platform) || !(topics || sources);
  return (line) =>
    [
      platforms ? nameOf(catalog.platforms, line.platform) : "",
      topics ? nameOf(catalog.topics, line.topic) : "",
      sources ? nameOf(catalog.sources, line.source) : "",
    ]
      .filter(Boolean)
      .join(comma);
}
