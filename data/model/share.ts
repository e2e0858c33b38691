import { MS_PER_DAY } from "./day.ts";
import { PAGES, type Page } from "./page.ts";

/** What a pinned share shows, by id: fixed when it is made, whatever is renamed or withdrawn later. */
export interface Shown {
  sources: string[];
  /** Slugs. */
  events: string[];
  figures: string[];
}

/** A short link to a view. Times are ISO 8601 in UTC. It ends by its own date or by a person, never for lack of visits. */
export interface Share {
  /** 22 letters, digits, - and _: 128 bits by lot. Who knows it may follow it. */
  slug: string;
  page: Page;
  /** The query string of the view, as `encodeView` writes it; of a pinned share with the number of its vintage. */
  view: string;
  pinned: boolean;
  /** Pinned: the vintage that it shows. Live: the newest when it was made; 0 where there was none. */
  vintage: number;
  /** `null` of a live share: what it shows changes with the data. */
  shows: Shown | null;
  /** Name of the token that made it; `null` where that was a person at the command line. */
  owner: string | null;
  note: string;
  created_at: string;
  /** From then on it shows nothing; `null` where it lasts. */
  expires_at: string | null;
  revoked_at: string | null;
  /** The slug that took the place of this one. */
  successor: string | null;
}

/** Whether a share leads anywhere: what was revoked has no other end. */
export type ShareState = "works" | "expired" | "revoked";

/** The shape of a slug. */
export const SHARE_SLUG = /^[\w-]{22}$/;

/**
 * The header by which a page says through which share it was opened, and the parameter of an address that holds the slug:
 * where access is private, a share admits to what it shows.
 */
export const SHARE_HEADER = "Surge-Share";
export const SHARE_PARAMETER = "share";

/** Where shares stand: `/s/SLUG`. */
export const SHARE_PATH = "/s/";

/**
 * Name of the tag in the HTML of a short link that holds path and query of the view: what the address bar shows once the
 * page has begun.
 */
export const SHARE_ADDRESS = "share-address";

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR_MS, d: MS_PER_DAY, w: 7 * MS_PER_DAY };
/** Ten years: what is to last longer has no end. */
export const LONGEST_MS = 3660 * MS_PER_DAY;

/**
 * @param now milliseconds since 1970
 * @example shareState({ expires_at: "2025-03-01T00:00:00.000Z", revoked_at: null }, Date.parse("2025-03-02")) // "expired"
 */
export function shareState({ expires_at, revoked_at }: Pick<Share, "expires_at" | "revoked_at">, now: number): ShareState {
  if (revoked_at !== null) return "revoked";
  return expires_at !== null && Date.parse(expires_at) <= now ? "expired" : "works";
}

/**
 * Path and query that a share stands for.
 *
 * @example shareAddress({ page: "map", view: "v=1&vintage=7" }) // "/map?v=1&vintage=7"
 */
export function shareAddress({ page, view }: Pick<Share, "page" | "view">): string {
  return `${PAGES[page]}?${view}`;
}

/**
 * The same view as it is now.
 *
 * @example liveAddress({ page: "map", view: "v=1&interval=week&vintage=7" }) // "/map?v=1&interval=week"
 */
export function liveAddress({ page, view }: Pick<Share, "page" | "view">): string {
  // Nothing else in a canonical query string can look like this: an `&` in a value is written otherwise.
  return shareAddress({ page, view: view.replace(/&vintage=[^&]*/, "") });
}

/**
 * How long something lasts, in milliseconds: a whole number of hours, days or weeks, ten years at most. `undefined` where
 * the text is none.
 *
 * @example readDuration("30d") // 2_592_000_000
 * @example readDuration("soon") // undefined
 */
export function readDuration(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? Number.NaN);
  return ms > 0 && ms <= LONGEST_MS ? ms : undefined;
}
