import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file that ships with the program is not as it should be. The message has a line for each fault. */
export class ReferenceFileError extends Error {}

/** Relative to the data folder. The order is part of the content hash. */
export const REFERENCE_FILES = {
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

/** What a file says and the bytes that say it. */
export interface ShippedFile {
  name: string;
  bytes: Buffer;
}

export function readShipped(dataFolder: string, names: readonly string[]): Promise<ShippedFile[]> {
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

export function hashOf(files: readonly ShippedFile[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}
