import { ALL_TOPICS } from "../model/slug.ts";
import type { Snapshot } from "../model/snapshot.ts";

const CHUNK = 5000;

/** A sample file is not as `npm run sample` writes it. The message names the line. */
export class SampleFileError extends Error {}

/**
 * The snapshots of `modelled.csv` (long) or `illustrative.csv` (wide), about 5,000 at a time. Our own files have
 * plain cells only, so every comma and every line break separates.
 *
 * @throws SampleFileError that names the line, and the column where one is at fault
 * @example [...snapshotsOf("date,platform,country,metric,value,source\n2025-01-13,rednote,US,downloads,5,x\n")][0].length // 1
 */
export function* snapshotsOf(text: string): Generator<Snapshot[]> {
  const [header = "", ...lines] = text.split("\n");
  if (lines.pop() !== "") throw new SampleFileError(`line ${lines.length + 2}: does not end with a line break`);
  const names = header.split(",");
  const indexOf = (column: string) => {
    const index = names.indexOf(column);
    if (index < 0) throw new SampleFileError(`line 1, column ${column}: is missing`);
    return index;
  };
  const [date, platform, country, source] = [indexOf("date"), indexOf("platform"), indexOf("country"), indexOf("source")];
  const topic = names.indexOf("topic");
  const long = names.includes("metric");
  const metric = long ? indexOf("metric") : -1;
  const keys = new Set([date, platform, country, source, topic, metric]);
  const values = names.map((_, index) => index).filter((index) => !keys.has(index));

  let chunk: Snapshot[] = [];
  for (const [number, line] of lines.entries()) {
    const cells = line.split(",");
    if (cells.length !== names.length)
      throw new SampleFileError(`line ${number + 2}: has ${cells.length} cells where the header has ${names.length}`);
    const cell = (index: number) => cells[index] as string;
    for (const index of values) {
      if (cell(index) === "") continue;
      const value = Number(cell(index));
      if (!Number.isFinite(value)) throw new SampleFileError(`line ${number + 2}, column ${names[index]}: \`${cell(index)}\` is no number`);
      chunk.push({
        date: cell(date),
        platform: cell(platform),
        country: cell(country),
        metric: long ? cell(metric) : (names[index] as string),
        topic: topic < 0 ? ALL_TOPICS : cell(topic),
        source: cell(source),
        value,
      });
    }
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
