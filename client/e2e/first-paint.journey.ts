import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawn, keep, phone, staged } from "./stage.ts";

const set = staged();

/** Views of five kinds, and how many lines each has. */
const VIEWS = [
  ["/growth", 3],
  ["/growth?v=1&interval=week", 6],
  ["/growth?v=1&layout=overlay&scale=linear", 3],
  ["/growth?v=1&sources=illustrative&platforms=rednote&countries=US,GB,DE", 3],
  ["/growth?v=1&measure=index", 3],
] as const;

/** Small pictures come in a chunk of their own; their lines are none of Recharts'. */
const COUNTRIES = "/growth?v=1&layout=countries&countries=US,GB,DE&sources=illustrative&platforms=rednote";

/** A program that makes a preview of a link. */
const PREVIEWER = { "User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", Accept: "text/html" };

/** Pages that paint no chart, and of each what it says to those who run no script. */
const PAGES_OF_ROWS = [
  ["/", "How many?"],
  ["/map", "Highest and last value of each country"],
  ["/countries", "Highest and last value of each country"],
  ["/topics", "What the article claims, and what published figures find"],
  ["/evidence", "Published figures"],
  ["/data", "What was received, newest first"],
  ["/method", "Sources, and how each knows"],
] as const;

/** The HTML of a page once its chart, or its header, is painted: at the latest the second time. */
async function htmlOf(path: string, painted = "data-drawing"): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const html = await (await fetch(set.origin + path, { headers: PREVIEWER })).text();
    if (html.includes(painted)) return html;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${path} was not painted`);
}

const shifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = { shift: 0, breaches: [] as string[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) =>
      seen.breaches.push(`${violatedDirective} ${sourceFile}`),
    );
  });
const seenOn = (page: Page) => page.evaluate(() => (window as unknown as { seen: { shift: number; breaches: string[] } }).seen);

/** Counts the frames at which none of some pictures is seen any more. @param least how high one is that counts, px; of any height unless told */
const watchGaps = (page: Page, pictures: string, least = -1) =>
  page.addInitScript(
    ([selector, height]) => {
      const gaps = { count: 0 };
      Object.assign(window, { gaps });
      let begun = false;
      const look = () => {
        const isSeen = [...document.querySelectorAll(selector)].some((one) => one.getBoundingClientRect().height > height);
        begun ||= isSeen;
        if (begun && !isSeen) gaps.count++;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    [pictures, least] as const,
  );
const gapsOn = (page: Page) => page.evaluate(() => (window as unknown as { gaps: { count: number } }).gaps.count);

/** Where each line stands on the page, and the field that they are drawn in. */
function boxesOf(svg: Element): number[][] {
  const lines = svg.querySelectorAll("path[data-line], path.recharts-line-curve");
  return [...lines].map((line) => {
    const { x, y, width, height } = line.getBoundingClientRect();
    return [x, y, width, height];
  });
}

describe("the HTML of a growth chart", () => {
  it.each(VIEWS)("%s tells a link preview what it shows, with %i lines", async (path, lines) => {
    const html = await htmlOf(path);
    expect(html).toMatch(/<title>Growth: [^<]+<\/title>/);
    for (const tag of ["description", "og:title", "og:description", "og:image", "twitter:image"])
      expect(html).toMatch(new RegExp(`<meta (?:name|property)="${tag}" content="[^"]+"`));
    const wide = /data-drawing="wide"><svg.*?<\/svg>/s.exec(html)?.[0] ?? "";
    expect(wide.match(/ data-line=/g)).toHaveLength(lines);
  });

  it("shows chart, table and links without JavaScript", async () => {
    await htmlOf("/growth");
    for (const [name, options] of [
      ["1440-light", { viewport: { width: 1440, height: 900 } }],
      ["1440-dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
      ["390-light", phone],
      ["390-dark", { ...phone, colorScheme: "dark" }],
    ] as const) {
      const { page, faults } = await set.open("/growth", { ...options, javaScriptEnabled: false });
      const which = name.startsWith("390") ? ["narrow", "wide"] : ["wide", "narrow"];
      const chart = page.locator(`[data-drawing=${which[0]}] svg`);
      expect(await chart.isVisible()).toBe(true);
      expect(await page.locator(`[data-drawing=${which[1]}] svg`).isVisible()).toBe(false);
      expect(await chart.locator("path[data-line]").count()).toBe(3);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^RedNote in the US rose/);
      const row = page.getByRole("row", { name: /^2025-01-13/ });
      expect(await row.getByRole("cell").allTextContents()).toEqual(["3.4M", "", "82.2M"]);
      for (const link of ["Every value (CSV)", "Map", "Indonesia Sentinel"])
        expect(await page.getByRole("link", { name: link }).isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(faults).toEqual([]);
      await keep(page, `first-paint-${name}`, true);
      const key = page.getByRole("listitem").filter({ hasText: "RedNote No. 1 on US iPhones" });
      expect((await key.innerText()).startsWith("2 ")).toBe(which[0] === "narrow");
    }
  });

  it.each(PAGES_OF_ROWS)("%s has its header, its words and its files without JavaScript", async (path, row) => {
    await htmlOf(path, "<header");
    for (const [name, options] of [
      ["1440-light", { viewport: { width: 1440, height: 900 } }],
      ["390-dark", { ...phone, colorScheme: "dark" }],
    ] as const) {
      const { page, faults } = await set.open(path, { ...options, javaScriptEnabled: false });
      expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
      expect(await page.getByRole("heading", { level: 2, name: row }).isVisible()).toBe(true);
      expect(await page.getByRole("navigation").getByRole("link").count()).toBe(8);
      const images = page.locator("picture img");
      for (const image of await images.all())
        expect(await image.evaluate(async (shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth))).toBe(
          name.startsWith("390") ? 390 : 1200,
        );
      expect(await images.count()).toBe(["/data", "/method"].includes(path) ? 0 : 1);
      const file = await page.getByRole("link", { name: "Every value (CSV)" }).getAttribute("href");
      expect((await fetch(new URL(file ?? "", set.origin))).status).toBe(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await keep(page, `no-script${path.replace("/", "-")}-${name}`, true);
      await page.context().close();
    }
  });
});

