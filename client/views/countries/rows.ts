import type { Extent } from "../../../data/analysis/table.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { type ColorName, platformColors } from "../../../data/chart/palette.ts";
import { type DayNumber, numberOf } from "../../../data/model/day.ts";
import type { Figure } from "../../../data/model/figure.ts";
import { type DailySeries, seriesId } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { kindsOf, type SourceKind } from "../../../data/model/source.ts";
import type { View } from "../../../data/model/view.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import { countryWords } from "../../controls/search.ts";

/** One series of a platform in a country. */
export interface CountryRow {
  id: string;
  /** `platform.COUNTRY`: what an address carries of a chosen row. */
  name: string;
  platformId: string;
  countryId: string;
  platform: string;
  /** Country, and topic where it is not all of them. */
  place: string;
  source: string;
  kind: SourceKind;
  color: ColorName;
  series: DailySeries;
  /** One a day of the range. */
  values: (number | null)[];
  /** Index of the largest of `values`, of the smallest of ranks; -1 where there is none. */
  top: number;
  latest: Latest | null;
  /** Days reported, and from the first to the last of them. */
  reported: number;
  spanned: number;
  /** What a search looks into. */
  words: string;
}

interface Latest {
  day: DayNumber;
  value: number;
  /** Whether a published figure gives exactly this value for this day. */
  published: boolean;
}

/**
 * A row for each series with any day, in the order of the view's platforms, then by country.
 *
 * @param range the days that a sparkline shows and of which the latest is taken
 */
export function countryRows(
  view: View,
  { catalog, series, figures }: Pick<AllLoaded, "catalog" | "series" | "figures">,
  range: Extent,
): CountryRow[] {
  const kindOf = kindsOf(catalog.sources);
  const ranked = catalog.metrics.find((metric) => metric.id === view.metric)?.over_time === "min";
  const colors = platformColors(view.platforms);
  const fixing = figures.filter((figure) => figure.metric_id === view.metric && figure.date_from === figure.date_to);
  const asked = view.day === "" ? null : numberOf(view.day);
  const rows = series
    .filter((one) => one.days.length > 0)
    .map((one): CountryRow => {
      const platform = nameOf(catalog.platforms, one.platform);
      const topic = one.topic === ALL_TOPICS ? [] : [nameOf(catalog.topics, one.topic)];
      const place = [nameOf(catalog.countries, one.country), ...topic].join(", ");
      const source = nameOf(catalog.sources, one.source);
      const kind = kindOf(one.source);
      const values = valuesIn(one, range);
      return {
        ...{ id: seriesId(one), name: `${one.platform}.${one.country}`, platformId: one.platform, countryId: one.country },
        ...{ platform, place, source, kind, series: one, values, top: topOf(values, ranked) },
        color: colors.get(one.platform) ?? "text-3",
        latest: latestOf(one, range, asked, fixing),
        reported: one.days.length,
        spanned: (one.days.at(-1) as number) - (one.days[0] as number) + 1,
        words: [platform, place, source, kind, ...countryWords(one.country)].join(" "),
      };
    });
  const rank = (row: CountryRow) => view.platforms.indexOf(row.platformId);
  return rows.sort((a, b) => rank(a) - rank(b) || a.place.localeCompare(b.place) || a.source.localeCompare(b.source));
}

/** Whether a platform has several sources in one country: then a row must name its own. */
export function hasSeveralSources(rows: readonly CountryRow[]): boolean {
  const sources = new Map<string, string>();
  return rows.some(({ name, source }) => {
    const other = sources.get(name);
    sources.set(name, source);
    return other !== undefined && other !== source;
  });
}

function valuesIn({ days, values }: DailySeries, { from, to }: Extent): (number | null)[] {
  const found = new Array<number | null>(Math.max(0, to - from + 1)).fill(null);
  days.forEach((day, index) => {
    if (day >= from && day <= to) found[day - from] = values[index] as number;
  });
  return found;
}

function topOf(values: readonly (number | null)[], ranked: boolean): number {
  let top = -1;
  values.forEach((value, index) => {
    if (value === null) return;
    const best = values[top];
    if (best === undefined || best === null || (ranked ? value < best : value > best)) top = index;
  });
  return top;
}

/** The value of the day that is asked for; else of the last day of the range that has one. */
function latestOf(series: DailySeries, range: Extent, asked: DayNumber | null, figures: readonly Figure[]): Latest | null {
  const index = asked === null ? series.days.findLastIndex((day) => day >= range.from && day <= range.to) : series.days.indexOf(asked);
  if (index < 0) return null;
  const [day, value] = [series.days[index] as number, series.values[index] as number];
  const published = figures.some(
    (figure) =>
      figure.platform === series.platform &&
      figure.country === series.country &&
      figure.fixes.includes(series.source) &&
      numberOf(figure.date_from) === day &&
      figure.value === value,
  );
  return { day, value, published };
}
