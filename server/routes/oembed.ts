import { createRoute, z } from "@hono/zod-openapi";
import { CARD } from "../../data/chart/card.ts";
import { EMBED_SIZE, embedCode } from "../../data/chart/embed-code.ts";
import { feedTitle } from "../../data/chart/feed-text.ts";
import { FEED } from "../../data/chart/feed-words.ts";
import { EMBED, HOME, PAGES } from "../../data/model/page.ts";
import { SHARE_PATH, shareAddress } from "../../data/model/share.ts";
import { encodeView, hasView } from "../../data/model/view.ts";
import { askedView } from "../asked-view.ts";
import { HEIGHTS, WIDTHS } from "../image/form.ts";
import { originOf } from "../origin.ts";
import { problemResponse, RequestProblem, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { refuseEnded } from "../shared-reading.ts";
import { shareOf } from "../sharing.ts";

const PROVIDER = "RedNote Surge";

const LEAST = 100;

/** How the one who asks has a chart rendered: no part of a view. */
const RENDERING = ["lang", "theme"] as const;

const size = (which: string) =>
  z
    .string()
    .optional()
    .openapi({ description: `Most pixels of ${which} that there is room for.` });

const OembedSchema = z
  .object({
    version: z.literal("1.0"),
    type: z.literal("rich"),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    html: z.string().openapi({ description: "A frame with the chart alone." }),
    thumbnail_url: z.string().optional().openapi({ description: "The chart as an image; absent where there is no room for one." }),
    thumbnail_width: z.number().int().optional(),
    thumbnail_height: z.number().int().optional(),
    cache_age: z.number().int().openapi({ description: "Seconds." }),
  })
  .openapi("Oembed");

/** What `GET /oembed` answers, as oEmbed 1.0 has it. */
type Oembed = z.output<typeof OembedSchema>;

const route = createRoute({
  method: "get",
  path: "/oembed",
  summary: "How another page shows a pasted link to a chart: oEmbed 1.0.",
  request: {
    query: z.object({
      url: z.string("This must be the address of a chart.").max(8000, "This must not be longer than 8,000 characters."),
      maxwidth: size("the width"),
      maxheight: size("the height"),
      format: z.string().optional().openapi({ description: "json.", default: "json" }),
    }),
  },
  responses: {
    200: { description: "The frame.", content: { "application/json": { schema: OembedSchema } } },
    400: problemResponse("A parameter is not understood, or names something that the catalog lacks."),
    404: problemResponse("The address is none of a chart here."),
    410: problemResponse("The address is that of a share that has expired, or was revoked."),
    501: problemResponse("Another format than json was asked for."),
  },
});

export function oembedRoutes(services: Services) {
  return routes().openapi(route, async (c) => {
    const { url, maxwidth, maxheight, format = "json" } = c.req.valid("query");
    if (format !== "json") throw new RequestProblem("not-implemented", "`format` must be json: there is no other.");
    const [width, height] = [sizeOf("maxwidth", maxwidth, EMBED_SIZE.width), sizeOf("maxheight", maxheight, EMBED_SIZE.height)];
    const origin = originOf(c, services.config);
    const { chart, share } = chartAt(url, origin, services) ?? {};
    if (chart === undefined) throw new RequestProblem("not-found", `There is no chart at ${url.slice(0, 200)}.`);
    const { view, catalog, vintage } = askedView(chart, services);
    const rendering = RENDERING.flatMap((name) => (chart.has(name) ? [`&${name}=${encodeURIComponent(chart.get(name) ?? "")}`] : []));
    // What a share shows ends with it, also where it was put on a page.
    const source = share
      ? `${origin}${SHARE_PATH}${share}/embed${rendering.join("").replace("&", "?")}`
      : `${origin}${EMBED}?${encodeView(view)}${rendering.join("")}`;
    const image = share ? `${origin}${SHARE_PATH}${share}.png?` : `${origin}/chart.png?${encodeView({ ...view, vintage })}&`;
    const card = cardWithin(Number(maxwidth ?? CARD.width), Number(maxheight ?? CARD.height));
    const make = () => {
      const title = feedTitle(view, catalog, FEED.english);
      const said = {
        title,
        provider_name: PROVIDER,
        provider_url: `${origin}/`,
        width,
        height,
        html: embedCode(source, title, { width, height }),
        ...(card && {
          thumbnail_url: `${image}width=${card.width}&height=${card.height}`,
          thumbnail_width: card.width,
          thumbnail_height: card.height,
        }),
        cache_age: 86_400,
      };
      return JSON.stringify({ version: "1.0", type: "rich", ...said } satisfies Oembed);
    };
    const key = `oembed ${source} ${width} ${height} ${image} ${card?.width}`;
    return typed<Oembed>(await services.answers.answer(c, { key, type: "application/json", pinned: false, make }));
  });
}

/** The parameters of the chart at an address of ours, and the slug of one by a short link; `null` where there is none. */
function chartAt(
  url: string,
  origin: string,
  { store, now }: Pick<Services, "store" | "now">,
): { chart: URLSearchParams; share?: string } | null {
  const at = URL.canParse(url) ? new URL(url) : null;
  if (at === null || at.origin !== origin) return null;
  if (at.pathname === PAGES.growth || at.pathname === EMBED) return { chart: at.searchParams };
  if (at.pathname === HOME) return hasView(at.searchParams.keys()) ? { chart: at.searchParams } : null;
  const slug = at.pathname.startsWith(SHARE_PATH) ? at.pathname.slice(SHARE_PATH.length) : "";
  const share = shareOf(store, slug);
  // What has ended says so here as at its other addresses, though oEmbed itself names 404 only.
  if (share) refuseEnded(share, now());
  if (share === undefined || share.page !== "growth") return null;
  const chart = new URL(shareAddress(share), origin).searchParams;
  for (const name of RENDERING) for (const value of at.searchParams.getAll(name)) chart.set(name, value);
  return { chart, share: slug };
}

/** The card of a chart as large as there is room for; `null` where it would be smaller than an image may be. */
function cardWithin(most: number, highest: number): { width: number; height: number } | null {
  const part = Math.min(1, most / CARD.width, highest / CARD.height);
  const [width, height] = [Math.floor(CARD.width * part), Math.floor(CARD.height * part)];
  return width < WIDTHS.least || height < HEIGHTS.least ? null : { width, height };
}

function sizeOf(field: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (/^\d{1,6}$/.test(text) && Number(text) >= LEAST) return Math.min(usual, Number(text));
  const detail = `\`${field}\` is \`${text.slice(0, 80)}\`. It must be a whole number of pixels, ${LEAST} or more.`;
  throw new RequestProblem("bad-address", detail, { errors: [{ field, code: "malformed", value: text.slice(0, 80), detail }] });
}
