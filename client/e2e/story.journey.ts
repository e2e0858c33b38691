import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess } from "./access.ts";
import { asked, drawn, keep, phone, smallPhone, staged } from "./stage.ts";

const set = staged();

const PICTURES = "[data-chart]";
const PARTS = ["growth", "conflict", "rank", "after", "where"];

/** Waits until the first chart stands there. */
async function begun(page: Page): Promise<void> {
  await page.locator("[data-part=growth] [data-chart] svg").first().waitFor();
}

/** Scrolls to the end, as one reads. */
async function scrolled(page: Page): Promise<void> {
  for (const part of PARTS) {
    await page.locator(`[data-part=${part}]`).scrollIntoViewIfNeeded();
    await page.locator(`[data-part=${part}]`).locator("[data-chart] svg, [data-map]").first().waitFor();
  }
}

const heights = (page: Page) =>
  page.locator("[data-part] figure").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));

describe("the story", () => {
  it("greets a visitor with five charts and a sentence each, and nothing moves as they scroll", async () => {
    const { page, faults } = await set.open("/");
    await begun(page);
    await page
      .getByRole("heading", { level: 1, name: "How did people move from TikTok to RedNote, where, when, and for how long?" })
      .waitFor();
    await page.locator("[data-part=where]").getByText("RedNote stood at No. 1 of free iPhone apps in the UK").waitFor();
    expect(await page.locator(PICTURES).count()).toBeLessThan(5);
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
        document.body.dataset.shift = String(Number(document.body.dataset.shift ?? 0) + shifts.reduce((sum, { value }) => sum + value, 0));
      }).observe({ type: "layout-shift", buffered: true });
    });
    const before = await heights(page);
    await scrolled(page);
    expect(await heights(page)).toEqual(before);
    expect(await page.locator(PICTURES).count()).toBe(5);
    expect(Number(await page.evaluate(() => document.body.dataset.shift ?? 0))).toBeLessThan(0.02);
    await page
      .getByText("Not known: what came later. No published figure of daily users of RedNote in the US is of a day after 27 January 2025.")
      .waitFor();
    await keep(page, "story", true);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("is read by keyboard alone, and leads into the view of each chart", async () => {
    const { page, faults } = await set.open("/story");
    await begun(page);
    await page.locator("[data-part=growth] [data-chart]").focus();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => page.locator("[data-part=growth] [data-chart] > [role=status]").textContent())
      .toMatch(/^Wednesday 1 January 2025/);
    await page.locator("[data-part=after]").getByRole("link", { name: "Open this chart in Growth" }).focus();
    await page.keyboard.press("Enter");
    await drawn(page);
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get("metric"), searchParams.get("platforms")]).toEqual(["/growth", "downloads", "rednote"]);
    await page.getByRole("heading", { level: 1, name: /fell from 126,700 downloads a day to 25,500/ }).waitFor();
    await page.goBack();
    await page.locator("[data-part=where]").getByRole("link", { name: "Open this chart in Map" }).click();
    await page.locator("[data-map]").waitFor();
    expect(asked(page, "day")).toBe("2025-01-16");
    await page.goBack();
    await page.locator("[data-part=conflict]").getByRole("link", { name: "Open this chart in Evidence" }).click();
    await page.locator("[data-chart=evidence] svg").first().waitFor();
    expect(asked(page, "quantities")).toBe("daily_active_users");
    await page.goBack();
    await page.locator("[data-part=after] [data-chart] svg").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/story");
    expect(faults).toEqual([]);
  });

  it("leaves links that were shared of a view where they were", async () => {
    const { page } = await set.open("/?v=1&platforms=rednote&interval=week");
    await drawn(page);
    expect(await page.locator("[data-part]").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Growth", exact: true }).getAttribute("aria-current")).toBe("page");
    const other = await set.open("/?lang=zh");
    await begun(other.page);
    await other.page.getByRole("heading", { level: 1, name: /^人们如何从 TikTok 转到小红书/ }).waitFor();
  });

  it("is told as of a vintage, and says that newer ones exist", async () => {
    const { page } = await set.open("/story?v=1&vintage=1");
    await page.getByText(/^Newer data exist: \d+ values are new\.$/).waitFor();
    await page.locator("[data-part=growth]").getByText("3.4 million on 13 January 2025").waitFor();
    await page.getByRole("button", { name: "Go live" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?v=1");
    await begun(page);
  });

  it("says what failed, and tries again", async () => {
    const { page } = await set.open("/growth?v=1&platforms=lemon8");
    await drawn(page);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("link", { name: "Story", exact: true }).click();
    await page.getByRole("alert").getByText("No answer came.").waitFor();
    expect(await page.locator("[data-chart]").count()).toBe(0);
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await begun(page);
    await page.route("**/api/v1/figures**", (route) => route.abort());
    await page.reload();
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/v1/figures**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("[data-part=where]").getByText("in the UK, Canada, Ireland and Italy").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, ""],
    ["dark", { colorScheme: "dark" as const }, ""],
    ["Chinese", {}, "?lang=zh"],
    ["forced colours", { forcedColors: "active" as const }, ""],
  ])("stands on a %s, and nothing scrolls sideways or changes its height", async (name, options, query) => {
    const { page, faults } = await set.open(`/story${query}`, { reducedMotion: "reduce", ...options });
    await begun(page);
    await expect.poll(() => page.locator("[data-part=where] a").count()).toBeGreaterThan(0);
    const before = await heights(page);
    await scrolled(page);
    expect(await heights(page)).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await keep(page, `story, ${name}`, true);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
