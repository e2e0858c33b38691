import { dayOf } from "../../data/model/day.ts";
import type { Receipt } from "../../data/model/snapshot.ts";
import { EVERYTHING, origin } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import type { Format } from "./format.ts";
import { type IngestJob, ingest } from "./ingest.ts";

/** The header of a long file. */
export const LONG = "date,platform,country,metric,value\n";

/** What a receipt says where nothing was written. */
export const NOTHING = { batch: null, inserted: 0, revised: 0, unchanged: 0, retracted: 0, replayed: false };

const { content_hash: _, ...from } = origin("2025-03-01T12:00:00.000Z");

/** Where batches come from. */
export const FROM = from;

/** What `taken` may be told besides the text. */
export type Sent = [text: string | Buffer, format?: Format, more?: Partial<IngestJob>, size?: number];

/** Has a file taken whose bytes come in pieces of one size. */
export function taken(store: Store, ...[text, format = "csv", more = {}, size = 65_536]: Sent): Promise<Receipt> {
  return ingest({ store, stream: pieces(Buffer.from(text), size), format, origin: FROM, ...more });
}

/** The signups that are there, a line for each day. */
export function signupsIn(store: Store, vintage?: number): string[] {
  return store
    .series(EVERYTHING, vintage)
    .flatMap(({ platform, country, topic, source, days, values }) =>
      days.map((day, index) => [dayOf(day), platform, country, topic, source, values[index]].join(" ")),
    );
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
