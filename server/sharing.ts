import { randomBytes } from "node:crypto";
import { z } from "zod";
import { shownBy } from "../data/chart/shown.ts";
import { dayNumber, MS_PER_DAY, numberOf } from "../data/model/day.ts";
import { unknownNames } from "../data/model/known-view.ts";
import { carried, PAGE_NAMES, type Page } from "../data/model/page.ts";
import { cut } from "../data/model/parameter.ts";
import type { Problem } from "../data/model/problem.ts";
import { LONGEST_MS, readDuration, SHARE_SLUG, type Share } from "../data/model/share.ts";
import { decodeView, encodeView, type View } from "../data/model/view.ts";
import { inPlainWords, meant, valueAt, wrongField } from "./entry-faults.ts";
import { patiently } from "./patience.ts";
import { RequestProblem } from "./problem.ts";
import { refusals } from "./refused-view.ts";
import { sharedAddress } from "./shared-address.ts";
import type { Store } from "./store/store.ts";
import { resolveVintage } from "./vintage.ts";

/** What was sent makes no share. The problems say where and what to do. */
export class ShareFault extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [only, ...more] = problems;
    super(only && more.length === 0 ? sentenceOf(only) : `${problems.length} things are wrong with it.`);
    this.problems = problems;
  }
}

/** A sentence that begins with `This` says nothing without its field. */
function sentenceOf({ field, detail }: Problem): string {
  return detail.startsWith("This ") && field !== "body" ? `${field}: ${detail}` : detail;
}

const note = z
  .string()
  .trim()
  .max(200, "This must not be longer than 200 characters.")
  // Half a character is none, and control characters would play tricks in a terminal.
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "This must be one line, without control characters.");

const duration = z
  .string()
  .refine(
    (text) => readDuration(text) !== undefined,
    "This must be a number of hours, days or weeks, such as 12h, 30d or 4w; ten years at most.",
  )
  .nullable();

const lastDay = z
  .string()
  .refine((text) => dayNumber(text) !== undefined, "This must be a calendar day, such as 2025-06-30.")
  .nullable();

/** Both say when it ends; `null` is never. */
const end = { expires_in: duration.optional(), expires_on: lastDay.optional() };

/** What is sent to make a share. */
export const NewShareSchema = z.strictObject({
  view: z.string(),
  page: z.enum(PAGE_NAMES as [Page, ...Page[]]).optional(),
  pinned: z.boolean().optional(),
  ...end,
  note: note.optional(),
});

/** What is sent to change one. */
export const ShareChangeSchema = z
  .strictObject({ note: note.optional(), ...end })
  .refine((change) => Object.keys(change).length > 0, "There is nothing to change in it. Send `note`, `expires_in` or `expires_on`.");

interface Sharing {
  store: Store;
  /** Milliseconds since 1970. */
  now: number;
  /** Name of the token; `null` at the command line. */
  owner: string | null;
  /** Scheme and host that its image says; empty where that is the server's to know. */
  origin: string;
}

/** The share of a slug; `undefined` where it is none, of whatever text. */
export function shareOf(store: Pick<Store, "share">, slug: string): Share | undefined {
  return SHARE_SLUG.test(slug) ? store.share(slug) : undefined;
}

/** The view of a share's image, as `encodeView` writes it: what else its page has in its address is left out. */
export function chartQuery({ page, view: query }: Share): string {
  const { view } = decodeView(new URLSearchParams(query));
  return encodeView(page === "evidence" ? carried(view, "growth") : view);
}

/**
 * Makes a share of what was sent, and keeps it.
 *
 * Without `pinned` it is pinned where its view names a vintage. A pinned share holds the number of the vintage, and the
 * ids of what it shows.
 *
 * @throws ShareFault where it cannot be made of that
 * @throws StoreBusyError where somebody else was writing for too long
 */
