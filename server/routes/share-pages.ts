import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { DRAWN } from "../../data/chart/shown.ts";
import { EMBED } from "../../data/model/page.ts";
import { SHARE_PARAMETER, SHARE_PATH, type Share, shareAddress, shareState } from "../../data/model/share.ts";
import { themeOf } from "../asked-page.ts";
import { shareAddressTag } from "../page-head.ts";
import { answerFile, withHead } from "../pages.ts";
import { type Env, routes, type Services } from "../services.ts";
import { sharePage } from "../share-page.ts";
import { SHARE_LANGUAGES, type ShareLanguage } from "../share-words.ts";
import type { SharedReading } from "../shared-reading.ts";
import { shareOf } from "../sharing.ts";

/** For whom it is is decided each time, and how often it is followed is counted. */
const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

const page = (description: string) => ({ description, content: { "text/html": { schema: z.string() } } });

const route = createRoute({
  method: "get",
  path: `${SHARE_PATH}{slug}`,
  summary: "The page that a share is of. Once it has begun, the address bar has the view.",
  request: { params: z.object({ slug: z.string() }) },
  responses: {
    200: page("The page."),
    404: page("There is no such share."),
    410: page("The share has expired, or was revoked."),
  },
});

const embedRoute = createRoute({
  ...route,
  path: `${SHARE_PATH}{slug}/embed`,
  summary: "Leads to the chart that a share is of, alone, for the page of somebody else. Not counted as a visit.",
  responses: {
    302: { description: "To the chart alone." },
    404: page("There is no such share, or its page has no chart."),
    410: page("The share has expired, or was revoked."),
  },
});

/**
 * `/s/SLUG`: the page of the view itself, whose head names this link and its image, or why there is none. Its embed leads
 * to the chart alone.
 */
export function sharePageRoutes({ client, config, now, store, visits }: Services, byShare: SharedReading) {
  const isPublic = config.access === "public";
  const shell = client?.get("/index.html");
  /** What is at a link of a share that works; of any other why there is nothing. */
  const followed = async (c: Context<Env>, slug: string, isThere: (share: Share) => boolean, work: (share: Share) => Promise<Response>) => {
    const share = shareOf(store, slug);
    const state = share && shareState(share, now());
    const asked = { language: languageOf(c), theme: themeOf(queryOf(c)), isPublic, client };
    // What has ended says so, whether or not it was there before.
    if (share && state !== undefined && state !== "works") return c.html(await sharePage({ state, share }, asked), 410, HEADERS);
    if (share === undefined || !isThere(share)) return c.html(await sharePage({ state: "unknown" }, asked), 404, HEADERS);
    return work(share);
  };
  /** How the reader has pages rendered goes along, and where access is private what admits to the view. */
  const restOf = (c: Context, { slug }: Share) => `${renderingOf(c)}${isPublic ? "" : `&${SHARE_PARAMETER}=${slug}`}`;
  const shown = async (c: Context<Env>, share: Share): Promise<Response> => {
    const address = `${shareAddress(share)}${restOf(c, share)}`;
    // A development server has pages of its own.
    if (shell === undefined) return c.body(null, 302, { ...HEADERS, Location: address });
    // Where access is private, a link to a page that draws the same whatever the view admits to nothing.
    const answer =
      isPublic || DRAWN[share.page] !== "nothing"
        ? await byShare.read(share, c, new URL(address, c.req.url))
        : answerFile(c, await withHead(c, shell, shareAddressTag(address)));
    const response = new Response(answer.body, answer);
    for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
    return response;
  };
  return routes()
    .openapi(route, (c) =>
      followed(
        c,
        c.req.valid("param").slug,
        () => true,
        async (share) => {
          if (isVisit(c)) visits.count(share.slug, now());
          return shown(c, share);
        },
      ),
    )
    .openapi(embedRoute, (c) =>
      followed(
        c,
        c.req.valid("param").slug,
        ({ page }) => page === "growth",
        async (share) => c.body(null, 302, { ...HEADERS, Location: `${EMBED}?${share.view}${restOf(c, share)}` }),
      ),
    );
}

/** Somebody who looks: no program that asks for the head alone, no browser that fetches ahead. */
function isVisit(c: Context): boolean {
  return c.req.method === "GET" && c.req.header("Sec-Purpose") === undefined;
}

/** How the reader has pages rendered goes along: it is no part of the view. */
function renderingOf(c: Context): string {
  const [language, theme] = [askedLanguage(c), themeOf(queryOf(c))];
  return `${language === undefined ? "" : `&lang=${language}`}${theme === undefined ? "" : `&theme=${theme}`}`;
}

function languageOf(c: Context): ShareLanguage {
  const spoken = accepts(c, {
    header: "Accept-Language",
    supports: SHARE_LANGUAGES,
    default: "en",
    // `zh-CN` and `en-GB` are served by `zh` and `en`.
    match: (all, { supports, default: fallback }) => {
      const byWish = all.filter(({ q }) => q > 0).toSorted((a, b) => b.q - a.q);
      const found = byWish.map(({ type }) => type.toLowerCase().split("-")[0] ?? "").find((type) => supports.includes(type));
      return found ?? fallback;
    },
  });
  return askedLanguage(c) ?? SHARE_LANGUAGES.find((one) => one === spoken) ?? "en";
}

function askedLanguage(c: Context): ShareLanguage | undefined {
  return SHARE_LANGUAGES.find((one) => one === c.req.query("lang"));
}

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
