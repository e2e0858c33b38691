import { type Day, type DayNumber, dayOf } from "../model/day.ts";
import { type DailySeries, type SeriesKey, seriesId } from "../model/series.ts";

/** The days of one series whose value differs between two vintages, ascending. */
export interface SeriesDiff extends SeriesKey {
  days: DayNumber[];
  /** As long as `days`, in the metric's unit; `null` where the earlier vintage has none. */
  old: (number | null)[];
  /** As long as `days`; `null` where the later vintage has none. Never both. */
  new: (number | null)[];
}

/** How many values are new, changed, and gone. */
export interface DiffCounts {
  added: number;
  revised: number;
  retracted: number;
}

/** Some of a diff, for an answer that has an end. */
export interface DiffColumns extends SeriesKey {
  dates: Day[];
  old: (number | null)[];
  new: (number | null)[];
}

/**
 * What changed between two vintages: day by day what is only in one of them, or has another value.
 *
 * Series of the later vintage come first, in its order; then those that the earlier one alone has. A series without any
 * change is left out.
 *
 * @param before series at the earlier vintage, each at most once, days ascending
 * @param after the same at the later one
 * @example
 * // 5 on day 1 and 6 on day 2; later 5 on day 1, 7 on day 2 and 8 on day 3:
 * diffSeries([before], [after])[0] // { ..., days: [2, 3], old: [6, null], new: [7, 8] }
 */
export function diffSeries(before: readonly DailySeries[], after: readonly DailySeries[]): SeriesDiff[] {
  const left = new Map(before.map((series) => [nameOf(series), series]));
  const diffs = after.map((series) => {
    const name = nameOf(series);
    const old = left.get(name);
    left.delete(name);
    return compared(series, old, series);
  });
  for (const series of left.values()) diffs.push(compared(series, series, undefined));
  return diffs.filter(({ days }) => days.length > 0);
}

/**
 * Counts changes as they come, and keeps one page of them with their days as labels.
 *
 * @example
 * const page = new DiffPage({ skip: 20_000, most: 20_000 });
 * for (const diff of diffs) page.take(diff);
 * page.counts // of all; page.columns, the second twenty thousand; page.omitted, how many come after them
 */
export class DiffPage {
  readonly counts: DiffCounts = { added: 0, revised: 0, retracted: 0 };
  readonly columns: DiffColumns[] = [];
  #skip: number;
  #room: number;
  #omitted = 0;

  /**
   * @param of.skip how many changes to leave out, from the first on
   * @param of.most how many to keep
   */
  constructor({ skip, most }: { skip: number; most: number }) {
    this.#skip = skip;
    this.#room = most;
  }

  /** Changes that come after the page. */
  get omitted(): number {
    return this.#omitted;
  }

  take({ days, old, new: now, ...key }: SeriesDiff): void {
    for (const [at, before] of old.entries()) this.counts[before === null ? "added" : now[at] === null ? "retracted" : "revised"]++;
    const from = Math.min(this.#skip, days.length);
    const to = Math.min(from + this.#room, days.length);
    this.#skip -= from;
    this.#room -= to - from;
    this.#omitted += days.length - to;
    if (from < to)
      this.columns.push({ ...key, dates: days.slice(from, to).map(dayOf), old: old.slice(from, to), new: now.slice(from, to) });
  }
}

/** One entry of a list that differs between two vintages. */
export interface EntryDiff<Entry> {
  /** `null` where the earlier vintage has none. */
  old: Entry | null;
  /** `null` where the later vintage has none. Never both. */
  new: Entry | null;
}

/**
 * The entries of a list that were added, changed or withdrawn, in the order of the later vintage; then those that are gone.
 *
 * @param idOf what tells one entry from another
 * @example diffEntries([{ id: "a", name: "A" }], [{ id: "a", name: "B" }], ({ id }) => id)
 * // [{ old: { id: "a", name: "A" }, new: { id: "a", name: "B" } }]
 */
export function diffEntries<Entry extends object>(
  before: readonly Entry[],
  after: readonly Entry[],
  idOf: (entry: Entry) => string,
): EntryDiff<Entry>[] {
  const left = new Map(before.map((entry) => [idOf(entry), entry]));
  const diffs: EntryDiff<Entry>[] = [];
  for (const entry of after) {
    const old = left.get(idOf(entry)) ?? null;
    left.delete(idOf(entry));
    if (old === null || !sameEntry(old, entry)) diffs.push({ old, new: entry });
  }
  return [...diffs, ...[...left.values()].map((old) => ({ old, new: null }))];
}

/** Whether two entries say the same, whatever the order of their fields. Fields hold texts, numbers and lists of them. */
export function sameEntry(a: object, b: object): boolean {
  const sorted = (entry: object) => JSON.stringify(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1)));
  return sorted(a) === sorted(b);
}

function compared(
  { platform, country, metric, topic, source }: SeriesKey,
  before: DailySeries | undefined,
  after: DailySeries | undefined,
): SeriesDiff {
  const diff: SeriesDiff = { platform, country, metric, topic, source, days: [], old: [], new: [] };
  const [left, right] = [before?.days ?? [], after?.days ?? []];
  let [at, next] = [0, 0];
  while (at < left.length || next < right.length) {
    const day = Math.min(left[at] ?? Number.POSITIVE_INFINITY, right[next] ?? Number.POSITIVE_INFINITY);
    const old = left[at] === day ? (before?.values[at++] ?? null) : null;
    const now = right[next] === day ? (after?.values[next++] ?? null) : null;
    if (old === now) continue;
    diff.days.push(day);
    diff.old.push(old);
    diff.new.push(now);
  }
  return diff;
}

function nameOf(series: SeriesKey): string {
  return `${series.metric}/${seriesId(series)}`;
}
