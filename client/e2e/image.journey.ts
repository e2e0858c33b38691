import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawn, type Stage, stage } from "./stage.ts";

let here: Stage;
beforeAll(async () => {
  here = await stage();
});
afterAll(() => here.stop());

/** What is compared of a drawing: paths of lines, places of figures and of points that stand alone, ticks with their words. */
interface Seen {
  lines: string[];
  points: string[];
  ticks: { x: string; y: string; text: string }[];
}

/** Reads a drawing, with the same eyes in a page and in an image. */
function seenIn(svg: SVGElement | HTMLElement): Seen {
  const all = (what: string) => [...svg.querySelectorAll(what)];
  const at = (one: Element, ...names: string[]) => names.map((name) => one.getAttribute(name) ?? "").join(" ");
  // Rings of weeks that lack days, dots of values that stand alone.
  const isPoint = (circle: Element) => circle.closest("[data-figure]") !== null || ["2.5", "3.5"].includes(at(circle, "r"));
  return {
    lines: all('path[id^="recharts-line"]').map((path) => at(path, "d")),
    points: all("circle")
      .filter(isPoint)
      .map((circle) => at(circle, "cx", "cy", "r")),
    ticks: all("[data-tick]").map((tick) => ({ x: at(tick, "x"), y: at(tick, "y"), text: tick.textContent })),
  };
}

const NUMBER = /-?\d+(?:\.\d+)?/g;
const numbers = (text: string) => [...text.matchAll(NUMBER)].map(([number]) => Number(number));

/** The same letters, and every number within a hundredth of a pixel. */
function expectAlike(one: readonly string[], other: readonly string[]): void {
  expect(other.map((text) => text.replaceAll(NUMBER, "#"))).toEqual(one.map((text) => text.replaceAll(NUMBER, "#")));
  const [a, b] = [one, other].map((texts) => texts.flatMap(numbers)) as [number[], number[]];
  expect(a.every(Number.isFinite)).toBe(true);
  const worst = a.reduce((most, number, index) => Math.max(most, Math.abs(number - (b[index] as number))), 0);
  expect(worst).toBeLessThan(0.01);
}

const places = ({ ticks }: Seen) => ticks.map(({ x, y }) => `${x} ${y}`);
const texts = ({ ticks }: Seen) => ticks.map(({ text }) => text);

/** Month and day of a tick, year and month, or its number, in either language. @example dateOf("13 Jan") // "1-13" */
function dateOf(text: string): string {
  const english = /^(?:(\d+) )?([A-Z][a-z]{2})(?: \d{4})?$/.exec(text);
  if (english) return `${new Date(`${english[2]} 1 2025 UTC`).getUTCMonth() + 1}-${english[1] ?? ""}`;
  const chinese = /^(?:\d{4}年)?(\d+)月(?:(\d+)日)?$/.exec(text);
  return chinese ? `${chinese[1]}-${chinese[2] ?? ""}` : "";
}

/** Whose pictures must be the same: nothing of theirs is in the address but the language. */
const READERS = [
  { lang: "", options: { timezoneId: "America/Los_Angeles", locale: "en-US", colorScheme: "light" } },
  { lang: "&lang=zh", options: { timezoneId: "Asia/Shanghai", locale: "zh-CN", colorScheme: "dark" } },
] as const;

/** Width of a page whose chart is as wide as the one in an image of 1200 pixels, or of 390. */
const SCREENS = { 1200: 1208, 390: 390 } as const;

/** Views, with their lines. */
const VIEWS = [
  ["v=1", 3],
  ["v=1&interval=week", 6],
  ["v=1&interval=month&from=2024-06-01&to=2025-09-01", 6],
  ["v=1&interval=week&measure=weekchange", 6],
  ["v=1&layout=overlay&scale=linear", 3],
  ["v=1&sources=illustrative&surge=on", 2],
  ["v=1&measure=index", 3],
  ["v=1&from=2025-01-12&to=2025-01-16&platforms=rednote", 1],
] as const;

describe("the chart as an image", () => {
  it.each(VIEWS)("has the ticks and points that two readers of other zone, language and theme see: %s, %i lines", async (view, lines) => {
    for (const image of [1200, 390] as const) {
      const seen = await Promise.all(
        READERS.map(async ({ lang, options }) => {
          const { page, faults } = await here.open(`/growth?${view}${lang}`, {
            ...options,
            viewport: { width: SCREENS[image], height: 900 },
          });
          await page.locator("main[aria-busy=false] [data-chart] svg").first().waitFor();
          // What marks a surge comes a moment later, with its own room on the value axis.
          if (view.includes("surge=on")) await page.locator("[data-chart] [data-surge]").waitFor();
          const chart = page.locator("[data-chart] svg").first();
          const found = { width: Number(await chart.getAttribute("width")), ...(await chart.evaluate(seenIn)) };
          expect(faults).toEqual([]);
          await page.context().close();
          return found;
        }),
      );
      const [english, chinese] = seen as [Seen & { width: number }, Seen & { width: number }];
      const address = `${here.origin}/chart.svg?${view}&width=${image}`;
      const svg = await (await fetch(address)).text();
      const blank = await here.browser.newPage();
      await blank.goto(address);
      const chart = blank.locator("svg svg");
      const drawing = await chart.evaluate(seenIn);
      expect(Number(await chart.getAttribute("width"))).toBe(english.width);
      expect([english.lines.length, english.ticks.length > 4]).toEqual([lines, true]);
      for (const other of [chinese, drawing]) {
        expectAlike(english.lines, other.lines);
        expectAlike(english.points, other.points);
        expectAlike(places(english), places(other));
      }
      expect(texts(drawing)).toEqual(texts(english));
      expect(texts(chinese).map(dateOf)).toEqual(texts(english).map(dateOf));
      expect(texts(english).filter(dateOf).length).toBeGreaterThan(2);
      expect(svg).not.toContain("var(");
      await blank.close();
    }
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

describe("a PNG in Chinese", () => {
  it("has the letters that Inter lacks", async () => {
    const { page } = await here.open("/method");
    /** Pixels in the red of RedNote, of the first word of a title: 小红书, 72 pixels wide. */
    const reddish = (path: string) =>
      page.evaluate(async (source) => {
        const image = await createImageBitmap(await (await fetch(source)).blob());
        const paper = new OffscreenCanvas(72, 30).getContext("2d");
        if (paper === null) throw new Error("no canvas");
        paper.drawImage(image, 24, 24, 72, 30, 0, 0, 72, 30);
        const { data } = paper.getImageData(0, 0, 72, 30);
        let red = 0;
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 120 && (data[at + 1] ?? 255) < 90) red++;
        return { red, width: image.width };
      }, path);
    const { red, width } = await reddish("/chart.png?v=1&platforms=rednote&lang=zh");
    expect(width).toBe(1200);
    expect(red).toBeGreaterThan(250);
  });
});
