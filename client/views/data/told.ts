import { dayWithYear, fullNumber } from "../../../data/chart/format.ts";
import { dayNumber } from "../../../data/model/day.ts";
import { isRejected, type Receipt } from "../../../data/model/snapshot.ts";
import type { Batch } from "./load.ts";

type Counts = Pick<Receipt, "inserted" | "revised" | "unchanged" | "retracted">;

/** @example receivedText("2026-11-22T10:03:21.000Z") // "22 Nov 2026, 10:03 UTC" */
export function receivedText(iso: string): string {
  const day = dayNumber(iso.slice(0, 10));
  return day === undefined ? iso : `${dayWithYear(day)}, ${iso.slice(11, 16)} UTC`;
}

/** By which way a batch came. @example channelText({ channel: "http", name: "newsroom" }) // "HTTP, token newsroom" */
export function channelText({ channel, name }: Pick<Batch, "channel" | "name">): string {
  if (channel === "http") return `HTTP, token ${name}`;
  if (channel === "file") return `File ${name}`;
  if (channel === "command") return `Command: ${name}`;
  return "Shipped with the program";
}

/** What was counted of some values. @example "1,200 new, 3 revised, none unchanged" */
export function countsText({ inserted, revised, unchanged, retracted }: Counts): string {
  return [
    `${counted(inserted)} new`,
    `${counted(revised)} revised`,
    `${counted(unchanged)} unchanged`,
    ...(retracted > 0 ? [`${counted(retracted)} withdrawn`] : []),
  ].join(", ");
}

/** The receipt of a batch that is stored, in sentences. */
export function batchText(batch: Batch, sourceNames: readonly string[]): string {
  const values = batch.inserted + batch.revised + batch.unchanged + batch.retracted;
  const of = sourceNames.length === 0 ? "" : ` of ${sourceNames.join(", ")}`;
  const told = values === 0 ? "It brought no values." : `${plural(values, "value")}${of}: ${countsText(batch)}.`;
  const entries = batch.entries === 0 ? "" : ` ${plural(batch.entries, "entry", "entries")} of catalog, figures, events or claims changed.`;
  return `${told}${entries}`;
}

/** What an ingest did, or would do. */
export function receiptText(receipt: Receipt, isDryRun: boolean): string {
  const { batch, vintage, rows, rejected, replayed } = receipt;
  const faulty = `${fullNumber(rejected)} of ${plural(rows, "row")} ${rejected === 1 ? "is" : "are"} at fault`;
  if (isRejected(receipt)) return `${faulty}. Nothing was written.`;
  const out = rejected === 0 ? "" : ` ${plural(rejected, "row")} at fault ${rejected === 1 ? "is" : "are"} left out.`;
  // The counts of these very bytes are those of the first time.
  if (replayed) return `These very bytes came before, as batch ${batch}: nothing changed.${out}`;
  const written = receipt.inserted + receipt.revised + receipt.retracted;
  if (written === 0) {
    const why = rows === 0 ? "There are no rows in it" : `All of its ${rejected > 0 ? "other " : ""}values are known`;
    return `${why}: ${isDryRun ? "it would change nothing" : "nothing changed"}. Vintage ${vintage} stays the newest.${out}`;
  }
  const counts = countsText(receipt);
  if (isDryRun && rejected > 0)
    return `${faulty} and would be left out. ${plural(rows - rejected, "value")}: ${counts}. Nothing is written yet.`;
  if (isDryRun) return `No fault. ${plural(rows, "value")}: ${counts}. Nothing is written yet.`;
  const taken = `Batch ${batch ?? vintage} was taken`;
  if (rejected > 0) return `${taken}: ${plural(written, "row")} written, ${fullNumber(rejected)} left out. ${sentenceOf(counts)}.`;
  return `${taken}. ${plural(rows, "value")}: ${counts}.`;
}

function sentenceOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @example plural(2, "entry", "entries") // "2 entries" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${fullNumber(count)} ${count === 1 ? one : many}`;
}

/** @example bytesText(3_400_000) // "3.4 MB" */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function counted(count: number): string {
  return count === 0 ? "none" : fullNumber(count);
}
