import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type Day, dayOfInstant, MS_PER_DAY } from "../../data/model/day.ts";
import { SHARE_PATH, type Share, shareAddress, shareState } from "../../data/model/share.ts";
import { askedQuery } from "../asked-query.ts";
import { jsonBody, takes } from "../json-body.ts";
import { originOf } from "../origin.ts";
import { busy, patiently } from "../patience.ts";
import { RequestProblem } from "../problem.ts";
import { type Env, routes, type Services } from "../services.ts";
import { makeShare, type NewShareSchema, newSlug, type ShareChangeSchema, ShareFault, shareChange, shareOf } from "../sharing.ts";
import { type ShareListing, StoreBusyError, type Token } from "../store/store.ts";
import {
  LISTED_DAYS,
  type ListedSchema,
  ListQuery,
  MOST_SHARES,
  SHARE_ROUTES,
  type ShareSchema,
  USUAL_SHARES,
  type WholeSchema,
} from "./share-schemas.ts";

/** A parameter would be taken for a field of the body, and lost. */
const NoQuery = z.strictObject({});

/** Largest body, in bytes. */
const MOST_BYTES = 64 * 1024;

/** Short links to views: made, listed, changed and ended by the tokens that made them. */
export function shareRoutes(services: Services) {
  const { access, config, log, now, store, visits } = services;
  const app = routes();
  // Documented by their schemas, but not run by them: a fault of a body is no fault of the address.
  for (const route of Object.values(SHARE_ROUTES)) app.openAPIRegistry.registerPath({ ...route, path: route.path });

  const urlOf = (c: Context, slug: string) => `${originOf(c, config)}${SHARE_PATH}${slug}`;
  const shown = (c: Context, share: Share): z.infer<typeof ShareSchema> => {
    const { shows, ...rest } = share;
    return { ...rest, url: urlOf(c, share.slug), address: shareAddress(share), state: shareState(share, now()) };
  };
  const whole = (c: Context, slug: string): z.infer<typeof WholeSchema> => {
    const share = store.share(slug);
    if (share === undefined) throw noShare(slug);
    return { ...shown(c, share), shows: share.shows, visits: store.visits(slug) };
  };
  const listed = (c: Context, { visits, last_visit, ...share }: ShareListing, since: Day): z.infer<typeof ListedSchema> => {
    const by_day = last_visit !== null && last_visit >= since ? store.visits(share.slug, since) : [];
    return { ...shown(c, share), visits, last_visit, by_day };
  };
  const told = (c: Context<Env>, what: string, { name }: Token, share: Pick<Share, "page" | "pinned" | "vintage">) => {
    // Not the slug: it opens a door.
    const { page, pinned, vintage } = share;
    log.info({ request: c.get("requestId"), token: name, page, pinned, vintage }, what);
  };
  /** A share of the token that asks; another's is none. */
  const own = async (c: Context<Env, "/shares/:slug">): Promise<{ share: Share; token: Token }> => {
    const token = await access.tokenFor(c, "share");
    askedQuery(c, NoQuery);
    const slug = c.req.param("slug");
    const share = shareOf(store, slug);
    if (!isOwn(share, token)) throw noShare(slug);
    return { share, token };
  };

  return app
    .post("/shares", takes<{ json: z.input<typeof NewShareSchema> }>(), async (c) => {
      const token = await access.tokenFor(c, "share");
      askedQuery(c, NoQuery);
      const { sent } = await jsonBody(c, { config }, { what: "fields", bytes: MOST_BYTES });
      const share = await answered(() => makeShare(sent, { store, now: now(), owner: token.name, origin: originOf(c, config) }));
      told(c, "share made", token, share);
      return c.json(whole(c, share.slug), 201, { ...NOT_KEPT, Location: `/api/v1/shares/${share.slug}` });
    })
    .get("/shares", takes<{ query: z.input<typeof ListQuery> }>(), async (c) => {
      const token = await access.tokenFor(c, "share");
      const query = askedQuery(c, ListQuery);
      visits.flush();
      const limit = Math.min(MOST_SHARES, Number(query.limit ?? USUAL_SHARES));
      const { before } = query;
      if (before !== undefined && !isOwn(store.share(before), token)) throw noneBefore(before);
      const owner = token.scopes.includes("admin") ? {} : { owner: token.name };
      // One more than is asked for says whether there are more.
      const found = store.shares({ ...owner, ...(before !== undefined && { before }), limit: limit + 1 });
      const shares = found.slice(0, limit);
      const next = found.length > limit ? (shares.at(-1)?.slug ?? null) : null;
      const days = { first: dayOfInstant(now() - (LISTED_DAYS - 1) * MS_PER_DAY), last: dayOfInstant(now()) };
      return c.json({ days, shares: shares.map((share) => listed(c, share, days.first)), next }, 200, NOT_KEPT);
    })
    .get("/shares/:slug", async (c) => {
      const { share } = await own(c);
      visits.flush();
      return c.json(whole(c, share.slug), 200, NOT_KEPT);
    })
    .patch("/shares/:slug", takes<{ json: z.input<typeof ShareChangeSchema> }>(), async (c) => {
      const { share, token } = await own(c);
      const { sent } = await jsonBody(c, { config }, { what: "fields", bytes: MOST_BYTES });
      const changed = await answered(async () => {
        const change = shareChange(sent, now());
        return patiently(() => store.changeShare(share.slug, change));
      });
      if (!changed) throw revoked(share);
      told(c, "share changed", token, share);
      return c.json(whole(c, share.slug), 200, NOT_KEPT);
    })
    .delete("/shares/:slug", async (c) => {
      const { share, token } = await own(c);
      await answered(() => patiently(() => store.revokeShare(share.slug, new Date(now()).toISOString())));
      told(c, "share revoked", token, share);
      return c.json(whole(c, share.slug), 200, NOT_KEPT);
    })
    .post("/shares/:slug/rotate", async (c) => {
      const { share, token } = await own(c);
      if (shareState(share, now()) === "expired")
        throw new RequestProblem(
          "gone",
          `This share expired on ${share.expires_at?.slice(0, 10)}. Give it another end first: PATCH with \`expires_in\`.`,
        );
      const fresh = newSlug();
      const done = await answered(() => patiently(() => store.rotateShare(share.slug, fresh, new Date(now()).toISOString())));
      if (!done) throw revoked(share);
      told(c, "share rotated", token, share);
      return c.json(whole(c, fresh), 201, { ...NOT_KEPT, Location: `/api/v1/shares/${fresh}` });
    });
}

/** What a token may see is for nobody on the way to keep. */
const NOT_KEPT = { "Cache-Control": "private, no-store" };

async function answered<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ShareFault)
      throw new RequestProblem("bad-request", `${error.message} Nothing was written.`, { errors: error.problems });
    throw error instanceof StoreBusyError ? busy() : error;
  }
}

/** Whether a token may see a share and change it. */
function isOwn(share: Share | undefined, { name, scopes }: Token): share is Share {
  return share !== undefined && (share.owner === name || scopes.includes("admin"));
}

function noneBefore(slug: string): RequestProblem {
  const detail = `This token has no share \`${slug}\` to begin before. Send the \`next\` of the answer before, or none.`;
  return new RequestProblem("bad-address", detail, { errors: [{ field: "before", code: "unknown_share", value: slug, detail }] });
}

function noShare(slug: string): RequestProblem {
  return new RequestProblem("not-found", `This token has no share \`${slug.slice(0, 80)}\`. GET /api/v1/shares lists those that it has.`);
}

function revoked(share: Share): RequestProblem {
  const when = (share.revoked_at ?? "").slice(0, 10);
  return new RequestProblem("gone", `This share was revoked${when && ` on ${when}`}. Make another: POST /api/v1/shares.`);
}
