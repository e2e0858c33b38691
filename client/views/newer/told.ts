import type { EntryChanges } from "../../../data/analysis/entry-changes.ts";
import { type ChangeCount, summed } from "../../../data/chart/changes.ts";
import { fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { CHANGES, type Counted } from "./words.ts";

const PUBLISHED: readonly string[] = ["figures", "events", "claims"] satisfies Counted[];

/**
 * How much of a page is other by now, in one sentence; `null` where nothing is.
 *
 * @example toldOf({ shown: 118, changed: 12, added: 0 }, []) // "Newer data exist: 12 of 118 values changed."
 */
export function toldOf(values: ChangeCount, entries: readonly EntryChanges[]): string | null {
  const words = wordsOf(CHANGES);
  const counts: [Counted, ChangeCount][] = [
    ["values", values],
    ...entries.filter(({ list }) => PUBLISHED.includes(list)).map((one): [Counted, ChangeCount] => [one.list as Counted, one]),
    ["catalog", summed(entries.filter(({ list }) => !PUBLISHED.includes(list)))],
  ];
  const told = counts.flatMap(([what, { shown, changed, added }]) => [
    ...(changed > 0 ? [words.changed(what, fullNumber(changed), fullNumber(shown))] : []),
    ...(added > 0 ? [words.added(what, fullNumber(added))] : []),
  ]);
  return told.length > 0 ? words.exist(told) : null;
}
