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
  /** What was asked for, without a query and as the app reads it. */
  path: string;
  bytes: Uint8Array;
  etag: string;
  /** As they were sent with it, but for those that every answer carries. */
  headers: Readonly<Record<string, string>>;
  meter: Meter;
}

interface Kept extends Omit<GivenAnswer, "bytes"> {
  encoding: Encoding;
  host: string;
  /** The newest one when the answer was given. It is true as long as this still is. */
  vintage: number;
  /** Once it is given again, a small one is a string, a character a byte: Node writes it together with the headers, in half the time. */
  body: Uint8Array | string;
  length: number;
  /** Made when it is given again: most views are asked for once. */
  lists?: HeaderLists;
}

/** Headers as Node writes them fastest: names and values by turns; the last is the id of the request. */
interface HeaderLists {
  ofBody: string[];
  unchanged: string[];
}

/** What a request asked for when it came. */
interface Came {
  asked: Asked;
  /** The newest vintage then: what the app answers is at least as new. */
  vintage: number;
}

interface FrontSetting {
  store: Pick<Store, "vintage">;
  addresses: Limiter;
  config: Pick<Config, "proxies" | "origin" | "frameAncestors">;
  log: Logger;
  /** How much to keep, as sent. */
  bytes?: number;
}

/** Bytes up to which a body is written together with its headers. */
const MOST_AS_TEXT = 65_536;

/** How long the newest vintage is taken for what it was: less than the end of a process takes. */
const BELIEVED_MS = 1;

/** Answers that are kept of one address: anybody may make up hosts. */
const MOST_AN_ADDRESS = 8;

/** Headers of a 200 that a 304 goes without. */
const OF_BODY = new Set(["Content-Type", "Content-Disposition", "Content-Encoding", "Content-Length"]);

/**
 * Stands in front of the app and gives again what it gave before: the same address in the same encoding, as long as no
 * batch has come since. Costs a tenth of what the app takes for an answer that it has at hand. For public answers only.
 */
export class Front {
  readonly #setting: FrontSetting;
  /** By address: what was answered to those who asked in different ways. */
  readonly #kept: LRUCache<string, Kept[]>;
  /** Requests that the app answers. */
  readonly #came = new WeakMap<IncomingMessage, Came>();
  /** Clients of one kind send the same Accept-Encoding. */
  readonly #encodings = new LRUCache<string, Encoding>({ max: 100 });
  #vintage = 0;
  /** Until when that is believed, as performance.now() counts. */
  #believed = 0;
  /** Requests under way that may bring a batch. */
  #writing = 0;

