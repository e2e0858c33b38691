import { type Context, Hono } from "hono";
import { knownView } from "../../data/model/known-view.ts";
import { carried, EMBED, HOME, PAGE_NAMES, PAGES, type Page } from "../../data/model/page.ts";
import { decodeView, encodeView } from "../../data/model/view.ts";
import { originOf } from "../origin.ts";
import { pageHead, replaceHead } from "../page-head.ts";
import { pageLinks } from "../page-links.ts";
import { answerFile, type ClientFile, withHead } from "../pages.ts";
import { drawnView, pictureData } from "../picture-data.ts";
import { answerProblem, RequestProblem } from "../problem.ts";
import type { Env, Services } from "../services.ts";
import { resolveVintage } from "../vintage.ts";

/** The built pages and the files that they ask for. */
export function pageRoutes(services: Services) {
  const { client } = services;
  const app = new Hono<Env>();
  const shell = client?.get("/index.html");
  if (shell) {
    app.get(HOME, (c) => answerPage(c, shell, null, services));
    app.get(EMBED, (c) => answerPage(c, shell, "growth", services));
    for (const page of PAGE_NAMES) app.get(PAGES[page], (c) => answerPage(c, shell, page, services));
  }
  for (const [path, file] of client ?? []) app.get(path, (c) => answerFile(c, file));
  return app;
}

/**
 * A page with what its view says in its head. Where nobody may know that, or nothing can be made of the address, the page
 * as it was built: it says itself what is wrong.
 */
async function answerPage(c: Context<Env>, shell: ClientFile, page: Page | null, services: Services): Promise<Response> {
  const origin = originOf(c, services.config);
  const links = pageLinks(c, origin);
  const asked = services.config.access === "private" ? null : askedHead(c, page, services);
  if (asked === null) return answerFile(c, await withHead(c, shell, links));
  const { view, pinned, catalog, vintage } = asked;
  return services.answers.answer(c, {
    key: `page ${page ?? ""} ${origin} ${pinned} ${encodeView(view)} ${links}`,
    type: "text/html; charset=utf-8",
    // Another release has other pages.
    pinned: false,
    make: () => {
      const data = pictureData(view, { catalog, vintage }, services.store);
      return replaceHead(new TextDecoder().decode(shell.body), pageHead({ page, view, pinned, data, origin }) + links);
    },
  });
}

/** The view of a page's address as the page itself reads it: what is broken falls back. `null` where it cannot be drawn. */
function askedHead(c: Context<Env>, page: Page | null, { store, now, config }: Services) {
  try {
    const { view: written } = decodeView(new URL(c.req.url).searchParams);
    const shown = page === "evidence" ? carried(written, "growth") : written;
    const { vintage, pinned } = resolveVintage(store, shown.vintage, now());
    const catalog = store.catalog(vintage);
    const { view } = knownView(shown, catalog);
    if (!catalog.metrics.some(({ id }) => id === view.metric)) return null;
    return { view: drawnView({ view, catalog, vintage, pinned }, config.limits.points), catalog, vintage, pinned };
  } catch (error) {
    if (error instanceof RequestProblem) return null;
    throw error;
  }
}

/** What is nowhere: to a person the page, which says so; to a program a problem. Both are 404. */
export function answerMissing(c: Context<Env>, { client }: Pick<Services, "client">): Response {
  const shell = client?.get("/index.html");
  const navigates = c.req.method === "GET" && (c.req.header("Accept") ?? "").includes("text/html") && !c.req.path.startsWith("/api/");
  if (shell && navigates) return answerFile(c, shell, 404);
  return answerProblem(c, new RequestProblem("not-found", `There is nothing at ${c.req.path.slice(0, 200)}.`));
}