export async function makeShare(sent: unknown, { store, now, owner, origin }: Sharing): Promise<Share> {
  const asked = checked(NewShareSchema, sent);
  const address = sharedAddress(asked.view, asked.page);
  if ("code" in address) throw new ShareFault([address]);
  const { page, pairs } = address;
  const { view, own } = viewOf(page, pairs);
  const pinned = asked.pinned ?? view.vintage !== "newest";
  if (!pinned && view.vintage !== "newest") {
    const detail = `The view names the vintage ${view.vintage}, so what it shows stays as it is. Leave \`vintage\` out of the view, or set \`pinned\` to true.`;
    throw new ShareFault([{ field: "pinned", code: "contradiction", detail }]);
  }
  const vintage = vintageOf(store, view, now);
  if (pinned && vintage === 0) {
    const detail = "There is nothing to pin yet: no batch has come. Set `pinned` to false for a share that follows what will come.";
    throw new ShareFault([{ field: "pinned", code: "empty_store", detail }]);
  }
  const catalog = store.catalog(vintage);
  const unknown = unknownNames(view, catalog);
  if (unknown.length > 0) throw new ShareFault(unknown.map(ofView));
  const shows = pinned ? shownBy(view, page, { catalog, figures: store.figures(vintage), events: store.events(vintage) }) : null;
  const share: Share = {
    slug: newSlug(),
    page,
    view: `${encodeView({ ...view, vintage: pinned ? vintage : "newest" })}${own}`,
    pinned,
    vintage,
    shows,
    owner,
    note: asked.note ?? "",
    created_at: new Date(now).toISOString(),
    expires_at: endOf(asked, now) ?? null,
    revoked_at: null,
    successor: null,
  };
  await patiently(() => store.createShare(share, origin));
  return share;
}

/** Reads what is to change of a share. Its end counts from now on. Throws ShareFault. */
export function shareChange(sent: unknown, now: number): Partial<Pick<Share, "note" | "expires_at">> {
  const { note, ...asked } = checked(ShareChangeSchema, sent);
  const expires_at = endOf(asked, now);
  return { ...(note !== undefined && { note }), ...(expires_at !== undefined && { expires_at }) };
}

/** 128 bits of Node's own lot: nanoid, which would add nothing but other letters, has left Node 20. */
export function newSlug(): string {
  return randomBytes(16).toString("base64url");
}

/** What an address of the data page has besides: which calendar it shows. */
const COVERAGE = "coverage";

/** The view of an address, and what the page has in it besides. */
function viewOf(page: Page, pairs: URLSearchParams): { view: View; own: string } {
  const coverage = page === "data" ? pairs.get(COVERAGE) : null;
  const own = coverage !== null && /^[\w,-]{1,500}$/.test(coverage) ? `&${COVERAGE}=${coverage}` : "";
  const { view, notices } = decodeView([...pairs].filter(([name]) => own === "" || name !== COVERAGE));
  if (notices.length > 0) throw new ShareFault(refusals(notices).map(ofView));
  // An address without a version was typed, and means what the page shows to who types it.
  return { view: page === "evidence" && !pairs.has("v") ? carried(view, page) : view, own };
}

function ofView(problem: Problem): Problem {
  return { ...problem, field: `view.${problem.field}` };
}

function vintageOf(store: Store, view: View, now: number): number {
  try {
    return resolveVintage(store, view.vintage, now).vintage;
  } catch (error) {
    throw error instanceof RequestProblem ? new ShareFault(error.errors.map(ofView)) : error;
  }
}

/** When it ends: `null` is never, `undefined` where nothing is said of it. Throws ShareFault. */
function endOf(
  { expires_in, expires_on }: { expires_in?: string | null; expires_on?: string | null },
  now: number,
): string | null | undefined {
  if (expires_in !== undefined && expires_on !== undefined)
    throw new ShareFault([{ field: "expires_on", code: "contradiction", detail: "Send `expires_in` or `expires_on`, not both." }]);
  if (typeof expires_in === "string") return new Date(now + (readDuration(expires_in) ?? 0)).toISOString();
  if (typeof expires_on !== "string") return expires_in === undefined ? expires_on : null;
  // It lasts until that day is over.
  const ms = (numberOf(expires_on) + 1) * MS_PER_DAY;
  if (ms <= now || ms - now > LONGEST_MS) {
    const detail = "A share ends today in UTC at the earliest, and in ten years at the latest; what is to last longer has no end.";
    throw new ShareFault([{ field: "expires_on", code: "out_of_range", detail, value: expires_on }]);
  }
  return new Date(ms).toISOString();
}

function checked<Schema extends typeof NewShareSchema | typeof ShareChangeSchema>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent, { error: inPlainWords });
  if (parsed.success) return parsed.data as z.output<Schema>;
  const known = Object.keys(schema.shape);
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues)
    if (issue.code === "unrecognized_keys") for (const name of issue.keys) problems.set(name, unknownField(name, known));
    else {
      const field = issue.path.join(".") || "body";
      const isNews = field !== "body" || problems.size === 0;
      if (isNews && !problems.has(field)) problems.set(field, wrongField(issue, field, valueAt(sent, issue.path)));
    }
  throw new ShareFault([...problems.values()]);
}

function unknownField(name: string, known: readonly string[]): Problem {
  const hint = meant(name, known);
  const detail = `There is no \`${cut(name)}\` here. There are ${known.join(", ")}.`;
  return { field: cut(name), code: "unknown_field", detail, value: cut(name), ...(hint && { hint }) };
}
