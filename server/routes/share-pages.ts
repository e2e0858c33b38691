import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { EMBED } from "../../data/model/page.ts";
import { SHARE_PARAMETER, SHARE_PATH, type Share, shareAddress, shareState } from "../../data/model/share.ts";
import { themeOf } from "../asked-page.ts";
import { routes, type Services } from "../services.ts";
import { sharePage } from "../share-page.ts";
import { SHARE_LANGUAGES, type ShareLanguage } from "../share-words.ts";
import { shareOf } from "../sharing.ts";

/** For whom it is is decided each time, and how often it is followed is counted. */
const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

const page = (description: string) => ({ description, content: { "text/html": { schema: z.string() } } });

const route = createRoute({
  method: "get",
  path: `${SHARE_PATH}{slug}`,
  summary: "Leads to the page that a share is of, with the view in its address.",
  request: { params: z.object({ slug: z.string() }) },
  responses: {
    302: { description: "To the page." },
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

/** `/s/SLUG` and its embed: lead to the page with the view in its address, or say why they lead nowhere. */
export function sharePageRoutes({ client, config, now, store, visits }: Services) {
  const isPublic = config.access === "public";
  const lead = async (c: Context, slug: string, addressOf: (share: Share) => string | null) => {
    const share = shareOf(store, slug);
    const address = share === undefined ? null : addressOf(share);
    const asked = { language: languageOf(c), theme: themeOf(queryOf(c)), isPublic, client };
    if (share === undefined || address === null) return c.html(await sharePage({ state: "unknown" }, asked), 404, HEADERS);
    const state = shareState(share, now());
    if (state !== "works") return c.html(await sharePage({ state, share }, asked), 410, HEADERS);
    const grant = isPublic ? "" : `&${SHARE_PARAMETER}=${slug}`;
    return c.body(null, 302, { ...HEADERS, Location: `${address}${renderingOf(c)}${grant}` });
  };
  return routes()
    .openapi(route, async (c) => {
      const { slug } = c.req.valid("param");
      const answer = await lead(c, slug, shareAddress);
      if (answer.status === 302 && isVisit(c)) visits.count(slug, now());
      return answer;
    })
    .openapi(embedRoute, (c) => lead(c, c.req.valid("param").slug, ({ page, view }) => (page === "growth" ? `${EMBED}?${view}` : null)));
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
