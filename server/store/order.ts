import { withRoom } from "./room.ts";
import type { SnapshotColumns } from "./store.ts";

/** Days that a series may have: a key is a series and a day. */
const DAYS = 65_536;

/** Room for so many values. */
export function columnsFor(count: number): SnapshotColumns {
  return { count: 0, series: new Uint32Array(count), days: new Uint16Array(count), values: new Float64Array(count) };
}

/** The same values, with room for as many more. */
export function longer({ count, series, days, values }: SnapshotColumns): SnapshotColumns {
  const needed = days.length + 1;
  return { count, series: withRoom(series, needed), days: withRoom(days, needed), values: withRoom(values, needed) };
}

/** Whether values stand by series, then day; a day that comes twice stands beside itself. */
export function isInOrder({ count, series, days }: SnapshotColumns): boolean {
  let before = -1;
  for (let at = 0; at < count; at++) {
    const key = (series[at] as number) * DAYS + (days[at] as number);
    if (key < before) return false;
    before = key;
  }
  return true;
}

/**
 * Copies values in the order of series, then days. Files come in any order, and a table that is filled in the order of
 * its key is filled several times faster.
 *
 * @param to as long as what is copied, at least
 */
export function putInOrder(from: SnapshotColumns, to: SnapshotColumns): void {
  const { count, series, days, values } = from;
  let most = 0;
  for (let at = 0; at < count; at++) most = Math.max(most, series[at] as number);
  /** Where the values of each series end, so far. */
  const ends = new Uint32Array(most + 2);
  for (let at = 0; at < count; at++) {
    const next = (series[at] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let number = 1; number < ends.length; number++) ends[number] = (ends[number] as number) + (ends[number - 1] as number);
  for (let at = 0; at < count; at++) {
    const number = series[at] as number;
    const place = ends[number] as number;
    ends[number] = place + 1;
    to.series[place] = number;
    to.days[place] = days[at] as number;
    to.values[place] = values[at] as number;
  }
  to.count = count;
  for (let number = 0, start = 0; number <= most; number++) {
    const end = ends[number] as number;
    sortByDay(to, start, end);
    start = end;
  }
}

/** Puts the days of one series in order, where they are not. */
function sortByDay({ days, values }: SnapshotColumns, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) {
    if ((days[at] as number) >= (days[at - 1] as number)) continue;
    const places = Uint32Array.from({ length: end - start }, (_, place) => start + place);
    places.sort((a, b) => (days[a] as number) - (days[b] as number));
    const sortedDays = Uint16Array.from(places, (place) => days[place] as number);
    const sortedValues = Float64Array.from(places, (place) => values[place] as number);
    days.set(sortedDays, start);
    values.set(sortedValues, start);
    return;
  }
}
