import { nameOf } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { Source } from "../../../data/model/source.ts";
import { rangeText } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { DATA } from "./words.ts";

/** A source, and in words how much of it there is. Texts are empty where there is nothing. */
export interface SourceRow {
  source: Source;
  /** First to last day. */
  days: string;
  series: string;
  /** Platforms and countries. */
  where: string;
  metrics: string;
}

/** A list longer than this is counted, not read out. */
const MOST_NAMED = 4;

/** The sources of a catalog with their coverage, those with values first. */
export function sourceRows(catalog: Catalog): SourceRow[] {
  const words = wordsOf(DATA).sources;
  const rows = catalog.sources.map((source): SourceRow => {
    const coverage = catalog.coverage.filter((row) => row.source === source.id);
    const first = coverage.map((row) => row.first).sort()[0];
    const last = coverage
      .map((row) => row.last)
      .sort()
      .at(-1);
    if (first === undefined || last === undefined) return { source, days: "", series: "", where: "", metrics: "" };
    const platforms = listed(
      coverage.map((row) => nameOf(catalog.platforms, row.platform)),
      words.platforms,
    );
    const countries = listed(
      coverage.flatMap((row) => row.countries.map((id) => nameOf(catalog.countries, id))),
      words.countries,
    );
    return {
      source,
      days: rangeText(numberOf(first), numberOf(last)),
      series: seriesText(coverage),
      where: [platforms, countries].join(words.semicolon),
      metrics: listed(
        coverage.map((row) => nameOf(catalog.metrics, row.metric)),
        words.metrics,
      ),
    };
  });
  return [...rows.filter(({ days }) => days !== ""), ...rows.filter(({ days }) => days === "")];
}

/** Coverage tells countries and topics, not which go together: with several of both the number is a bound. */
function seriesText(coverage: Catalog["coverage"]): string {
  const count = coverage.reduce((sum, row) => sum + row.countries.length * row.topics.length, 0);
  const isExact = coverage.every((row) => row.countries.length === 1 || row.topics.length === 1);
  return wordsOf(DATA).sources.series(count, isExact);
}

function listed(names: readonly string[], counted: (count: number) => string): string {
  const distinct = [...new Set(names)];
  return distinct.length > MOST_NAMED ? counted(distinct.length) : distinct.join(wordsOf(DATA).comma);
}