  constructor(setting: FrontSetting) {
    this.#setting = setting;
    this.#kept = new LRUCache({
      maxSize: setting.bytes ?? 8 * 1024 * 1024,
      sizeCalculation: (answers, address) => answers.reduce((bytes, { length }) => bytes + length + 1024, 2 * address.length),
    });
  }

  /** Answers a request, or leaves it to the app. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, app: () => void): void {
    if (incoming.method !== "GET") {
      this.#writing++;
      outgoing.once("close", () => this.#writing--);
      app();
      return;
    }
    const begin = performance.now();
    const vintage = this.#newest(begin);
    const asked = askedOf(incoming);
    const kept = asked && this.#find(incoming, asked);
    if (asked === undefined || kept === undefined || kept.vintage !== vintage) {
      if (asked) this.#came.set(incoming, { asked, vintage });
      app();
      return;
    }
    const { addresses, config } = this.#setting;
    const address = clientAddress(incoming, config.proxies);
    if (addresses.takeOfLot(address)) this.#send(incoming, outgoing, asked, kept, begin);
    // The app finds the right words for who asks too often.
    else addresses.take(address).then(() => this.#send(incoming, outgoing, asked, kept, begin), app);
  }

  /** Keeps what the app answered. */
  keep(incoming: IncomingMessage, { bytes, ...given }: GivenAnswer): void {
    const came = this.#came.get(incoming);
    if (came === undefined) return;
    const { asked, vintage } = came;
    const [address, encoding, host] = [incoming.url ?? "/", this.#encodingOf(asked), asked.host];
    const isOther = (one: Kept) => one.vintage === vintage && !(one.encoding === encoding && one.host === host);
    const others = this.#kept.peek(address)?.filter(isOther) ?? [];
    const kept = { ...given, encoding, host, vintage, body: bytes, length: bytes.byteLength };
    this.#kept.set(address, [...others.slice(1 - MOST_AN_ADDRESS), kept]);
  }

  #send(incoming: IncomingMessage, outgoing: ServerResponse, asked: Asked, kept: Kept, begin: number): void {
    kept.lists ??= this.#made(kept);
    const isKnown = matches(asked.tag, kept.etag);
    const status = isKnown ? 304 : 200;
    const headers = isKnown ? kept.lists.unchanged : kept.lists.ofBody;
    const id = requestIdOf(asked);
    // Written out at once, so that the next request may have the list again.
    headers[headers.length - 1] = id;
    // A connection of HTTP/1.1 is kept anyway. To say so, and for how long, would be a tenth of a 304.
    if (outgoing.shouldKeepAlive && incoming.httpVersionMinor > 0) outgoing.removeHeader("Connection");
    outgoing.writeHead(status, headers);
    if (isKnown) outgoing.end();
    else outgoing.end(kept.body, "latin1");
    const ms = performance.now() - begin;
    kept.meter(status, ms / 1000);
    const { log } = this.#setting;
    if (log.isLevelEnabled("debug"))
      log.debug({ request: id, method: "GET", path: incoming.url?.split("?", 1)[0], status, ms, again: true });
  }

  #made(kept: Kept): HeaderLists {
    const { path, body, headers } = kept;
    if (typeof body !== "string" && body.byteLength <= MOST_AS_TEXT) kept.body = Buffer.from(body).toString("latin1");
    const id: [string, string] = ["X-Request-Id", ""];
    const flat = Object.entries(headers);
    const secured = Object.entries(headersFor(path, this.#setting.config));
    return {
      ofBody: [...flat, ...secured, id].flat(),
      unchanged: [...flat.filter(([name]) => !OF_BODY.has(name)), id].flat(),
    };
  }

  #find(incoming: IncomingMessage, asked: Asked): Kept | undefined {
    const answers = this.#kept.get(incoming.url ?? "/");
    if (answers === undefined) return undefined;
    const encoding = this.#encodingOf(asked);
    return answers.find((one) => one.encoding === encoding && one.host === asked.host);
  }

  #encodingOf({ accepted }: Asked): Encoding {
    if (accepted === "") return "identity";
    const known = this.#encodings.get(accepted);
    if (known !== undefined) return known;
    const encoding = acceptedEncoding(accepted);
    this.#encodings.set(accepted, encoding);
    return encoding;
  }

  /**
   * Asked of the store once a millisecond: to ask is a tenth of an answer. A batch that comes through this server is
   * seen at once, whatever another process brings as soon as it can say so.
   */
  #newest(now: number): number {
    if (now >= this.#believed || this.#writing > 0) {
      this.#vintage = this.#setting.store.vintage();
      this.#believed = this.#writing > 0 ? 0 : now + BELIEVED_MS;
    }
    return this.#vintage;
  }
}

/** What an answer depends on besides the address. */
interface Asked {
  accepted: string;
  host: string;
  /** If-None-Match. */
  tag: string | undefined;
  id: string | undefined;
}

/**
 * Reads the few headers that count as they came: to have Node make an object of all of them takes longer than all
 * else. Nothing where one came twice, which the app is to make sense of.
 */
function askedOf({ rawHeaders }: IncomingMessage): Asked | undefined {
  let [accepted, host, tag, id]: (string | undefined)[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    const value = rawHeaders[at + 1] as string;
    // By the length first: most headers are none of these.
    switch (name.length) {
      case 4:
        if (name.toLowerCase() !== "host") break;
        if (host !== undefined) return undefined;
        host = value;
        break;
      case 12:
        if (name.toLowerCase() !== "x-request-id") break;
        if (id !== undefined) return undefined;
        id = value;
        break;
      case 13:
        if (name.toLowerCase() !== "if-none-match") break;
        if (tag !== undefined) return undefined;
        tag = value;
        break;
      case 15:
        if (name.toLowerCase() !== "accept-encoding") break;
        if (accepted !== undefined) return undefined;
        accepted = value;
    }
  }
  return { accepted: accepted ?? "", host: host ?? "", tag, id };
}

/** Ids of this process begin alike, and end in a number: to draw each by lot takes longer than to count. */
const OWN = randomUUID().slice(0, 24);
let ids = 0;

function requestIdOf({ id }: Asked): string {
  return id !== undefined && /^[\w\-=]{1,255}$/.test(id) ? id : OWN + (++ids).toString(16).padStart(12, "0");
}
