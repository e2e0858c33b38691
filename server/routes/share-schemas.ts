import { createRoute, z } from "@hono/zod-openapi";
import { PAGE_NAMES, type Page } from "../../data/model/page.ts";
import { SHARE_SLUG } from "../../data/model/share.ts";
import { problemResponse } from "../problem.ts";
import { NewShareSchema, ShareChangeSchema } from "../sharing.ts";

/** Shares in one answer of a list, unless told, and at most. */
export const USUAL_SHARES = 200;
export const MOST_SHARES = 1000;

/** Days of which a list has the visits one by one; the last is today in UTC. */
export const LISTED_DAYS = 30;

const moment = z.string().nullable().openapi({ description: "ISO 8601 in UTC." });

export const ShareSchema = z
  .object({
    slug: z.string().openapi({ description: "128 bits by lot: who knows it may follow it.", example: "V1StGXR8_Z5jdHi6B-myTQ" }),
    url: z.string().openapi({ example: "https://surge.example/s/V1StGXR8_Z5jdHi6B-myTQ" }),
    address: z.string().openapi({ description: "Path and query that it leads to.", example: "/growth?v=1&vintage=7" }),
    page: z.enum(PAGE_NAMES as [Page, ...Page[]]),
    view: z.string().openapi({ description: "Query string of the view in canonical form." }),
    pinned: z.boolean(),
    vintage: z.number().int().openapi({ description: "Pinned: what it shows. Live: the newest when it was made." }),
    state: z.enum(["works", "expired", "revoked"]),
    owner: z.string().nullable().openapi({ description: "Name of the token that made it; null where that was the command line." }),
    note: z.string(),
    created_at: z.string(),
    expires_at: moment,
    revoked_at: moment,
    successor: z.string().nullable().openapi({ description: "The slug that took its place." }),
  })
  .openapi("Share");

const byDay = z.array(z.object({ day: z.string(), visits: z.number().int() }));

export const ListedSchema = ShareSchema.extend({
  visits: z.number().int().openapi({ description: "How often it was followed." }),
  last_visit: z.string().nullable().openapi({ description: "The last UTC day on which it was." }),
  by_day: byDay.openapi({ description: "The visits of the `days` of the list; days without are missing." }),
}).openapi("ListedShare");

export const WholeSchema = ShareSchema.extend({
  shows: z
    .object({ sources: z.array(z.string()), events: z.array(z.string()), figures: z.array(z.string()) })
    .nullable()
    .openapi({ description: "Ids of what a pinned share shows; null of a live one." }),
  visits: byDay.openapi({ description: "By UTC day; days without are missing." }),
}).openapi("WholeShare");

const ListSchema = z
  .object({
    days: z
      .object({ first: z.string(), last: z.string() })
      .openapi({ description: `The ${LISTED_DAYS} UTC days of which each share has its visits; the last is today.` }),
    shares: z.array(ListedSchema),
    next: z.string().nullable().openapi({ description: "`before` of the next answer; null where there are no more." }),
  })
  .openapi("Shares");

export const ListQuery = z.strictObject({
  before: z
    .string()
    .regex(SHARE_SLUG, "This must be the slug of a share.")
    .optional()
    .openapi({ description: "Those that are older than this one." }),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d{0,2}|1000)$/, `This must be a number from 1 to ${MOST_SHARES}.`)
    .optional()
    .openapi({ description: `How many at most; ${USUAL_SHARES} unless told, ${MOST_SHARES} in any case.`, example: "200" }),
});

const OwnSlug = z.object({ slug: z.string() });
const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});
const body = (schema: z.ZodType) => ({ required: true, content: { "application/json": { schema } } });
const security = [{ token: [] }];
const refused = {
  400: problemResponse("A parameter or a field is not understood; `errors` says which, and what to send."),
  401: problemResponse("The request has no token that works."),
  403: problemResponse("The token is of neither of the scopes `share` and `admin`."),
  429: problemResponse("Too many ask at once."),
};
const unread = {
  413: problemResponse("The body is larger than 64 kB."),
  415: problemResponse("The body is not JSON by its Content-Type, or packed."),
};
const missing = { 404: problemResponse("The token has no such share.") };
const ended = { 410: problemResponse("The share has ended.") };
const crowded = { 503: problemResponse("A batch is being written."), 507: problemResponse("The disk of the server is full.") };

/** How OpenAPI tells of the routes of shares. */
export const SHARE_ROUTES = {
  make: createRoute({
    method: "post",
    path: "/shares",
    summary: "Makes a short link to a view.",
    description:
      "`view` is the query string of a view, or the address of a page. `pinned`: it shows for ever what is known now, or at the vintage that the view names; otherwise it follows new data.",
    security,
    request: { body: body(NewShareSchema) },
    responses: { 201: json("The share.", WholeSchema), ...refused, ...unread, ...crowded },
  }),
  list: createRoute({
    method: "get",
    path: "/shares",
    summary: "The shares that the token made, newest first; for a token of the scope `admin` everybody's.",
    security,
    request: { query: ListQuery },
    responses: { 200: json("The shares.", ListSchema), ...refused },
  }),
  read: createRoute({
    method: "get",
    path: "/shares/{slug}",
    summary: "One share, with how often it was followed on each day.",
    security,
    request: { params: OwnSlug },
    responses: { 200: json("The share.", WholeSchema), ...refused, ...missing },
  }),
  change: createRoute({
    method: "patch",
    path: "/shares/{slug}",
    summary: "Gives a share another note or another end, counted from now.",
    security,
    request: { params: OwnSlug, body: body(ShareChangeSchema) },
    responses: { 200: json("The share.", WholeSchema), ...refused, ...unread, ...missing, ...ended, ...crowded },
  }),
  revoke: createRoute({
    method: "delete",
    path: "/shares/{slug}",
    summary: "Ends a share at once. It stays in the list.",
    security,
    request: { params: OwnSlug },
    responses: { 200: json("The share, ended.", WholeSchema), ...refused, ...missing, ...crowded },
  }),
  rotate: createRoute({
    method: "post",
    path: "/shares/{slug}/rotate",
    summary: "Ends a share and makes the same one under another slug.",
    security,
    request: { params: OwnSlug },
    responses: { 201: json("The new share.", WholeSchema), ...refused, ...missing, ...ended, ...crowded },
  }),
};
