import { compact } from "../chart/format.ts";
import { numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";

/** Two figures of one quantity that cannot both be so, or that a note holds against each other. */
export interface Conflict {
  /** The smaller value first; of equal values the earlier. */
  low: Figure;
  high: Figure;
  /** How far they are apart as a factor, 1 and more; 1 where they differ in their days only. */
  ratio: number;
}

/** Metrics of which each figure is of a thing of its own, a room or a corpus: two of them say nothing of each other. */
const OWN_THINGS = /^(live_room_participants|research_sample_\w+)$/;
/** Changes have each a base of its own, which the figures do not name. */
const CHANGES = /_(growth|change)_/;
/** How far two readings may be apart where one of them is worded as "about". */
const ABOUT = 1.1;
/** Totals are compared where at least this share of their days is the same. */
const SAME_DAYS = 0.5;
/** The word with which a note holds its figure against another. */
const NOTED = /\bCONFLICT\b/;
/** Days within which the same number, said of other days, is the same number. */
const SAME_NUMBER = 7;

/**
 * What a figure counts: its own metric, of a platform, in a country. Only figures of one quantity can conflict.
 *
 * @example quantityOf({ metric: "downloads_daily", platform: "rednote", country: "US" }) // "downloads_daily.rednote.US"
 */
export function quantityOf(figure: Pick<Figure, "metric" | "platform" | "country">): string {
  return `${figure.metric}.${figure.platform}.${figure.country}`;
}

/**
 * What a value is as a factor, so that changes can be compared and drawn on a logarithmic scale: 1 + percent / 100 of a
 * growth or change, the value itself of all else.
 *
 * @example factorOf({ metric: "downloads_growth_pct", value: -79.9 }) // 0.201
 * @example factorOf({ metric: "share_of_downloads", value: 22 }) // 22
 */
export function factorOf(figure: Pick<Figure, "metric" | "value" | "unit">): number {
  return isChange(figure) && figure.unit === "percent" ? 1 + figure.value / 100 : figure.value;
}

/** Whether a figure says how something changed, and not how much there was of it. */
export function isChange(figure: Pick<Figure, "metric">): boolean {
  return CHANGES.test(figure.metric);
}

/**
 * Whether two figures are relays of one origin: the same value of the same quantity by the same provider, on whatever
 * page and mirror. Ranks are too few numbers for that.
 */
export function isRelay(a: Figure, b: Figure): boolean {
  return a.unit !== "rank" && a.value === b.value && a.data_provider === b.data_provider && quantityOf(a) === quantityOf(b);
}

/**
 * The pairs of figures that conflict. Two figures of one quantity, from different pages, conflict where
 * - both are levels that share a day, and their values differ, bounds and "about" considered;
 * - both are totals, and half of their days are the same, or one lies inside the other and is larger;
 * - the note of one says CONFLICT, and they share a day or it names the value of the other.
 *
 * Changes conflict by their notes only, since what they are measured against is not in the data. A relay of the same
 * number conflicts where a note says so: in its days.
 *
 * @param figures of any quantities, in any order
 * @returns the farthest apart first
 * @example conflictsOf(figures).map(({ low, high, ratio }) => [low.id, high.id, ratio])[0] // ["rf019", "rf016", 10000]
 */
export function conflictsOf(figures: readonly Figure[]): Conflict[] {
  const quantities = new Map<string, Figure[]>();
  for (const figure of figures) {
    const quantity = quantityOf(figure);
    quantities.set(quantity, [...(quantities.get(quantity) ?? []), figure]);
  }
  const conflicts: Conflict[] = [];
  for (const group of quantities.values())
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) if (isConflict(a, b)) conflicts.push(pairOf(a, b));
    });
  return conflicts.sort((a, b) => b.ratio - a.ratio);
}

/**
 * Conflicts without those whose values lie between the values of another that is shown: six readings of one day are
 * one bracket, from the least to the most. What nobody can trace hides nothing but its like.
 *
 * @param conflicts of one quantity, the farthest apart first
 */
export function widest(conflicts: readonly Conflict[]): Conflict[] {
  const kept: Conflict[] = [];
  for (const one of conflicts)
    if (!kept.some((wide) => isTraced(wide) === isTraced(one) && low(wide) <= low(one) && high(wide) >= high(one))) kept.push(one);
  return kept;
}

const low = (conflict: Conflict) => factorOf(conflict.low);
const high = (conflict: Conflict) => factorOf(conflict.high);

function isTraced(conflict: Conflict): boolean {
  return [conflict.low, conflict.high].every((figure) => figure.estimate_kind !== "untraceable");
}

function isConflict(a: Figure, b: Figure): boolean {
  if (a.url === b.url || OWN_THINGS.test(a.metric)) return false;
  if (noted(a, b) || noted(b, a)) return true;
  if (isChange(a) || isRelay(a, b) || a.value === b.value || a.basis !== b.basis) return false;
  const shared = sharedDays(a, b);
  if (shared === 0) return false;
  if (a.basis === "level") return !isCompatible(a, b);
  const all = daysOf(a) + daysOf(b) - shared;
  const [short, long] = daysOf(a) < daysOf(b) ? [a, b] : [b, a];
  const inside = shared === daysOf(short) && daysOf(long) > shared;
  return inside && short.value <= long.value ? false : inside || shared / all >= SAME_DAYS;
}

/** Whether the note of one figure holds another against it: by its value, by its days, or the same number by its days. */
function noted(one: Figure, other: Figure): boolean {
  if (!NOTED.test(one.note)) return false;
  if (one.value !== other.value) return names(one.note, other.value) || (!isChange(one) && sharedDays(one, other) > 0);
  const sameDays = one.date_from === other.date_from && one.date_to === other.date_to;
  return one.unit !== "rank" && !sameDays && daysApart(one, other) <= SAME_NUMBER;
}

/** Whether a note says a value, in the way that people write it. @example names("almost 3x", 3) // true */
function names(note: string, value: number): boolean {
  const text = compact(value).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w.,])${text}(?:x|%)?(?![\\w%]|[.,]\\d)`, "i").test(note);
}

function isCompatible(a: Figure, b: Figure): boolean {
  const [less, more] = a.value < b.value ? [a, b] : [b, a];
  if (less.qualifier === "over" || more.qualifier === "under") return true;
  return [less, more].some((one) => one.qualifier === "about") && more.value / less.value <= ABOUT;
}

function pairOf(a: Figure, b: Figure): Conflict {
  const [less, more] = a.value < b.value || (a.value === b.value && a.date_from <= b.date_from) ? [a, b] : [b, a];
  return { low: less, high: more, ratio: factorOf(more) / factorOf(less) };
}

function daysOf(figure: Figure): number {
  return numberOf(figure.date_to) - numberOf(figure.date_from) + 1;
}

function sharedDays(a: Figure, b: Figure): number {
  const from = Math.max(numberOf(a.date_from), numberOf(b.date_from));
  return Math.max(0, Math.min(numberOf(a.date_to), numberOf(b.date_to)) - from + 1);
}

/** Days from the end of one figure to the beginning of the other; 0 where they share one. */
function daysApart(a: Figure, b: Figure): number {
  if (sharedDays(a, b) > 0) return 0;
  return Math.max(numberOf(a.date_from) - numberOf(b.date_to), numberOf(b.date_from) - numberOf(a.date_to));
}
