import type { Anchor } from "../data/sample/anchor.ts";
import { SampleFileError, snapshotsOf } from "../data/sample/rows.ts";
import { hashOf, REFERENCE_FILES, ReferenceFileError, readShipped, type ShippedFile } from "./shipped.ts";
import type { OpenBatch, Reference, Store } from "./store/store.ts";

const SAMPLE_FILES = ["sample/modelled.csv", "sample/illustrative.csv"] as const;

/**
 * Reads the reference that ships with the program. What a figure fixes comes from the anchors of the modelled series.
 *
 * @param dataFolder the folder `data`, with `reference` and `sample` in it
 * @throws ReferenceFileError that names file, line and column of each fault
 */
export async function readReference(dataFolder: string): Promise<Reference> {
  return (await parser()).referenceOf(await readShipped(dataFolder, Object.values(REFERENCE_FILES)));
}

/** Reads `anchors.csv`. Throws as {@link readReference} does. */
export async function readAnchors(dataFolder: string): Promise<Anchor[]> {
  return (await parser()).anchorsOf(await readShipped(dataFolder, [REFERENCE_FILES.anchors]));
}

/** Loaded where there is something to read: mostly the reference is what it was, and to start takes a third longer with it. */
function parser() {
  return import("./reference-entries.ts");
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
  const load = async (name: string, paths: readonly string[], fill: (batch: OpenBatch, files: ShippedFile[]) => Promise<void>) => {
    const files = await readShipped(dataFolder, paths);
    const content_hash = hashOf(files);
    const last = store.batches().find((batch) => batch.channel === "reference" && batch.name === name);
    if (last?.content_hash === content_hash) return;
    const batch = store.open({ channel: "reference", name, content_hash, received_at: now().toISOString() });
    try {
      await fill(batch, files);
      batch.commit();
    } catch (error) {
      batch.rollback();
      throw error;
    }
  };
  await load("reference", Object.values(REFERENCE_FILES), async (batch, files) => {
    const { referenceOf } = await parser();
    batch.put(newSince(store, referenceOf(files)));
  });
  if (!sample) return;
  await load("sample", SAMPLE_FILES, async (batch, files) => {
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

function addSample(batch: OpenBatch, { name, bytes }: ShippedFile): void {
  try {
    for (const snapshots of snapshotsOf(bytes.toString("utf8"))) batch.add(snapshots);
  } catch (cause) {
    if (cause instanceof SampleFileError) throw new ReferenceFileError(`data/${name}, ${cause.message}`, { cause });
    throw cause;
  }
}
