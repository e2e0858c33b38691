import { CHART } from "../../data/chart/chart-words.ts";
import { QUANTITY, quantityName } from "../../data/chart/quantity-words.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { numberOf, partsOf } from "../../data/model/day.ts";
import type { Figure } from "../../data/model/figure.ts";
import { ALL_TOPICS } from "../../data/model/slug.ts";
import { sourcesOf, type View } from "../../data/model/view.ts";
import { compact, dayWithYear, rangeText, shortRange, worded } from "../app/format.ts";
import { language, wordsOf } from "../app/language.ts";
import { TABLES } from "./words.ts";

/** What became of a figure in a view, and whether the picture follows it. */
export function figureState(figure: Figure, view: View, catalog: Pick<Catalog, "sources" | "metrics">): { text: string; follows: boolean } {
  const { state } = wordsOf(TABLES).figures;
  const shown = sourcesOf(view, catalog);
  if (figure.estimate_kind === "untraceable") return { text: state.untraceable, follows: false };
  if (figure.fixes.some((source) => shown.includes(source))) return { text: state.fixes, follows: true };
  if (figure.basis === "total" && figure.date_from !== figure.date_to) return { text: state.total, follows: false };
  if (figure.metric_id !== view.metric) return { text: state.other, follows: false };
  const sum =
    view.sum && view.countries.length > 1 && catalog.metrics.some((one) => one.id === view.metric && one.over_countries === "sum");
  // As an index or a change only those are drawn that fix a line.
  const other = view.measure !== "value" && view.measure !== "per100k";
  if (!view.figures || view.interval !== "day" || other || sum || !view.topics.includes(ALL_TOPICS))
    return { text: state.listed, follows: false };
  return { text: figure.fixes.length > 0 ? state.off : state.shown, follows: false };
}

/** The number as it was published, in its own unit. @example figureText({ value: -17, unit: "percent", … }) // "−17%" */
export function figureText(figure: Pick<Figure, "metric" | "value" | "unit" | "qualifier">): string {
  const { rank, orBetter, qualified, unit: units } = wordsOf(TABLES).figures;
  const { value, unit, qualifier } = figure;
  if (unit === "rank" && qualifier === "under") return orBetter(value);
  const sign = figure.metric.includes("growth") && unit === "percent" && value > 0 ? "+" : "";
  const number = unit === "percent" ? `${sign}${value}%` : unit === "times" ? `×${value}` : unit === "rank" ? rank(value) : compact(value);
  const plain = ["percent", "times", "rank"].includes(unit)
    ? qualifier === ""
      ? number
      : qualified[qualifier](number)
    : worded(value, qualifier);
  // Counts are of what the table is about; time is not, without its unit.
  const text = unit === "minutes" || unit === "hours" ? `${plain} ${units[unit]}` : plain;
  return text.replace("-", "−");
}

/** The publisher's own measure, where it is not the one of the view. @example "change of daily active users" */
export function measureText(figure: Pick<Figure, "metric" | "metric_id">, view: Pick<View, "metric">): string {
  if (figure.metric_id === view.metric) return "";
  return wordsOf(CHART).inside(quantityName(figure.metric, wordsOf(QUANTITY)));
}

/** The year in which most of some days are: it stands in the head of a column and not in each row. */
export function commonYear(days: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const day of days) {
    const { year } = partsOf(numberOf(day));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Days as short as they can be said beside a year that everybody knows. @example "6–11 Jan"; "31 Dec 2024" */
export function daysText(from: string, to: string, year: number | null): string {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (partsOf(first).year !== partsOf(last).year) return shortRange(first, last);
  if (partsOf(last).year === year) return shortRange(first, last);
  if (first === last) return dayWithYear(first);
  return language() === "en" ? `${shortRange(first, last)} ${partsOf(last).year}` : rangeText(first, last);
}
