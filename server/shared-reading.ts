import type { Context } from "hono";
import { LRUCache } from "lru-cache";
import { DRAWN } from "../data/chart/shown.ts";
import { SHARE_HEADER, SHARE_PARAMETER, SHARE_SLUG, type Share, shareState } from "../data/model/share.ts";
import { RequestProblem } from "./problem.ts";
import type { Env, Services } from "./services.ts";

/** What readers of a share may ask for. Images are not among it: they are kept by view, whoever asked for them. */
const READ = /^\/(?:api\/v1\/(?:catalog|series|surges|substitutions|figures|events|claims|vintages)$|export[./])/;

/** Shares whose readers have an app of their own at hand; to make one takes some milliseconds. */
const MOST_APPS = 50;

interface App {
  fetch(request: Request, bindings: Env["Bindings"]): Response | Promise<Response>;
}

/**
 * Where access is private, a share admits to what it shows and to nothing else: its readers ask an app of their own,
 * over a store that holds nothing else.
 */
export class SharedReading {
  readonly #services: Pick<Services, "store" | "now" | "config">;
  readonly #appOver: (share: Share) => App;
  readonly #apps = new LRUCache<string, App>({ max: MOST_APPS });

  constructor(services: Pick<Services, "store" | "now" | "config">, appOver: (share: Share) => App) {
    this.#services = services;
    this.#appOver = appOver;
  }

  /**
   * The answer to a request that comes by a share; nothing where it does not, or asks for what no share shows. Rejects
   * with RequestProblem (410) where the share has ended.
   */
  answer(c: Context<Env>): Promise<Response> | undefined {
    const slug = c.req.header(SHARE_HEADER) ?? c.req.query(SHARE_PARAMETER) ?? "";
    // A token admits to more.
    if (!SHARE_SLUG.test(slug) || c.req.header("Authorization") !== undefined || !READ.test(c.req.path)) return undefined;
    const share = this.#services.store.share(slug);
    // Pages that draw the same whatever the view show more than a view says.
    if (share === undefined || DRAWN[share.page] === "nothing") return undefined;
    // It has said what it was for: to the routes themselves it would be a parameter that means nothing.
    const url = new URL(c.req.url);
    url.searchParams.delete(SHARE_PARAMETER);
    return this.read(share, c, url);
  }

  /**
   * The answer to a request by an app over nothing but a share. Rejects with RequestProblem (410) where the share has ended.
   *
   * @param url what that app is asked
   */
  async read(share: Share, c: Context<Env>, url: URL): Promise<Response> {
    refuseEnded(share, this.#services.now());
    const app = this.#apps.get(share.slug) ?? this.#appOver(share);
    this.#apps.set(share.slug, app);
    const headers = new Headers(c.req.raw.headers);
    headers.set("X-Request-Id", c.get("requestId"));
    return app.fetch(new Request(url, { method: c.req.method, headers }), { share, onlyShare: this.#services.config.access === "private" });
  }
}

/** Throws RequestProblem (410) where a share has ended. @param now milliseconds since 1970 */
export function refuseEnded(share: Share, now: number): void {
  const state = shareState(share, now);
  if (state === "works") return;
  const detail = state === "revoked" ? "This link was ended by whoever made it." : "This link has expired.";
  throw new RequestProblem("gone", `${detail} Ask them for another one.`);
}
