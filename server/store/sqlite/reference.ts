import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { EntryIds, Reference } from "../store.ts";

type List = keyof Reference;
type Entry = Reference[List][number];

/** What an entry of each list is called in the database. */
const KINDS = {
  platforms: "platform",
  countries: "country",
  metrics: "metric",
  topics: "topic",
  sources: "source",
  figures: "figure",
  events: "event",
  claims: "claim",
} as const satisfies Record<List, string>;

const LISTS = Object.keys(KINDS) as List[];

/** Throws where a database has entries of a kind that this program does not know. */
export function listOfKind(kind: string): List {
  const list = LISTS.find((known) => KINDS[known] === kind);
  if (list === undefined) throw new Error(`There are no entries of the kind \`${kind}\`.`);
  return list;
}

const READ = `
  SELECT body FROM reference AS entry
  WHERE kind = ? AND body <> 'null' AND batch = (SELECT max(batch) FROM reference WHERE kind = entry.kind AND id = entry.id AND batch <= ?)
  ORDER BY position`;

/** Reads the reference as of a vintage. What a vintage says never changes, so it is kept. */
export class ReferenceReader {
  readonly #read;
  readonly #known = new LRUCache<number, Reference>({ max: 16 });

  constructor(database: Database) {
    this.#read = database.prepare<[string, number], string>(READ).pluck();
  }

  /** @param vintage a batch that was committed, or 0 */
  at(vintage: number): Reference {
    const known = this.#known.get(vintage);
    if (known) return known;
    const read = <Name extends List>(list: Name) =>
      this.#read.all(KINDS[list], vintage).map((body) => JSON.parse(body) as Reference[Name][number]);
    const reference: Reference = {
      platforms: read("platforms"),
      countries: read("countries"),
      metrics: read("metrics"),
      topics: read("topics"),
      sources: read("sources"),
      figures: read("figures"),
      events: read("events").sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      claims: read("claims"),
    };
    this.#known.set(vintage, reference);
    return reference;
  }
}

/** An entry may change several times in one batch: the last counts. */
const WRITE = "INSERT OR REPLACE INTO reference (kind, id, batch, position, body) VALUES (?, ?, ?, ?, ?)";

/** The body of an entry that was withdrawn. */
const NOTHING = "null";

/** Writes the entries that differ from the newest of the same id. Answers how many that were. */
export function writeReference(database: Database, batch: number, put: Partial<Reference>): number {
  const newest = database.prepare<[string, string], { position: number; body: string }>(
    "SELECT position, body FROM reference WHERE kind = ? AND id = ? ORDER BY batch DESC LIMIT 1",
  );
  const last = database.prepare<[string], number>("SELECT coalesce(max(position), 0) FROM reference WHERE kind = ?").pluck();
  const write = database.prepare<[string, string, number, number, string]>(WRITE);
  let written = 0;
  for (const list of LISTS) {
    const kind = KINDS[list];
    let end = last.get(kind) ?? 0;
    // The last of one id counts, as in a map.
    const entries = new Map((put[list] ?? []).map((entry) => [idOf(entry), entry]));
    for (const [id, entry] of entries) {
      const before = newest.get(kind, id);
      if (before && canonical(JSON.parse(before.body)) === canonical(entry)) continue;
      write.run(kind, id, batch, before?.position ?? ++end, JSON.stringify(entry));
      written++;
    }
  }
  return written;
}

/** Withdraws entries that are there. Answers how many that were. */
export function withdrawReference(database: Database, batch: number, ids: EntryIds): number {
  const newest = database.prepare<[string, string], { position: number; body: string }>(
    "SELECT position, body FROM reference WHERE kind = ? AND id = ? ORDER BY batch DESC LIMIT 1",
  );
  const write = database.prepare<[string, string, number, number, string]>(WRITE);
  let withdrawn = 0;
  for (const list of LISTS)
    for (const id of ids[list] ?? []) {
      const before = newest.get(KINDS[list], id);
      if (before === undefined || before.body === NOTHING) continue;
      write.run(KINDS[list], id, batch, before.position, NOTHING);
      withdrawn++;
    }
  return withdrawn;
}

function idOf(entry: Entry): string {
  return "slug" in entry ? entry.slug : entry.id;
}

/** Equal for equal values, in whatever order their properties stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
