import { type Context, Hono } from "hono";
import { EMBED, HOME, PAGES } from "../../data/model/page.ts";
import { originOf } from "../origin.ts";
import { pageLinks } from "../page-links.ts";
import { answerFile, withHead } from "../pages.ts";
import { answerProblem, RequestProblem } from "../problem.ts";
import type { Env, Services } from "../services.ts";

/** The built pages and the files that they ask for. */
export function pageRoutes({ client, config }: Services) {
  const app = new Hono<Env>();
  const shell = client?.get("/index.html");
  if (shell)
    for (const path of [HOME, EMBED, ...Object.values(PAGES)])
      app.get(path, async (c) => answerFile(c, await withHead(c, shell, pageLinks(c, originOf(c, config)))));
  for (const [path, file] of client ?? []) app.get(path, (c) => answerFile(c, file));
  return app;
}

/** What is nowhere: to a person the page, which says so; to a program a problem. Both are 404. */
export function answerMissing(c: Context<Env>, { client }: Pick<Services, "client">): Response {
  const shell = client?.get("/index.html");
  const navigates = c.req.method === "GET" && (c.req.header("Accept") ?? "").includes("text/html") && !c.req.path.startsWith("/api/");
  if (shell && navigates) return answerFile(c, shell, 404);
  return answerProblem(c, new RequestProblem("not-found", `There is nothing at ${c.req.path.slice(0, 200)}.`));
}
