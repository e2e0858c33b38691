import type { Catalog } from "../model/catalog.ts";
import type { Claim, Figure, SurgeEvent } from "../model/figure.ts";
import { sourcesOf, type View } from "../model/view.ts";
import { type EntryDiff, sameEntry } from "./diff.ts";

/** Everything that is known at a vintage besides values. */
export interface Reference extends Catalog {
  figures: Figure[];
  events: SurgeEvent[];
  claims: Claim[];
}

/** The lists of a reference that have entries of their own. */
const ENTRY_LISTS = ["figures", "events", "claims", "metrics", "platforms", "countries", "topics", "sources"] as const;
export type EntryList = (typeof ENTRY_LISTS)[number];

/** Which entries a page shows, by id; of a list that is absent none. */
export type ShownEntries = Partial<Record<EntryList, Iterable<string>>>;

/** What a later vintage has otherwise of the entries of one list that a page shows. */
export interface EntryChanges {
  list: EntryList;
  /** Entries that the page shows at the earlier vintage. */
  shown: number;
  /** Those of them that the later vintage replaced or withdrew. */
  changed: number;
  /** Entries that the page shows at the later vintage alone. */
  added: number;
  /** The changed ones, then the new ones. */
  diffs: EntryDiff<object>[];
}

/**
 * What became of the entries that a page shows, list by list. An entry that is shown no longer is changed, and one that
 * is shown now is new: what either vintage has of it stands in the list, whether shown or not.
 *
 * @param shownOf what the page shows of a vintage
 * @returns the lists of which anything is shown at either vintage, in the order of {@link ENTRY_LISTS}
 * @example entryChanges(before, after, ({ figures }) => ({ figures: figures.map(({ id }) => id) }))[0]
 * // { list: "figures", shown: 199, changed: 3, added: 1, diffs: [...] }
 */
export function entryChanges(before: Reference, after: Reference, shownOf: (reference: Reference) => ShownEntries): EntryChanges[] {
  const [old, now] = [shownOf(before), shownOf(after)];
  return ENTRY_LISTS.flatMap((list): EntryChanges[] => {
    const [was, is] = [new Set(old[list]), new Set(now[list])];
    if (was.size + is.size === 0) return [];
    const [left, right] = [byId(before[list]), byId(after[list])];
    const diffOf = (id: string): EntryDiff<object> => ({ old: left.get(id) ?? null, new: right.get(id) ?? null });
    const changed = [...was].map(diffOf).filter((one) => one.old !== null && (one.new === null || !sameEntry(one.old, one.new)));
    const added = [...is]
      .filter((id) => !was.has(id))
      .map(diffOf)
      .filter((one) => one.old === null || (one.new !== null && !sameEntry(one.old, one.new)));
    return [{ list, shown: was.size, changed: changed.length, added: added.length, diffs: [...changed, ...added] }];
  });
}

/**
 * The entries of the catalog that a view of series names: its metric, platforms, countries and topics, and those of its
 * sources that have any of it.
 */
export function namesOf(view: View, catalog: Catalog): ShownEntries {
  const { metric, platforms, countries, topics } = view;
  const on = sourcesOf(view, catalog);
  const sources = catalog.coverage
    .filter(
      (row) =>
        row.metric === metric &&
        platforms.includes(row.platform) &&
        on.includes(row.source) &&
        row.countries.some((country) => countries.includes(country)) &&
        row.topics.some((topic) => topics.includes(topic)),
    )
    .map(({ source }) => source);
  return { metrics: [metric], platforms, countries, topics, sources };
}

/** Entries of several parts of one page. */
export function joinedEntries(parts: readonly ShownEntries[]): ShownEntries {
  return Object.fromEntries(ENTRY_LISTS.map((list) => [list, parts.flatMap((part) => [...(part[list] ?? [])])]));
}

/** What tells an entry from the others of its list. */
export function entryId(entry: object): string {
  const { id, slug }: { id?: string; slug?: string } = entry;
  return id ?? slug ?? "";
}

function byId(entries: readonly object[]): ReadonlyMap<string, object> {
  return new Map(entries.map((entry) => [entryId(entry), entry]));
}
