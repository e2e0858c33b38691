import { Hono } from "hono";
import { answerFile } from "../pages.ts";
import { RequestProblem } from "../problem.ts";
import type { Env, Services } from "../services.ts";

/** Addresses at which the page itself draws something. */
const PAGES = new Set(["/", "/growth", "/method"]);

/** The built pages. An unknown address answers 404: to a browser with the page, which says so, to others with a problem. */
export function pageRoutes({ client }: Services) {
  return new Hono<Env>().get("*", (c) => {
    const path = c.req.path;
    const shell = client?.get("/index.html");
    const file = client?.get(path);
    if (shell && PAGES.has(path)) return answerFile(c, shell);
    if (file) return answerFile(c, file);
    const navigates = (c.req.header("Accept") ?? "").includes("text/html") && !path.startsWith("/api/");
    if (shell && navigates) return answerFile(c, shell, 404);
    throw new RequestProblem("not-found", `There is nothing at ${path.slice(0, 200)}.`);
  });
}
