import { createRoute, z } from "@hono/zod-openapi";
import { FEED } from "../../data/chart/feed-words.ts";
import { feedInChinese } from "../../data/chart/feed-words.zh.ts";
import { ENGLISH_FORMAT } from "../../data/chart/format.ts";
import { CHINESE_FORMAT } from "../../data/chart/format.zh.ts";
import { encodeView } from "../../data/model/view.ts";
import { namedInChinese } from "../../data/reference/chinese.ts";
import { askedView } from "../asked-view.ts";
import { originOf } from "../origin.ts";
import { drawnView } from "../picture-data.ts";
import { problemResponse, RequestProblem, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { viewChanges } from "../view-changes.ts";
import { ViewParameters } from "./series.ts";

const TYPE = "application/atom+xml";

const route = createRoute({
  method: "get",
  path: "/feed.atom",
  summary: "The batches that touch a view, newest first, as Atom 1.0.",
  description:
    "An entry for each batch that changed a value or a published figure of the view: what it changed, with links to the page at that vintage and to every old and new value. 30 entries a page; `rel=next` leads to older ones.",
  request: {
    query: ViewParameters.extend({
      before: z.string().optional().openapi({ description: "Older batches than this one alone; `rel=next` says it." }),
      lang: z.string().optional().openapi({ description: "en or zh.", default: "en" }),
    }),
  },
  responses: {
    200: { description: "The feed.", content: { [TYPE]: { schema: z.string() } } },
    400: problemResponse("A parameter is not understood, names something that the catalog lacks, or asks for too many points."),
  },
});

/** What changed of a view, for readers of feeds. */
export function feedRoutes(services: Services) {
  return routes().openapi(route, async (c) => {
    const { store, config, answers } = services;
    const { searchParams } = new URL(c.req.url);
    const before = readBefore(searchParams.getAll("before"));
    const asked = askedView(
      [...searchParams].filter(([name]) => name !== "before"),
      services,
    );
    const { view, catalog, vintage } = asked;
    // Refuses what no chart could draw.
    drawnView(asked, config.limits.points);
    const isChinese = searchParams.get("lang") === "zh";
    const rendering = isChinese ? "&lang=zh" : "";
    const origin = originOf(c, config);
    const addressOf = (from: number | null) =>
      `${origin}/feed.atom?${encodeView(view)}${rendering}${from === null ? "" : `&before=${from}`}`;
    const make = async () => {
      // Loaded by the first feed: the library reads feeds, too, and takes several megabytes.
      const { atomFeed } = await import("../feed.ts");
      return atomFeed({
        ...(await viewChanges(store, { view, catalog, vintage, before: before ?? Number.POSITIVE_INFINITY })),
        ...{ view, origin, addressOf, rendering, before },
        catalog: isChinese ? namedInChinese(catalog) : catalog,
        speech: isChinese ? { words: feedInChinese, format: CHINESE_FORMAT } : { words: FEED.english, format: ENGLISH_FORMAT },
        tag: isChinese ? "zh-Hans" : "en",
        first: store.batches().at(-1),
      });
    };
    // Its words are the program's, and a later one may say it better: a pinned one is asked for again, too.
    const key = `${addressOf(before)} ${vintage}`;
    return typed<unknown>(await answers.answer(c, { key, type: `${TYPE}; charset=utf-8`, pinned: false, make }));
  });
}

function readBefore(texts: readonly string[]): number | null {
  const [text] = texts;
  if (text === undefined) return null;
  if (texts.length === 1 && /^\d{1,9}$/.test(text)) return Number(text);
  const detail = `\`before\` is \`${text.slice(0, 80)}\`. It must be the number of a batch, once.`;
  throw new RequestProblem("bad-address", detail, { errors: [{ field: "before", code: "malformed", value: text.slice(0, 80), detail }] });
}
