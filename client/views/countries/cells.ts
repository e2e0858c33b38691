import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import type { SurgeFigure } from "../../../data/analysis/surge-figure.ts";
import type { Format } from "../../../data/chart/format.ts";
import { surgeRow } from "../../../data/chart/surge-row.ts";
import type { SurgeWords } from "../../../data/chart/surge-words.ts";
import type { Metric } from "../../../data/model/metric.ts";
import type { CountryRow } from "./rows.ts";
import type { CountriesWords } from "./words.ts";

/** What a cell says. */
export interface CellText {
  text: string;
  /** Under it: a day, a range, a reason. */
  small: string;
  /** More of it, for those who point at it or listen. */
  title: string;
  /** There is no number here. */
  missing: boolean;
}

/** What a cell says while its surge is not read. */
export const UNREAD = "…";

/** In what words and for which metric cells speak. */
export interface Told {
  metric: Pick<Metric, "unit" | "over_time">;
  words: CountriesWords;
  surge: SurgeWords;
  format: Format;
}

/** A figure of the surge. Where there is none, the first column of a row says so and why; the others have a dash. */
export function surgeCell(
  row: Pick<CountryRow, "kind">,
  answer: SurgeAnswer | undefined,
  figure: SurgeFigure,
  isFirst: boolean,
  { metric, words, surge, format }: Told,
): CellText {
  if (answer === undefined) return { text: UNREAD, small: "", title: words.notRead, missing: true };
  const told = surgeRow(answer, figure, { metric, kind: row.kind, words: surge, format });
  if (!answer.found)
    return isFirst
      ? { text: surge.none, small: told.text, title: told.note, missing: true }
      : { text: "–", small: "", title: told.note, missing: true };
  if (told.missing) return { text: "–", small: told.text, title: told.note, missing: true };
  const kind = surge.kind[row.kind];
  const title = kind === "" ? "" : kind;
  if (figure === "peak") {
    const amount = row.kind === "modelled" ? format.twoDigits : format.threeDigits;
    return { text: about(row, amount(answer.peak.value)), small: format.dayWithYear(answer.peak.day), title, missing: false };
  }
  const text = figure === "baseline" || figure === "plateau" || figure === "excess" ? about(row, told.text) : told.text;
  return { text, small: told.note, title, missing: false };
}

/** The latest value, or that of a day. */
export function latestCell(row: CountryRow, { words, format }: Told): CellText {
  if (row.latest === null) return { text: words.noValue, small: "", title: "", missing: true };
  const { value, day, published } = row.latest;
  const text = published
    ? format.compact(value)
    : about(row, row.kind === "modelled" ? format.twoDigits(value) : format.threeDigits(value));
  return {
    text,
    small: format.dayWithYear(day),
    title: row.kind === "modelled" && !published ? "" : format.fullNumber(value),
    missing: false,
  };
}

export function coverageCell(row: CountryRow, { surge, format }: Told): CellText {
  const [first, last] = [row.series.days[0] as number, row.series.days.at(-1) as number];
  const text = surge.coverage.text(format.fullNumber(row.reported), format.fullNumber(row.spanned));
  return { text, small: "", title: format.rangeText(first, last), missing: false };
}

function about({ kind }: Pick<CountryRow, "kind">, text: string): string {
  return kind === "modelled" ? `≈ ${text}` : text;
}
