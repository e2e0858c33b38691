import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PAGE_NAMES, PAGES, SHARES } from "../../data/model/page.ts";
import { faultsOfAccess, sideways } from "./access.ts";
import { keep, type Stage, stage } from "./stage.ts";

/** Every page, by being in {@link PAGES}, and the list of short links. */
const PLACES = [...PAGE_NAMES, "shares"] as const;

/** Under every condition in which people read them. */
const CONDITIONS = [
  ["a phone", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, ""],
  [
    "a small phone, dark, in Chinese",
    { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true, colorScheme: "dark" },
    "&lang=zh",
  ],
  ["a desk, dark, in Chinese", { colorScheme: "dark" }, "&lang=zh"],
  ["forced colours", { forcedColors: "active", colorScheme: "dark" }, ""],
] as const;

/** With something to show on each: what is made up has topics, countries and surges. */
const MADE_UP = "sources=model-press,illustrative&countries=US,GB,DE";

let set: Stage;
let large: Browser;
let token: string;
beforeAll(async () => {
  set = await stage();
  token = set.token("boss", "admin");
  set.command("share", `/growth?v=1&${MADE_UP}`, "--pinned", "--expires", "30d", "--note", "For the newsletter of Monday");
  set.command("share", "revoke", set.command("share", "/map?v=1"));
  // A reader whose browser writes everything twice as large: unlike a zoom, the window keeps its pixels.
  large = await chromium.launch({
    executablePath: process.env.SURGE_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"],
  });
});
afterAll(async () => {
  await large.close();
  await set.stop();
});
afterEach(() => Promise.all([...set.browser.contexts(), ...large.contexts()].map((context) => context.close())));

const addressOf = (name: (typeof PLACES)[number], rest = "") => `${name === "shares" ? SHARES : PAGES[name]}?v=1&${MADE_UP}${rest}`;

/** Waits until a page stands: its heading, and nothing on its way. Short links are listed to a token, the first with what changes it. */
async function stands(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  if (new URL(page.url()).pathname === SHARES) {
    await page.locator("main input[type=password]").fill(token);
    await page.keyboard.press("Enter");
    await page.locator("tr[data-state=works] button[aria-expanded]").click();
    // As whoever has just come: Tab begins at the top.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
  }
  await page.locator("main:not([aria-busy=true])").waitFor();
  await page.waitForLoadState("networkidle");
}

describe.each(PLACES)("the page of %s", (name) => {
  it.each(CONDITIONS)("stands on %s, whole and open to everybody", async (condition, options, language) => {
    const { page, faults } = await set.open(addressOf(name, language), { reducedMotion: "reduce", ...options });
    await stands(page);
    expect(await sideways(page)).toEqual([]);
    await keep(page, `${name}, ${condition}`, true);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe(language === "" ? "en" : "zh-Hans");
    if (language !== "") {
      expect(await page.title()).toMatch(/\p{Script=Han}.* · RedNote Surge$/u);
      expect(await page.locator("h1").first().textContent()).toMatch(/\p{Script=Han}/u);
    }
    expect(faults).toEqual([]);
  });

  it.each([1280, 390])("keeps its words together at twice their size, %d px wide", async (width) => {
    const context = await large.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(set.origin + addressOf(name));
    await stands(page);
    await keep(page, `${name}, text of 200 %, ${width} px`, true);
    expect(await sideways(page)).toEqual([]);
  });

  it("is walked by the Tab key to its end, with the focus always in sight", async () => {
    const { page } = await set.open(addressOf(name), { reducedMotion: "reduce" });
    await stands(page);
    const seen: string[] = [];
    for (let step = 0; step < 400; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(focused);
      if (at === null) break;
      expect(at.hidden, at.what).toBe(false);
      seen.push(at.what);
    }
    expect(seen[0]).toMatch(/skip/);
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.length).toBeLessThan(400);
  });

  it("tells its keys on ?, opens what it has without the pointer, and gives the focus back", async () => {
    const { page, faults } = await set.open(addressOf(name), { reducedMotion: "reduce" });
    await stands(page);
    const link = page.locator("header nav a").last();
    await link.focus();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys of this page" }).waitFor();
    await keep(page, `${name}, keys`);
    expect(await faultsOfAccess(page, { part: "dialog" })).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const opener of await page.locator("button[aria-haspopup=dialog]:visible").all()) {
      await opener.focus();
      await page.keyboard.press("Enter");
      const dialog = page.locator("[role=dialog], dialog[open]");
      await dialog.waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[role=dialog], dialog") !== null)).toBe(true);
      expect(await faultsOfAccess(page, { part: "[role=dialog], dialog[open]" })).toEqual([]);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    expect(faults).toEqual([]);
  });

  it("has its charts read by the arrow keys, and their table a key away", async () => {
    const { page } = await set.open(addressOf(name), { reducedMotion: "reduce" });
    await stands(page);
    const charts = await page.locator("[data-chart]").all();
    for (const chart of charts) {
      await chart.focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      await expect
        .poll(() => page.locator("main [role=status], main [aria-live]").allTextContents())
        .toContainEqual(expect.stringMatching(/\d/));
      expect(await chart.getAttribute("aria-describedby").then((id) => page.locator(`[id="${id}"]`).textContent())).toMatch(/\S/);
      if ((await page.locator("[data-table]").count()) === 0) continue;
      await chart.focus();
      await page.keyboard.press("t");
      expect(await page.evaluate(() => document.activeElement?.closest("[data-table]") !== null)).toBe(true);
    }
  });
});

/** What has the focus, and whether any of it can be seen; `null` where the walk left the page. */
function focused(): { what: string; hidden: boolean } | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const shown = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element;
  const box = shown.getBoundingClientRect();
  const hidden =
    box.width === 0 || box.height === 0 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
  const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
  return { what: `${element.tagName} ${element.className} ${name.slice(0, 40)}`, hidden };
}
