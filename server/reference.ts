import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import {
  CLAIM_ROW,
  COUNTRY_ROW,
  EVENT_ROW,
  FIGURE_ROW,
  METRIC_ROW,
  PLATFORM_ROW,
  SOURCE_ROW,
  TOPIC_ROW,
} from "../data/reference/entries.ts";
import type { Row } from "../data/reference/row.ts";
import { type Line, type TableFault, tableOf } from "../data/reference/table.ts";
import { ANCHOR_ROW, type Anchor, fixedSources } from "../data/sample/anchor.ts";
import { SampleFileError, snapshotsOf } from "../data/sample/rows.ts";
import type { OpenBatch, Reference, Store } from "./store/store.ts";

/** A file that ships with the program is not as it should be. The message has a line for each fault. */
export class ReferenceFileError extends Error {}

/** Relative to the data folder. The order is part of the content hash. */
const REFERENCE_FILES = {
  platforms: "reference/platforms.csv",
  countries: "reference/countries.csv",
  metrics: "reference/metrics.csv",
  topics: "reference/topics.csv",
  sources: "reference/sources.csv",
  figures: "reference/reported-figures.csv",
  events: "reference/events.csv",
  claims: "reference/claims.csv",
  anchors: "sample/anchors.csv",
} as const;

const SAMPLE_FILES = ["sample/modelled.csv", "sample/illustrative.csv"] as const;

/** What a file says and the bytes that say it. */
interface ShippedFile {
  name: string;
  bytes: Buffer;
}

/**
 * Reads the reference that ships with the program. What a figure fixes comes from the anchors of the modelled series.
 *
 * @param dataFolder the folder `data`, with `reference` and `sample` in it
 * @throws ReferenceFileError that names file, line and column of each fault
 */
export async function readReference(dataFolder: string): Promise<Reference> {
  return referenceOf(await readShipped(dataFolder, Object.values(REFERENCE_FILES)));
}

/** Reads `anchors.csv`. Throws as {@link readReference} does. */
export async function readAnchors(dataFolder: string): Promise<Anchor[]> {
  return entriesOf(await readShipped(dataFolder, [REFERENCE_FILES.anchors]), REFERENCE_FILES.anchors, ANCHOR_ROW);
}

/**
 * Brings a store up to what ships: the reference as a batch of its own, then the sample as another, each only where it
 * is not what was loaded last. Entries and values that a newer program no longer ships stay, and so do entries that
 * somebody replaced or withdrew, until the program ships others of their id.
 *
 * @param options.sample whether the modelled and the made-up series are loaded too; `false` removes none
 * @throws ReferenceFileError; nothing of the faulty batch is loaded then
 */
export async function loadReference(
  store: Store,
  { dataFolder, sample, now }: { dataFolder: string; sample: boolean; now: () => Date },
): Promise<void> {
  const load = async (name: string, paths: readonly string[], fill: (batch: OpenBatch, files: ShippedFile[]) => void) => {
    const files = await readShipped(dataFolder, paths);
    const content_hash = hashOf(files);
    const last = store.batches().find((batch) => batch.channel === "reference" && batch.name === name);
    if (last?.content_hash === content_hash) return;
    const batch = store.open({ channel: "reference", name, content_hash, received_at: now().toISOString() });
    try {
      fill(batch, files);
      batch.commit();
    } catch (error) {
      batch.rollback();
      throw error;
    }
  };
  await load("reference", Object.values(REFERENCE_FILES), (batch, files) => batch.put(newSince(store, referenceOf(files))));
  if (!sample) return;
  await load("sample", SAMPLE_FILES, (batch, files) => {
    for (const file of files) addSample(batch, file);
  });
}

