import { dayNumber } from "../../../data/model/day.ts";
import { isRejected, type Receipt } from "../../../data/model/snapshot.ts";
import { dayWithYear, fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { FILE } from "./file-words.ts";
import type { Batch } from "./load.ts";
import { DATA } from "./words.ts";

type Counts = Pick<Receipt, "inserted" | "revised" | "unchanged" | "retracted">;

/** @example receivedText("2026-11-22T10:03:21.000Z") // "22 Nov 2026, 10:03 UTC" */
export function receivedText(iso: string): string {
  const day = dayNumber(iso.slice(0, 10));
  return day === undefined ? iso : wordsOf(DATA).batch.utc(dayWithYear(day), iso.slice(11, 16));
}

/** By which way a batch came. @example channelText({ channel: "http", name: "newsroom" }) // "HTTP, token newsroom" */
export function channelText({ channel, name }: Pick<Batch, "channel" | "name">): string {
  const { way } = wordsOf(DATA).batch;
  return channel === "http" || channel === "file" || channel === "command" ? way[channel](name) : way.shipped;
}

/** What was counted of some values. @example "1,200 new, 3 revised, none unchanged" */
export function countsText(counts: Partial<Counts>): string {
  const { counts: words, comma } = wordsOf(DATA);
  const told = (["inserted", "revised", "unchanged", "retracted"] as const).flatMap((what) => {
    const count = counts[what];
    if (count === undefined || (count === 0 && what === "retracted")) return [];
    return [words[what](count === 0 ? null : fullNumber(count))];
  });
  return told.join(comma);
}

/** The receipt of a batch that is stored, in sentences. */
export function batchText(batch: Batch, sourceNames: readonly string[]): string {
  const { batch: words, gap } = wordsOf(DATA);
  const values = batch.inserted + batch.revised + batch.unchanged + batch.retracted;
  const told = values === 0 ? words.nothing : words.brought(values, sourceNames, countsText(batch));
  return batch.entries === 0 ? told : [told, words.changed(batch.entries)].join(gap);
}

/** What an ingest did, or would do. */
export function receiptText(receipt: Receipt, isDryRun: boolean): string {
  const { batch, vintage, rows, rejected, replayed } = receipt;
  const words = wordsOf(FILE).receipt;
  if (isRejected(receipt)) return words.rejected(rejected, rows);
  const withRest = (text: string) => (rejected === 0 ? text : [text, words.left(rejected)].join(wordsOf(DATA).gap));
  // The counts of these very bytes are those of the first time.
  if (replayed) return withRest(words.replayed(batch ?? vintage));
  const written = receipt.inserted + receipt.revised + receipt.retracted;
  if (written === 0) return withRest(words.unchanged(rows, rejected, isDryRun, vintage));
  const counts = countsText(receipt);
  if (isDryRun) return rejected > 0 ? words.wouldLeave(rejected, rows, counts) : words.sound(rows, counts);
  return rejected > 0 ? words.takenSome(batch ?? vintage, written, rejected, counts) : words.taken(batch ?? vintage, rows, counts);
}

/** @example bytesText(3_400_000) // "3.4 MB" */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return wordsOf(FILE).bytes(bytes);
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