describe("the first paint", () => {
  it("is the chart, before the first script runs", async () => {
    await htmlOf("/growth");
    const context = await set.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${set.origin}/growth`, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    expect(await page.locator("[data-drawing=wide] path[data-line]").count()).toBe(3);
    expect(await page.evaluate(() => document.querySelector("[data-chart]"))).toBeNull();
    release();
    await drawn(page);
    const [paint, scripts] = await page.evaluate(() => {
      const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const ends = entries
        .filter(({ name }) => name.endsWith(".js"))
        .map(({ name, responseEnd }) => ({ name: new URL(name).pathname, responseEnd }));
      return [performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN, ends] as const;
    });
    const first = scripts.toSorted((a, b) => a.responseEnd - b.responseEnd)[0];
    console.log(
      `first contentful paint at ${paint.toFixed(0)} ms; ${first?.name}, the first script, was there at ${first?.responseEnd.toFixed(0)} ms`,
    );
    expect(paint).toBeLessThan(first?.responseEnd ?? 0);
    await context.close();
  });

  it.each(VIEWS)("of %s is where the live chart then stands, and nothing moves", async (path) => {
    const html = await htmlOf(path);
    for (const options of [{ viewport: { width: 1440, height: 900 } }, phone]) {
      const context = await set.browser.newContext(options);
      const page = await context.newPage();
      await shifts(page);
      const firstPaint = () => page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      // What was painted is looked at while the data of the live chart are still on their way.
      await page.route("**/api/v1/series*", async (route) => {
        await firstPaint();
        await page.waitForTimeout(300);
        await route.continue();
      });
      const opening = page.goto(set.origin + path);
      const name = options === phone ? "narrow" : "wide";
      await page.locator(`[data-drawing=${name}] svg`).waitFor();
      await firstPaint();
      const painted = await page.locator(`[data-drawing=${name}] svg`).evaluate(boxesOf);
      await opening;
      await drawn(page);
      const live = await page.locator("[data-chart] svg").first().evaluate(boxesOf);
      expect(painted).toHaveLength(live.length);
      for (const [at, box] of live.entries())
        for (const [side, number] of box.entries()) expect(Math.abs(number - (painted[at]?.[side] ?? Number.NaN))).toBeLessThan(1);
      await page.waitForTimeout(300);
      const seen = await seenOn(page);
      console.log(`${path} at ${page.viewportSize()?.width}: layout shift ${seen.shift.toFixed(4)}`);
      expect(seen.shift).toBeLessThan(0.02);
      expect(seen.breaches).toEqual([]);
      expect(await page.locator("#painted").count()).toBe(0);
      await context.close();
    }
    expect(html).not.toMatch(/ style=/);
  });

  it("of the story says without JavaScript what it says with it", async () => {
    const [plain, live] = await Promise.all(
      [false, true].map(async (javaScriptEnabled) => {
        const { page } = await set.open("/story?v=1", { javaScriptEnabled });
        const lead = page.locator("main h1 + p");
        await expect.poll(() => lead.innerText(), { timeout: 30_000 }).not.toBe("");
        return lead.innerText();
      }),
    );
    expect(plain).toBe(live);
  });

  it.each(PAGES_OF_ROWS)("of %s is its header, and nothing moves when the page comes", async (path) => {
    const html = await htmlOf(path, "<header");
    expect(html).not.toMatch(/ style=/);
    for (const options of [{ viewport: { width: 1440, height: 900 } }, phone]) {
      const context = await set.browser.newContext(options);
      const page = await context.newPage();
      await shifts(page);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/*.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(set.origin + path, { waitUntil: "commit" });
      const link = page.locator('header a[aria-current="page"]');
      await link.waitFor();
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      const painted = await link.boundingBox();
      release();
      await page.locator("main h1").waitFor();
      await page.waitForLoadState("networkidle");
      const live = await link.boundingBox();
      expect([live?.y, live?.width]).toEqual([painted?.y, painted?.width]);
      const seen = await seenOn(page);
      console.log(`${path} at ${page.viewportSize()?.width}: layout shift ${seen.shift.toFixed(4)}`);
      expect(seen.shift).toBeLessThan(0.02);
      expect(seen.breaches).toEqual([]);
      await context.close();
    }
  });

  it("of a chart on a page of somebody else is the chart alone, and nothing moves", async () => {
    await htmlOf("/embed?v=1");
    const { page: plain } = await set.open("/embed?v=1", { javaScriptEnabled: false });
    expect(await plain.locator("[data-drawing=wide] path[data-line]").count()).toBe(3);
    expect(await plain.getByRole("row").count()).toBeGreaterThan(40);
    await keep(plain, "first-paint-embed");
    const page = await plain.context().browser()?.newPage();
    if (!page) throw new Error("no browser");
    await shifts(page);
    await page.goto(`${set.origin}/embed?v=1`);
    await page.locator("[data-chart] svg").first().waitFor();
    await page.waitForTimeout(300);
    expect((await seenOn(page)).shift).toBeLessThan(0.02);
    expect(await page.locator("[data-drawing]").count()).toBe(0);
  });

  it("stays until the surge that is painted is in the live chart, too", async () => {
    const path = "/growth?v=1&sources=illustrative&surge=on";
    await htmlOf(path);
    const { page } = await set.open("/method");
    await shifts(page);
    // What was painted, or a live chart with its surge.
    await watchGaps(page, "[data-drawing=wide] svg, [data-chart] [data-surge]");
    await page.goto(set.origin + path);
    await page.locator("[data-chart] [data-surge]").waitFor();
    expect(await gapsOn(page)).toBe(0);
    expect((await seenOn(page)).shift).toBeLessThan(0.02);
    expect(await page.locator("[data-drawing]").count()).toBe(0);
  });

  it("gives way to a chart without its surge where the part that reads it does not come", async () => {
    const path = "/growth?v=1&sources=illustrative&surge=on";
    await htmlOf(path);
    const { page } = await set.open("/method");
    await page.route("**/SurgePart-*.js", (route) => route.abort());
    await page.goto(set.origin + path);
    await page.locator("[data-chart] svg").first().waitFor();
    expect(await page.locator("[data-drawing]").count()).toBe(0);
  });

  it("stays until small pictures by country take its place", async () => {
    await htmlOf(COUNTRIES);
    const { page } = await set.open("/method");
    await shifts(page);
    // What was painted, or the live pictures.
    await watchGaps(page, "[data-drawing=wide] svg, [data-chart] svg", 100);
    await page.goto(set.origin + COUNTRIES);
    await page.locator("[data-chart] svg").first().waitFor();
    expect(await gapsOn(page)).toBe(0);
    expect((await seenOn(page)).shift).toBeLessThan(0.02);
    expect(await page.locator("[data-drawing]").count()).toBe(0);
  });

  it.each(["/", "/growth", "/map", "/countries", "/topics", "/evidence", "/data", "/method", "/embed?v=1"])(
    "of %s breaches no policy",
    async (path) => {
      for (const javaScriptEnabled of [true, false]) {
        const { page, faults } = await set.open(path, { javaScriptEnabled });
        if (javaScriptEnabled) await page.waitForLoadState("networkidle");
        expect(faults).toEqual([]);
      }
    },
  );
});
