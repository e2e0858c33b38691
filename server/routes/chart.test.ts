import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import type { ToDrawer } from "../image/messages.ts";
import { RequestProblem } from "../problem.ts";
import type { Services } from "../services.ts";

type Image = Exclude<ToDrawer, { type: "page" }>;

const VIEW = "v=1&metric=signups&platforms=rednote&countries=US,GB&from=2025-01-11&to=2025-01-14";

/** An app whose images are what was asked to be drawn, in words. */
function served(given: Partial<Services> = {}) {
  const asked: Image[] = [];
  const draw = async (job: () => ToDrawer) => {
    const made = job();
    if (made.type === "page") throw new Error("no image");
    asked.push(made);
    return new TextEncoder().encode(`<svg>${made.order.address} ${made.order.width}</svg>`);
  };
  return { asked, ...servedApp({ draw, ...given }) };
}

describe("GET /chart.svg and /chart.png", () => {
  it("draw the view with its vintage, its data and its address, in the form that is asked for", async () => {
    const { get, asked } = served();
    const response = await get(`/chart.png?${VIEW}&width=640&height=360&theme=dark&scale=2`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(asked).toHaveLength(1);
    const { type, order } = asked[0] as Image;
    expect(type).toBe("png");
    expect(order).toMatchObject({ width: 640, height: 360, theme: "dark", scale: 2, address: `localhost/growth?${VIEW}&vintage=3` });
    expect(order.view.vintage).toBe(3);
    expect(order.data.series.map(({ country, values }) => [country, values])).toEqual([
      ["US", [7, 35]],
      ["GB", [5]],
    ]);
  });

  it("are drawn once for each view, vintage and form", async () => {
    const { get, asked } = served();
    const first = await get(`/chart.svg?${VIEW}`);
    expect((await get(`/chart.svg?theme=light&width=1200&${VIEW}&scale=1`)).headers.get("ETag")).toBe(first.headers.get("ETag"));
    expect((await get(`/chart.svg?${VIEW}&vintage=3`)).headers.get("ETag")).toBe(first.headers.get("ETag"));
    expect(asked).toHaveLength(1);
    await get(`/chart.svg?${VIEW}&width=700`);
    await get(`/chart.svg?${VIEW}&vintage=2`);
    expect(asked).toHaveLength(3);
    expect((await get(`/chart.svg?${VIEW}`, { "If-None-Match": first.headers.get("ETag") ?? "" })).status).toBe(304);
  });

  it("take `scale` as the axis where it is a word and as pixels where it is a number, both at once", async () => {
    const { get, asked } = served();
    for (const scales of ["scale=linear&scale=3", "scale=3&scale=linear"]) {
      const response = await get(`/chart.svg?${VIEW}&${scales}&width=${400 + asked.length}`);
      expect(response.status).toBe(200);
      expect(asked.at(-1)?.order).toMatchObject({ scale: 3, view: { scale: "linear" } });
    }
    expect((await get(`/chart.svg?${VIEW}&scale=sideways`)).status).toBe(400);
  });

  it("are kept for ever where they are pinned, may be shown elsewhere, and are no page", async () => {
    const { get } = served();
    expect((await get(`/chart.png?${VIEW}`)).headers.get("Cache-Control")).toBe("public, no-cache");
    const { headers } = await get(`/chart.png?${VIEW}&vintage=3`);
    expect(headers.get("Cache-Control")).toContain("immutable");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  it("carry the public address where there is one", async () => {
    const { get, asked } = served({ config: readConfig({ SURGE_ORIGIN: "https://surge.example" }) });
    await get(`/chart.svg?${VIEW}`);
    expect(asked[0]?.order.address).toMatch(/^surge\.example\/growth\?v=1/);
  });

  it.each([
    ["width=100000", "width"],
    ["height=1", "height"],
    ["scale=9", "scale"],
    ["theme=pink", "theme"],
    ["width=2000&height=2000&scale=3", "scale"],
    ["interval=fortnight", "interval"],
    ["countries=ZZ", "countries"],
    ["colour=red", "colour"],
    ["vintage=99", "vintage"],
  ])("answer 400 to %s and draw nothing", async (query, field) => {
    const { get, asked } = served();
    const response = await get(`/chart.png?metric=signups&${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toContainEqual(expect.objectContaining({ field }));
    expect(asked).toEqual([]);
  });

  it("are refused with a time to come back where too many wait, and tried anew then", async () => {
    let full = true;
    const draw = async () => {
      if (full) throw new RequestProblem("images-busy", "Too many wait.", { headers: { "Retry-After": "5" } });
      return new Uint8Array([1]);
    };
    const { get } = servedApp({ draw });
    const refused = await get(`/chart.png?${VIEW}`);
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
    full = false;
    expect((await get(`/chart.png?${VIEW}`)).status).toBe(200);
  });

  it("are for those alone who may read where access is private", async () => {
    const { get, asked } = served({ config: readConfig({ SURGE_ACCESS: "private" }) });
    expect((await get(`/chart.png?${VIEW}`)).status).toBe(401);
    expect(asked).toEqual([]);
  });
});
