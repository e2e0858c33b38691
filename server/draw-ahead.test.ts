import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { NOW } from "./app.fixture.ts";
import { readConfig } from "./config.ts";
import { DrawAhead } from "./draw-ahead.ts";
import type { Draw } from "./image/messages.ts";
import { RequestProblem } from "./problem.ts";
import { SIGNUPS_VIEW, sharingApp } from "./share.fixture.ts";

const PINNED = { view: SIGNUPS_VIEW, pinned: true };

/** Shares, and what draws their images: as a release of some name would, until that is changed. */
function drawing(settings: Record<string, string> = {}) {
  const state = { release: "one", fails: undefined as Error | undefined, isBusy: false, drawn: 0 };
  const draw: Draw = async (job) => {
    const { type, order } = job();
    if (type === "page") throw new Error("no image");
    state.drawn++;
    if (state.fails) throw state.fails;
    return new TextEncoder().encode(`${state.release} ${order.width}x${order.height} ${order.address}`);
  };
  const app = sharingApp(settings, { draw });
  const logged: string[] = [];
  const log = pino({}, { write: (line: string) => logged.push(line) });
  const started = () => {
    const { store } = app;
    const config = readConfig(settings);
    return new DrawAhead({ store, draw, log, config, now: () => NOW, isBusy: () => state.isBusy, origin: "http://own:1" });
  };
  const image = async (slug: string, query = "") => (await app.get(`/s/${slug}.png${query}`)).text();
  return { ...app, state, logged, started, image };
}

describe.each(["public", "private"])("the image of a pinned share, where access is %s,", (access) => {
  it("is drawn once and kept, so that another release changes neither it nor its tag; other sizes are drawn anew", async () => {
    const { make, get, state, started, image } = drawing({ SURGE_ACCESS: access });
    const slug = await make(PINNED);
    await started().look();
    state.release = "two";
    const first = await get(`/s/${slug}.png`);
    expect(await first.text()).toBe(`one 1200x630 localhost/growth?${SIGNUPS_VIEW}&vintage=3`);
    expect(first.headers.get("Content-Type")).toBe("image/png");
    expect((await get(`/s/${slug}.png`, { "If-None-Match": first.headers.get("ETag") ?? "" })).status).toBe(304);
    expect(await image(slug, "?width=1200&height=630")).toMatch(/^one /);
    for (const query of ["?width=600&height=315", "?theme=dark", "?scale=2"]) expect(await image(slug, query)).toMatch(/^two /);
    await started().look();
    expect(await image(slug)).toMatch(/^one /);
  });

  it("is what was asked for before it was kept, goes on under another slug, and ends with the share", async () => {
    const { make, ask, get, store, started, image } = drawing({ SURGE_ACCESS: access });
    const slug = await make(PINNED);
    const before = await image(slug);
    expect(before).toMatch(/^one /);
    await started().look();
    const { slug: fresh } = (await (await ask("POST", `/api/v1/shares/${slug}/rotate`)).json()) as { slug: string };
    expect([(await get(`/s/${slug}.png`)).status, await image(fresh)]).toEqual([410, before]);
    await ask("DELETE", `/api/v1/shares/${fresh}`);
    expect([(await get(`/s/${fresh}.png`)).status, store.shareImageBytes()]).toEqual([410, 0]);
  });
});

describe("images that are to be drawn", () => {
  it("wait while the server has other things to do, and while too many images wait", async () => {
    const { make, state, started, store, logged } = drawing();
    const slug = await make(PINNED);
    const ahead = started();
    state.isBusy = true;
    await ahead.look();
    expect(state.drawn).toBe(0);
    state.isBusy = false;
    state.fails = new RequestProblem("images-busy", "64 images wait already.");
    await ahead.look();
    expect([state.drawn, store.shareImage(slug), logged]).toEqual([1, undefined, []]);
    state.fails = undefined;
    await ahead.look();
    expect(store.shareImage(slug)).toBeDefined();
  });

  it("are passed over where one fails, which the log says, and tried again when the server starts", async () => {
    const { make, state, started, store, logged } = drawing();
    const broken = await make(PINNED);
    const ahead = started();
    state.fails = new Error("no such colour");
    await ahead.look();
    expect(logged.join("")).toContain("no such colour");
    state.fails = undefined;
    const next = await make(PINNED);
    await ahead.look();
    expect([store.shareImage(broken), store.shareImage(next) !== undefined]).toEqual([undefined, true]);
    await started().look();
    expect(store.shareImage(broken)).toBeDefined();
  });

  it("are those of pinned shares that work, each with the origin of who made it", async () => {
    const { make, ask, store, started, image } = drawing();
    const live = await make({ view: SIGNUPS_VIEW });
    const ended = await make(PINNED);
    await ask("DELETE", `/api/v1/shares/${ended}`);
    const map = await make({ ...PINNED, page: "data", view: `${SIGNUPS_VIEW}&coverage=rednote` });
    const share = store.share(map);
    if (share) store.createShare({ ...share, slug: "AbCdEfGhIjKlMnOpQrStUv" }, "https://desk.example");
    if (share) store.createShare({ ...share, slug: "AbCdEfGhIjKlMnOpQrStUw" });
    await started().look();
    expect([store.shareImage(live), store.shareImage(ended)]).toEqual([undefined, undefined]);
    const origins = await Promise.all([map, "AbCdEfGhIjKlMnOpQrStUv", "AbCdEfGhIjKlMnOpQrStUw"].map((slug) => image(slug)));
    expect(origins.map((text) => text.split(/[ /]/)[2])).toEqual(["localhost", "desk.example", "own:1"]);
  });

  it("are not kept beyond the bytes that there is room for, and drawn when they are asked for", async () => {
    const { make, store, started, image, logged } = drawing({ SURGE_KEPT_IMAGE_BYTES: "200" });
    const slugs = [await make(PINNED), await make(PINNED), await make(PINNED)];
    await started().look();
    expect(slugs.map((slug) => store.shareImage(slug) !== undefined)).toEqual([true, false, false]);
    expect(logged.join("")).toContain("too much to keep");
    for (const slug of slugs) expect(await image(slug)).toMatch(/^one /);
  });
});
