import { dayNumber, dayOfInstant } from "../data/model/day.ts";
import type { Vintage } from "../data/model/view.ts";
import { RequestProblem } from "./problem.ts";
import type { Store } from "./store/store.ts";

const LARGEST = 2 ** 31;

/** After midnight: a batch of the day before may be in the middle of its commit. */
const SETTLED_MS = 10 * 60 * 1000;

/** The vintage to read at. `pinned` where the address fixes it for ever. */
export interface ResolvedVintage {
  vintage: number;
  pinned: boolean;
}

/**
 * The batch number that an address means. The newest is asked of the store each time, so a batch that another process
 * wrote is seen at once.
 *
 * A day that is not over yet may still get batches: it is answered, but not for ever.
 *
 * @param now milliseconds since 1970
 * @param field the parameter that asks, for faults
 * @throws RequestProblem where there is no such vintage
 */
export function resolveVintage(
  store: Pick<Store, "vintage" | "vintageOn">,
  wanted: Vintage,
  now: number,
  field = "vintage",
): ResolvedVintage {
  const unknownVintage = (text: string, detail: string) => badVintage(field, "unknown_vintage", text, detail);
  const newest = store.vintage();
  if (wanted === "newest") return { vintage: newest, pinned: false };
  if (typeof wanted === "number") {
    if (wanted > newest) throw unknownVintage(String(wanted), `There is no vintage ${wanted}. The newest is ${newest}.`);
    return { vintage: wanted, pinned: true };
  }
  const today = dayOfInstant(now);
  if (wanted > today) throw unknownVintage(wanted, `${wanted} is yet to come. The newest vintage is ${newest}.`);
  const vintage = store.vintageOn(wanted);
  if (vintage === 0 && newest > 0) throw unknownVintage(wanted, `Nothing had been received by ${wanted}. The newest vintage is ${newest}.`);
  return { vintage, pinned: wanted < dayOfInstant(now - SETTLED_MS) };
}

/** Reads a `vintage=` that stands outside a view. */
export function readVintage(text: string | undefined, field = "vintage"): Vintage {
  if (text === undefined || text === "") return "newest";
  if (/^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= LARGEST) return Number(text);
  if (dayNumber(text) !== undefined) return text;
  throw badVintage(field, "malformed", text, `\`${field}\` is \`${text.slice(0, 80)}\`. It must be a batch number or a day, YYYY-MM-DD.`);
}

function badVintage(field: string, code: string, text: string, detail: string): RequestProblem {
  return new RequestProblem("bad-address", detail, { errors: [{ field, code, value: text.slice(0, 80), detail }] });
}
