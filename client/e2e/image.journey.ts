import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawn, type Stage, stage } from "./stage.ts";

let here: Stage;
beforeAll(async () => {
  here = await stage();
});
afterAll(() => here.stop());

/** What is compared of a drawing: paths of lines, places of figures, ticks with their words. */
interface Seen {
  lines: string[];
  figures: string[];
  ticks: string[];
}

const SIDE = 24;

/** Reads a drawing, with the same eyes in a page and in an image. */
function seenIn(svg: SVGElement): Seen {
  const all = (what: string) => [...svg.querySelectorAll(what)];
  const at = (one: Element, ...names: string[]) => names.map((name) => one.getAttribute(name) ?? "").join(" ");
  return {
    lines: all('path[id^="recharts-line"]').map((path) => at(path, "d")),
    figures: all("[data-figure] circle").map((circle) => at(circle, "cx", "cy", "r")),
    ticks: all("[data-tick]").map((tick) => `${at(tick, "x", "y")} ${tick.textContent}`),
  };
}

const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);

/** The same words, and every number within a hundredth of a pixel. */
function expectAlike(image: string[], page: string[]): void {
  expect(image.length).toBe(page.length);
  image.forEach((text, index) => {
    const other = page[index] as string;
    expect(text.replaceAll(/-?\d+(?:\.\d+)?/g, "#")).toBe(other.replaceAll(/-?\d+(?:\.\d+)?/g, "#"));
    const [a, b] = [numbers(text), numbers(other)];
    for (const [at, number] of a.entries()) expect(Math.abs(number - (b[at] as number))).toBeLessThan(0.01);
  });
}

const VIEWS = ["v=1", "v=1&interval=week", "v=1&layout=overlay&scale=linear", "v=1&sources=illustrative&surge=on", "v=1&measure=index"];

describe("the chart as an image", () => {
  it.each(VIEWS)("has the ticks and points that Chromium draws in another zone and in the dark: %s", async (view) => {
    const options = { timezoneId: "Asia/Shanghai", colorScheme: "dark", locale: "zh-CN" } as const;
    const { page, faults } = await here.open(`/growth?${view}`, options);
    await drawn(page);
    const chart = page.locator("[data-chart] svg").first();
    const width = Math.round(Number(await chart.getAttribute("width")));
    const inPage = await chart.evaluate(seenIn as (svg: SVGElement | HTMLElement) => Seen);
    const svg = await (await fetch(`${here.origin}/chart.svg?${view}&width=${width + 2 * SIDE}`)).text();
    const blank = await page.context().newPage();
    await blank.goto(`${here.origin}/chart.svg?${view}&width=${width + 2 * SIDE}`);
    const inImage = await blank.locator("svg svg").evaluate(seenIn as (svg: SVGElement | HTMLElement) => Seen);
    expect(inPage.lines.length).toBeGreaterThan(0);
    expect(inPage.ticks.length).toBeGreaterThan(4);
    expectAlike(inImage.lines, inPage.lines);
    expectAlike(inImage.figures, inPage.figures);
    expectAlike(inImage.ticks, inPage.ticks);
    expect(svg).not.toContain("var(");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("is the same bytes in either address of a vintage, and a PNG of the size that is asked for", async () => {
    const get = async (query: string) => Buffer.from(await (await fetch(`${here.origin}/chart.png?${query}`)).arrayBuffer());
    const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    const live = await get("v=1&width=1200&height=630");
    const { vintage } = await (await fetch(`${here.origin}/api/v1/catalog`)).json();
    expect(hash(await get(`v=1&vintage=${vintage}&width=1200&height=630`))).toBe(hash(live));
    expect([live.readUInt32BE(16), live.readUInt32BE(20)]).toEqual([1200, 630]);
    const twice = await get("v=1&width=1200&height=630&scale=2&theme=dark");
    expect([twice.readUInt32BE(16), twice.readUInt32BE(20)]).toEqual([2400, 1260]);
  });

  it("is what link previews are told of, in HTML that breaks no policy", async () => {
    const html = await (
      await fetch(`${here.origin}/growth?v=1&interval=week`, { headers: { "User-Agent": "Slackbot-LinkExpanding 1.0" } })
    ).text();
    const image = /property="og:image" content="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const answer = await fetch(image);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/png"]);
    const { page, faults } = await here.open("/growth?v=1&interval=week");
    await drawn(page);
    const description = await page.locator('meta[name="description"]').getAttribute("content");
    expect(description).toBe((await page.locator("#headline").innerText()).replaceAll("\n", " "));
    expect(await page.locator('script[type="application/ld+json"]').evaluate((block) => JSON.parse(block.textContent ?? "")["@type"])).toBe(
      "Dataset",
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
