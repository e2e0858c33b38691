import { type Context, Hono } from "hono";
import { drawsChart } from "../../data/chart/shown.ts";
import { EMBED, HOME, PAGE_NAMES, PAGES, type Page, SHARES } from "../../data/model/page.ts";
import { SHARE_PATH, SHARE_SLUG } from "../../data/model/share.ts";
import { encodeView, hasView } from "../../data/model/view.ts";
import { askedPage, embedPainting, paintingOf } from "../asked-page.ts";
import { originOf } from "../origin.ts";
import { pageHead, shareAddressTag } from "../page-head.ts";
import { chartFiles, pageHtml } from "../page-html.ts";
import { pageLinks } from "../page-links.ts";
import { pageText } from "../page-text.ts";
import { pageWords } from "../page-words.ts";
import { answerFile, type ClientFile, withHead } from "../pages.ts";
import { pictureData } from "../picture-data.ts";
import { answerProblem, RequestProblem } from "../problem.ts";
import type { Env, Services } from "../services.ts";

/** The built pages and the files that they ask for. */
export function pageRoutes(services: Services) {
  const { client } = services;
  const app = new Hono<Env>();
  const shell = client?.get("/index.html");
  if (shell) {
    app.get(HOME, (c) => answerPage(c, shell, null, services));
    app.get(SHARES, (c) => answerFile(c, shell));
    app.get(EMBED, (c) => answerPage(c, shell, "growth", services));
    for (const page of PAGE_NAMES) app.get(PAGES[page], (c) => answerPage(c, shell, page, services));
  }
  for (const [path, file] of client ?? []) app.get(path, (c) => answerFile(c, file));
  return app;
}

/**
 * A page with what its view says in its head, and what it shows in its body. Where nobody may know that, or nothing can be
 * made of the address, the page as it was built: it says itself what is wrong.
 */
async function answerPage(c: Context<Env>, shell: ClientFile, page: Page | null, services: Services): Promise<Response> {
  const { config, store, paints, answers, client } = services;
  const { share, onlyShare = false } = c.env ?? {};
  const origin = originOf(c, config);
  const { pathname, search, searchParams } = new URL(c.req.url);
  // Neither feed nor oEmbed answers to those who may read nothing but what a link shows.
  const links = (onlyShare ? "" : pageLinks(c, origin, share)) + (share ? shareAddressTag(pathname + search) : "");
  const asked = config.access === "private" ? null : askedPage(searchParams, page, services);
  if (asked === null) return answerFile(c, await withHead(c, shell, links));
  const { view, own, pinned, catalog, vintage, language, theme } = asked;
  const isChart = page === "growth" || (page === null && hasView(searchParams.keys()));
  const alone = pathname === EMBED;
  const shown = page ?? (isChart ? "growth" : "story");
  const tells = !onlyShare || drawsChart(view, shown, catalog);
  const painting = alone ? embedPainting(asked, store) : paintingOf(asked, shown, store);
  const paint = painting && (await paints.get(painting));
  const painted = paint === null ? null : painting?.hasChart ? "chart" : "header";
  return answers.answer(c, {
    key: `page ${share?.slug ?? ""} ${page ?? ""} ${isChart} ${alone} ${origin} ${pinned} ${encodeView(view)} ${encodeView(own)} ${language} ${theme} ${links} ${paint && painting?.key}`,
    type: "text/html; charset=utf-8",
    // Another release has other pages.
    pinned: false,
    lasting: paint !== null,
    passing: painting !== null && paint === null,
    make: async () => {
      const data = pictureData(view, { catalog, vintage }, store);
      return pageHtml(new TextDecoder().decode(shell.body), {
        head: pageHead({ page, view, language, pinned, data, origin, share, tells }) + links,
        paint,
        text: await pageText({
          page: shown,
          view,
          own,
          data,
          language,
          painted,
          isChart,
          alone,
          pinned,
          store,
          link: onlyShare ? share : undefined,
          tells,
        }),
        files: isChart && client ? chartFiles(client) : { code: "", styles: "" },
        tag: pageWords(language).tag,
        theme,
      });
    },
  });
}

function isPage(path: string): boolean {
  const isLink = path.startsWith(SHARE_PATH) && SHARE_SLUG.test(path.slice(SHARE_PATH.length));
  return isLink || [SHARES, EMBED, ...Object.values<string>(PAGES)].includes(path);
}

/** What is nowhere: to a person the page, which says so; to a program a problem. Both are 404. */
export function answerMissing(c: Context<Env>, { client }: Pick<Services, "client">): Response {
  const shell = client?.get("/index.html");
  const bare = c.req.path.replace(/\/$/, "");
  // Programs that mend addresses put a slash at the end.
  if (shell && bare !== c.req.path && (c.req.method === "GET" || c.req.method === "HEAD") && isPage(bare))
    return c.body(null, 301, { Location: `${bare}${new URL(c.req.url).search}`, "Cache-Control": "no-cache" });
  const navigates = c.req.method === "GET" && (c.req.header("Accept") ?? "").includes("text/html") && !c.req.path.startsWith("/api/");
  if (shell && navigates) return answerFile(c, shell, 404);
  return answerProblem(c, new RequestProblem("not-found", `There is nothing at ${c.req.path.slice(0, 200)}.`));
}
