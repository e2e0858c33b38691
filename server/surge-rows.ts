import { type SurgeAnswer, surgeOf } from "../data/analysis/surge.ts";
import { type SurgeGap, type SurgeRecord, surgeRecord } from "../data/analysis/surge-table.ts";
import { SURGE } from "../data/chart/surge-words.ts";
import type { Metric } from "../data/model/metric.ts";
import type { DailySeries } from "../data/model/series.ts";
import { kindsOf, type Source, type SourceKind } from "../data/model/source.ts";
import { inSlices } from "./slices.ts";

const WORDS = SURGE.english;

/** The surge of a series as a row, with its reasons in words. */
export interface SurgeRow extends Omit<SurgeRecord, "missing"> {
  /** What a surge of such a source is; empty where it was counted. */
  note: string;
  /** Why there is none, as a sentence. */
  why: string;
  missing: (SurgeGap & { detail: string })[];
}

/** A row for each series, made in slices, so that others are answered meanwhile. */
export function surgeRows(series: readonly DailySeries[], metric: Metric, sources: readonly Source[]): Promise<SurgeRow[]> {
  const kindOf = kindsOf(sources);
  return inSlices(series, (one) => rowOf(one, kindOf(one.source), surgeOf(one, metric)));
}

/** What rows lack, as a cell of CSV. */
export function missingCells({ missing }: SurgeRow): string[] {
  return missing.map((gap) => `${gap.figure}:${gap.reason}`);
}

/** The sources that some rows name, in the order of the catalog. */
export function sourcesIn(rows: readonly { source: string }[], sources: readonly Source[]): Source[] {
  const named = new Set(rows.map(({ source }) => source));
  return sources.filter(({ id }) => named.has(id));
}

function rowOf(series: DailySeries, kind: SourceKind, answer: SurgeAnswer): SurgeRow {
  const { platform, country, topic, source, kind: own, ...record } = surgeRecord(series, kind, answer);
  return {
    ...{ platform, country, topic, source, kind: own, note: WORDS.kind[own] },
    ...record,
    why: answer.found ? "" : WORDS.why({ reason: answer.reason }),
    missing: record.missing.map((gap) => ({ ...gap, detail: WORDS.why(gap) })),
  };
}
