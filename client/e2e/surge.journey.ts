import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess, SERIOUS } from "./access.ts";
import { asked, drawn, keep, phone, smallPhone, staged } from "./stage.ts";

const set = staged();

const MADE_UP = "/growth?v=1&surge=on&sources=illustrative";

/** Waits until the card and what it adds to the chart are there. */
async function told(page: Page): Promise<void> {
  await page.locator("[data-chart] svg").first().waitFor();
  await page.locator("[data-surge-card]").waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

/** The cells of a row of the card, as they are read. */
const cellsOf = (page: Page, row: string) =>
  page
    .locator("[data-surge-card] tbody tr")
    .filter({ has: page.getByRole("rowheader", { name: row, exact: true }) })
    .locator("[data-column]")
    .allInnerTexts();

describe("the surge on the growth page", () => {
  it("is switched on, read mark by mark and in the card, and switched off, by keyboard alone", async () => {
    const { page, faults } = await set.open("/growth?v=1&sources=illustrative");
    await drawn(page);
    expect(await page.locator("[data-mark]").count()).toBe(0);
    const box = page.getByRole("checkbox", { name: "Surge" });
    await box.focus();
    await page.keyboard.press("Space");
    await told(page);
    expect(asked(page, "surge")).toBe("on");
    const marks = page.locator("[data-mark]");
    expect(await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute("data-mark")))).toEqual(["onset", "peak", "half_life"]);
    expect(await page.locator("[data-band]").count()).toBe(1);
    await marks.first().focus();
    await page.locator("[data-tip]").getByText("Made up, not a finding: Onset: 13 Jan 2025. First day of the rise").waitFor();
    await page.keyboard.press("Tab");
    await page.locator("[data-tip]").getByText("Made up, not a finding: Peak: 2.78M on 19 Jan 2025.").waitFor();
    await page.keyboard.press("Tab");
    await page
      .locator("[data-tip]")
      .getByText(/Made up, not a finding: Half-life: 5.9 days \(5.8 to 6.1\)\./)
      .waitFor();
    await keep(page, "surge, a mark that explains itself");
    await page.keyboard.press("Escape");
    await page.locator("[data-tip]").waitFor({ state: "detached" });
    await page.getByRole("columnheader", { name: /RedNote.*illustrative.*made up/s }).waitFor();
    expect(await cellsOf(page, "Half-life")).toEqual(["5.9 days\n5.8 to 6.1\nmade with 6 days"]);
    expect(await cellsOf(page, "Onset")).toEqual(["13 Jan 2025\nmade with 13 Jan 2025"]);
    await page.getByText("Found in all days of each series, 1 Oct 2024 to 30 Jun 2025, whatever the chart shows.").waitFor();
    await page.getByText("Retained share of the surge is not the retention of a cohort.").waitFor();
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    await box.focus();
    await page.keyboard.press("Space");
    await page.locator("[data-surge-card]").waitFor({ state: "detached" });
    expect(await page.locator("[data-mark], [data-band]").count()).toBe(0);
    await page.goBack();
    await told(page);
    expect(faults).toEqual([]);
  });

  it("says of the model that it is too early to tell, that there is no band, and why; of TikTok that there is no surge", async () => {
    const { page, faults } = await set.open("/growth?v=1&surge=on");
    await told(page);
    for (const row of ["Half-life", "Plateau", "Retained after 7 days", "Retained after 14 days"])
      expect(await cellsOf(page, row)).toEqual(["too early\nToo early: 14 days after the peak; it takes 21."]);
    expect(await cellsOf(page, "Expected without the surge")).toEqual([
      "few days before\nFewer than 14 days before the onset: too few for an expected band.",
    ]);
    await page.getByText("A property of the model, not a finding: ×11 the baseline in 1 day.").waitFor();
    await page.getByText("A property of the model, not a finding: No surge: what lasts stays below 1.5 times the level.").waitFor();
    expect(await page.locator("[data-band]").count()).toBe(0);
    expect(await page.locator("[data-mark=half_life]").count()).toBe(0);
    // What a model's mark says on the picture is badged there, too.
    expect(await page.locator("[data-badges]").textContent()).toBe("modelled");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toContain("baseline");
    expect(faults).toEqual([]);
  });

  it("keeps its figures when the range changes, and draws the marks that are in it", async () => {
    const { page, faults } = await set.open(`${MADE_UP}&platforms=rednote`);
    await told(page);
    const before = await cellsOf(page, "Half-life");
    await page.getByRole("slider", { name: "First day" }).focus();
    for (let week = 0; week < 3; week++) await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => page.locator("[data-mark]").count()).toBe(0);
    expect(await page.locator("[data-band]").count()).toBe(1);
    expect(await cellsOf(page, "Half-life")).toEqual(before);
    await page.getByText("Week", { exact: true }).click();
    await page.getByText("Band and marks are those of single days: they are drawn by day.").waitFor();
    expect(await page.locator("[data-band]").count()).toBe(0);
    await page.getByRole("button", { name: "Show days" }).click();
    await expect.poll(() => page.locator("[data-band]").count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it("reads a mark in place of the day where both are under the pointer", async () => {
    const { page, faults } = await set.open(MADE_UP);
    await told(page);
    await page.locator("[data-mark=peak] circle").last().hover();
    await page.locator("[data-tip]").waitFor();
    expect(await page.locator("[data-chart] [role=status]").textContent()).toBe("");
    const chart = await page.locator("[data-chart]").boundingBox();
    await page.mouse.move((chart?.x ?? 0) + 400, (chart?.y ?? 0) + 250);
    await page.locator("[data-tip]").waitFor({ state: "detached" });
    await expect.poll(() => page.locator("[data-chart] [role=status]").textContent()).toMatch(/2025\. RedNote: Illustrative/);
    expect(faults).toEqual([]);
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, ""],
    ["dark", { colorScheme: "dark" as const }, ""],
    ["Chinese", {}, "&lang=zh"],
    ["forced colours", { forcedColors: "active" as const }, ""],
  ])("stands on a %s, and nothing but tables scrolls sideways", async (name, options, language) => {
    const { page, faults } = await set.open(`${MADE_UP}${language}`, options);
    await told(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    if ("hasTouch" in options) {
      await page.locator("[data-mark=peak] circle").last().tap();
      const tip = await page.locator("[data-tip]").boundingBox();
      expect((tip?.y ?? 0) + (tip?.height ?? 0)).toBeGreaterThan(options.viewport.height - 14);
      await keep(page, `surge, ${name}, a mark`);
    }
    await keep(page, `surge, ${name}`, true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    if (language !== "") {
      await page.locator("[data-surge-card]").getByText("激增留存比例不是同期群留存率").waitFor();
      await page.locator("[data-mark=onset]").focus();
      await page.locator("[data-tip]").getByText("这是虚构数据，并非发现：起始日：").waitFor();
    }
    expect(faults).toEqual([]);
  });
});

describe("what other platforms gained beside what TikTok lacked", () => {
  const PAIRS = `${MADE_UP}&platforms=rednote,lemon8,tiktok&countries=US,GB`;
  const rowOf = (page: Page, platform: string, country: string) =>
    page.locator("[data-substitution] tbody tr").filter({ hasText: platform }).filter({ hasText: country });

  it("stands under the card, a row for each pair: a ratio with its range, or why there is none", async () => {
    const { page, faults } = await set.open(PAIRS);
    await told(page);
    await page.getByRole("heading", { name: "Beside TikTok" }).waitFor();
    expect(await page.locator("[data-substitution] tbody tr").count()).toBe(4);
    const cells = await rowOf(page, "RedNote", "United States").getByRole("cell").allInnerTexts();
    expect(cells).toHaveLength(5);
    expect(cells[2]).toMatch(/^0\.\d+\n0\.\d+ to \d/);
    expect(cells[4]).toBe("35 days\n13 Jan to 16 Feb 2025");
    expect(await rowOf(page, "RedNote", "United States").getByRole("rowheader").innerText()).toContain("made up");
    expect(await rowOf(page, "Lemon8", "United Kingdom").getByRole("cell").allInnerTexts()).toEqual([
      "TikTok has no shortfall: no less in those days together than it may have had anyway.",
    ]);
    await page.getByText("How each number is found").last().click();
    await page.getByText("The range sets the smallest excess against the largest shortfall, and the reverse.").waitFor();
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    await keep(page, "substitution", true);
    expect(faults).toEqual([]);
  });

  it("is refused for a model of few days, and is not there without TikTok", async () => {
    const { page, faults } = await set.open("/growth?v=1&surge=on");
    await told(page);
    await page
      .locator("[data-substitution]")
      .getByText("RedNote has fewer than 14 days before the onset: nothing says what would have been.")
      .waitFor();
    await page.goto(`${set.origin}${MADE_UP}&platforms=rednote,lemon8`);
    await told(page);
    expect(await page.locator("[data-substitution]").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("stands on a phone, in Chinese and in the dark, and nothing but its table scrolls sideways", async () => {
    const dark = { ...smallPhone, colorScheme: "dark" as const };
    const { page, faults } = await set.open(`${PAIRS}&lang=zh`, dark);
    await told(page);
    await page.getByRole("heading", { name: "与 TikTok 对照" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await keep(page, "substitution, small phone, Chinese, dark", true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
