import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { clientAddress } from "./address.ts";
import { matches } from "./answers.ts";
import type { Config } from "./config.ts";
import { acceptedEncoding, type Encoding } from "./encoding.ts";
import type { Limiter } from "./limiter.ts";
import type { Meter } from "./metrics.ts";
import { headersFor } from "./security.ts";
import type { Store } from "./store/store.ts";

/** An answer that the app gave, and how to give it again. */
export interface GivenAnswer {
  bytes: Uint8Array;
  etag: string;
  /** As they were sent with it, but for those that every answer carries. */
  headers: Readonly<Record<string, string>>;
  meter: Meter;
}

interface Kept extends Omit<GivenAnswer, "headers" | "bytes"> {
  /** A small body as a string, a character a byte: Node writes it together with the headers, in half the time. */
  body: string | Uint8Array;
  length: number;
  /** The newest one when the answer was given. It is true as long as this still is. */
  vintage: number;
  /** Names and values by turns; the last is the id of the request. */
  headers: string[];
  headersUnchanged: string[];
}

interface FrontSetting {
  store: Pick<Store, "vintage">;
  addresses: Limiter;
  config: Pick<Config, "proxies" | "origin">;
  log: Logger;
  /** How much to keep, as sent. */
  bytes?: number;
}

/** Bytes up to which a body is written together with its headers. */
const MOST_AS_TEXT = 65_536;

/** Headers of a 200 that a 304 goes without. */
const OF_BODY = new Set(["Content-Type", "Content-Encoding", "Content-Length"]);

/**
 * Stands in front of the app and gives again what it gave before: the same address in the same encoding, as long as no
 * batch has come since. Costs a tenth of what the app takes for an answer that it has at hand. For public answers only.
 */
export class Front {
  readonly #setting: FrontSetting;
  readonly #kept: LRUCache<string, Kept>;
  /** The newest vintage when a request came: what the app answers is at least as new. */
  readonly #vintages = new WeakMap<IncomingMessage, number>();
  /** Clients of one kind send the same Accept-Encoding. */
  readonly #encodings = new LRUCache<string, Encoding>({ max: 100 });
  #vintage: number | undefined;

  constructor(setting: FrontSetting) {
    this.#setting = setting;
    this.#kept = new LRUCache({
      maxSize: setting.bytes ?? 8 * 1024 * 1024,
      sizeCalculation: ({ length }, key) => length + 2 * key.length + 1024,
    });
  }

  /** Answers a request, or leaves it to the app. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, app: () => void): void {
    if (incoming.method !== "GET") {
      app();
      return;
    }
    const begin = performance.now();
    const vintage = this.#newest();
    const kept = this.#kept.get(this.#keyOf(incoming));
    if (kept === undefined || kept.vintage !== vintage) {
      this.#vintages.set(incoming, vintage);
      app();
      return;
    }
    const { addresses, config } = this.#setting;
    const address = clientAddress(incoming, config.proxies);
    if (addresses.takeOfLot(address)) this.#send(incoming, outgoing, kept, begin);
    // The app finds the right words for who asks too often.
    else addresses.take(address).then(() => this.#send(incoming, outgoing, kept, begin), app);
  }

  /** Keeps what the app answered. */
  keep(incoming: IncomingMessage, { bytes, etag, headers, meter }: GivenAnswer): void {
    const vintage = this.#vintages.get(incoming);
    if (vintage === undefined) return;
    const id: [string, string] = ["X-Request-Id", ""];
    const flat = Object.entries(headers);
    const secured = Object.entries(headersFor(incoming.url ?? "/", this.#setting.config.origin));
    this.#kept.set(this.#keyOf(incoming), {
      vintage,
      body: bytes.byteLength > MOST_AS_TEXT ? bytes : Buffer.from(bytes).toString("latin1"),
      length: bytes.byteLength,
      etag,
      meter,
      headers: [...flat, ...secured, id].flat(),
      headersUnchanged: [...flat.filter(([name]) => !OF_BODY.has(name)), id].flat(),
    });
  }

  #send(incoming: IncomingMessage, outgoing: ServerResponse, kept: Kept, begin: number): void {
    const isKnown = matches(incoming.headers["if-none-match"], kept.etag);
    const status = isKnown ? 304 : 200;
    const headers = isKnown ? kept.headersUnchanged : kept.headers;
    const id = requestIdOf(incoming);
    // Written out at once, so that the next request may have the list again.
    headers[headers.length - 1] = id;
    outgoing.writeHead(status, headers);
    if (isKnown) outgoing.end();
    else outgoing.end(kept.body, "latin1");
    const ms = performance.now() - begin;
    kept.meter(status, ms / 1000);
    const { log } = this.#setting;
    if (log.isLevelEnabled("debug"))
      log.debug({ request: id, method: "GET", path: incoming.url?.split("?", 1)[0], status, ms, again: true });
  }

  #keyOf(incoming: IncomingMessage): string {
    const header = incoming.headers["accept-encoding"];
    const accepted = Array.isArray(header) ? header.join(",") : (header ?? "");
    let encoding = this.#encodings.get(accepted);
    if (encoding === undefined) {
      encoding = acceptedEncoding(accepted);
      this.#encodings.set(accepted, encoding);
    }
    return `${encoding} ${incoming.headers.host} ${incoming.url}`;
  }

  /** Asked of the store once for all requests that came together: no time passes between them. */
  #newest(): number {
    if (this.#vintage === undefined) {
      this.#vintage = this.#setting.store.vintage();
      setImmediate(() => {
        this.#vintage = undefined;
      });
    }
    return this.#vintage;
  }
}

function requestIdOf(incoming: IncomingMessage): string {
  const given = incoming.headers["x-request-id"];
  return typeof given === "string" && /^[\w\-=]{1,255}$/.test(given) ? given : randomUUID();
}
