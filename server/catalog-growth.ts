import { sameEntry } from "../data/analysis/diff.ts";
import type { Problem } from "../data/model/problem.ts";
import { GROWING, type Growing, type NewEntries, NewEntriesSchema } from "./entry.ts";
import { faultsOfEntries, inPlainWords } from "./entry-faults.ts";
import { type Dimension, Names } from "./ingest/names.ts";
import type { Origin, Reference, Store } from "./store/store.ts";

export interface Growth {
  store: Store;
  /** As they came: see `NewEntriesSchema`. */
  entries: unknown;
  origin: Origin;
  /** Put entries in the place of those that have their id. */
  replace?: boolean;
  /** Add names that are much like others all the same. */
  similar?: boolean;
  /** Whether to wait for a writer in another process. */
  waits?: boolean;
}

/** What became of the entries. */
export interface Grown {
  /** `null` where all of them were there already. */
  batch: number | null;
  vintage: number;
  added: number;
  replaced: number;
  unchanged: number;
}

/** Some of the entries cannot be taken; none was. */
export class EntryFault extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} ${problems.length === 1 ? "thing is" : "things are"} at fault with the entries. Nothing was written.`);
    this.problems = problems;
  }
}

/** The lists whose names snapshots carry, where a near miss is worse than none. */
const DIMENSIONS: Partial<Record<Growing, Dimension>> = {
  platforms: "platform",
  countries: "country",
  metrics: "metric",
  topics: "topic",
  sources: "source",
};

/**
 * Adds entries to the catalog, the figures and the events, as one batch, all of them or none.
 *
 * @throws EntryFault that names each fault
 * @throws StaleBatchError where another batch comes between the check and the writing
 */
export function grow({ store, entries: sent, origin, replace = false, similar = false, waits }: Growth): Grown {
  const entries = read(sent);
  const vintage = store.vintage();
  const known = referenceOf(store, vintage);
  const problems = [...repeated(entries), ...clashes(entries, known, { replace, similar }), ...unknownNames(entries, known)];
  if (problems.length > 0) throw new EntryFault(problems);
  const counts = { added: 0, replaced: 0, unchanged: 0 };
  for (const list of GROWING)
    for (const entry of entries[list] ?? []) {
      const before = find(known, list, idOf(entry));
      counts[before === undefined ? "added" : sameEntry(before, entry) ? "unchanged" : "replaced"]++;
    }
  const batch = store.open(origin, { after: vintage, waits });
  try {
    batch.put(entries);
    const change = batch.commit();
    return { batch: change.batch, vintage: change.vintage, ...counts };
  } finally {
    batch.rollback();
  }
}

function read(sent: unknown): NewEntries {
  const parsed = NewEntriesSchema.safeParse(sent, { error: inPlainWords });
  if (parsed.success) return parsed.data;
  throw new EntryFault(faultsOfEntries(parsed.error, sent));
}

type Known = Pick<Reference, Growing>;

function referenceOf(store: Store, vintage: number): Known {
  const { platforms, countries, metrics, topics, sources } = store.catalog(vintage);
  return { platforms, countries, metrics, topics, sources, figures: store.figures(vintage), events: store.events(vintage) };
}

function repeated(entries: NewEntries): Problem[] {
  return GROWING.flatMap((list) => {
    const ids = (entries[list] ?? []).map(idOf);
    return ids.flatMap((id, at): Problem[] =>
      ids.indexOf(id) === at ? [] : [{ field: place(list, at), code: "repeated", detail: `\`${id}\` is sent twice.`, value: id }],
    );
  });
}

/** Names that are taken, or so much like another that one of them is probably a typo. */
function clashes(entries: NewEntries, known: Known, { replace, similar }: { replace: boolean; similar: boolean }): Problem[] {
  const names = new Names(known);
  return GROWING.flatMap((list) =>
    (entries[list] ?? []).flatMap((entry, at): Problem[] => {
      const id = idOf(entry);
      const field = place(list, at);
      const before = find(known, list, id);
      if (before !== undefined) {
        if (replace || sameEntry(before, entry)) return [];
        return [
          {
            field,
            code: "exists",
            detail: `There is another entry \`${id}\` already. Say \`replace\` to put this one in its place.`,
            value: id,
          },
        ];
      }
      const dimension = DIMENSIONS[list];
      if (similar || dimension === undefined || !("name" in entry)) return [];
      const hint = names.hint(dimension, id) ?? names.hint(dimension, entry.name);
      if (hint === undefined) return [];
      const detail = `\`${id}\` (${entry.name}) is much like \`${hint}\`. Say \`similar\` to add it all the same.`;
      return [{ field, code: "similar", detail, value: id, hint }];
    }),
  );
}

/** Names that figures and events use and nobody knows, not even the same request. */
function unknownNames(entries: NewEntries, known: Known): Problem[] {
  const names = new Names(known);
  const check = (list: Growing, field: string, ids: readonly string[]): Problem[] => {
    const dimension = DIMENSIONS[list] ?? "platform";
    return ids
      .filter((id) => find(known, list, id) === undefined && !(entries[list] ?? []).some((entry) => idOf(entry) === id))
      .map((id) => ({
        field,
        code: `unknown_${dimension}`,
        detail: `There is no ${dimension} \`${id}\`.`,
        value: id,
        hint: names.hint(dimension, id),
      }));
  };
  const ofFigures = (entries.figures ?? []).flatMap((figure, at) => [
    ...check("platforms", `figures.${at}.platform`, [figure.platform]),
    ...check("countries", `figures.${at}.country`, [figure.country]),
    ...check("metrics", `figures.${at}.metric_id`, figure.metric_id === null ? [] : [figure.metric_id]),
    ...check("sources", `figures.${at}.fixes`, figure.fixes),
  ]);
  const ofEvents = (entries.events ?? []).flatMap((event, at) => [
    ...check("platforms", `events.${at}.platforms`, event.platforms),
    ...check("countries", `events.${at}.countries`, event.countries),
  ]);
  return [...ofFigures, ...ofEvents];
}

type Entry = Reference[Growing][number];

function find(known: Known, list: Growing, id: string): Entry | undefined {
  return (known[list] as readonly Entry[]).find((entry) => idOf(entry) === id);
}

function idOf(entry: Entry): string {
  return "slug" in entry ? entry.slug : entry.id;
}

function place(list: Growing, at: number): string {
  return `${list}.${at}.${list === "events" ? "slug" : "id"}`;
}