/** The entries that are not what the program shipped before: of the others somebody may know better. */
function newSince(store: Store, reference: Reference): Partial<Reference> {
  const before = new Map<string, string>();
  const shipments = store.batches().filter((batch) => batch.channel === "reference" && batch.name === "reference");
  for (const { batch } of shipments.reverse())
    for (const { list, id, new: entry } of store.changedEntries(batch)) before.set(`${list}/${id}`, contentOf(entry));
  const isNew = (list: keyof Reference) => (entry: Reference[typeof list][number]) =>
    before.get(`${list}/${"slug" in entry ? entry.slug : entry.id}`) !== contentOf(entry);
  return {
    platforms: reference.platforms.filter(isNew("platforms")),
    countries: reference.countries.filter(isNew("countries")),
    metrics: reference.metrics.filter(isNew("metrics")),
    topics: reference.topics.filter(isNew("topics")),
    sources: reference.sources.filter(isNew("sources")),
    figures: reference.figures.filter(isNew("figures")),
    events: reference.events.filter(isNew("events")),
    claims: reference.claims.filter(isNew("claims")),
  };
}

/** Equal for equal entries, in whatever order their properties stand. */
function contentOf(entry: Reference[keyof Reference][number] | null): string {
  return JSON.stringify(Object.entries(entry ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referenceOf(files: readonly ShippedFile[]): Reference {
  const fixes = fixedSources(entriesOf(files, REFERENCE_FILES.anchors, ANCHOR_ROW));
  return {
    platforms: entriesOf(files, REFERENCE_FILES.platforms, PLATFORM_ROW, (entry) => entry.id),
    countries: entriesOf(files, REFERENCE_FILES.countries, COUNTRY_ROW, (entry) => entry.id),
    metrics: entriesOf(files, REFERENCE_FILES.metrics, METRIC_ROW, (entry) => entry.id),
    topics: entriesOf(files, REFERENCE_FILES.topics, TOPIC_ROW, (entry) => entry.id),
    sources: entriesOf(files, REFERENCE_FILES.sources, SOURCE_ROW, (entry) => entry.id),
    figures: entriesOf(files, REFERENCE_FILES.figures, FIGURE_ROW, (entry) => entry.id).map((figure) => ({
      ...figure,
      fixes: fixes.get(figure.id) ?? [],
    })),
    events: entriesOf(files, REFERENCE_FILES.events, EVENT_ROW, (entry) => entry.slug),
    claims: entriesOf(files, REFERENCE_FILES.claims, CLAIM_ROW, (entry) => entry.id),
  };
}

function readShipped(dataFolder: string, names: readonly string[]): Promise<ShippedFile[]> {
  return Promise.all(
    names.map(async (name) => {
      try {
        return { name, bytes: await readFile(join(dataFolder, name)) };
      } catch (cause) {
        throw new ReferenceFileError(`data/${name}: cannot be read. It ships with the program; is the checkout complete?`, { cause });
      }
    }),
  );
}

function hashOf(files: readonly ShippedFile[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}

/** The entries of one of the files; with `idOf`, none may have the id of another. */
function entriesOf<Entry>(files: readonly ShippedFile[], name: string, row: Row<Entry>, idOf?: (entry: Entry) => string): Entry[] {
  const { entries, faults } = tableOf(row, linesOf(files, name), idOf);
  if (faults.length === 0) return entries;
  const place = ({ line, column }: TableFault) => `data/${name}, line ${line}${column && `, column ${column}`}`;
  throw new ReferenceFileError(faults.map((fault) => `${place(fault)}: ${fault.detail}`).join("\n"));
}

function linesOf(files: readonly ShippedFile[], name: string): Line[] {
  const bytes = files.find((file) => file.name === name)?.bytes ?? "";
  const lines: Line[] = [];
  try {
    parse(bytes, {
      bom: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
    return lines;
  } catch (cause) {
    if (cause instanceof CsvError) throw new ReferenceFileError(`data/${name}: ${cause.message}`, { cause });
    throw cause;
  }
}

function addSample(batch: OpenBatch, { name, bytes }: ShippedFile): void {
  try {
    for (const snapshots of snapshotsOf(bytes.toString("utf8"))) batch.add(snapshots);
  } catch (cause) {
    if (cause instanceof SampleFileError) throw new ReferenceFileError(`data/${name}, ${cause.message}`, { cause });
    throw cause;
  }
}
