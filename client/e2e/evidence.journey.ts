import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess } from "./access.ts";
import { asked, keep, phone, smallPhone, staged } from "./stage.ts";

const set = staged();

const USERS = '[data-quantity="daily_active_users.US.users.level"]';

/** Waits until the figures are there and the first chart is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.locator("main[aria-busy=false]").waitFor();
  await page.locator("[data-chart=evidence] svg").first().waitFor();
}

describe("the page of evidence", () => {
  it("shows every figure to a first visitor, each a link to its publication, and reads them by keyboard alone", async () => {
    const { page, faults } = await set.open("/evidence");
    await drawn(page);
    await page.getByRole("heading", { level: 1, name: "199 published figures by 39 providers, 49 of them in conflict." }).waitFor();
    expect(await page.locator("[data-row]").count()).toBe(199);
    const chart = page.locator(USERS);
    await chart.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    await chart
      .getByRole("status")
      .getByText("under 700k. Daily active users, 12 Jan 2025. Similarweb, via Reuters.")
      .waitFor({ state: "attached" });
    await keep(page, "evidence, a reading");
    const [opened] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
    expect(
      opened.url() === "about:blank" || opened.url().startsWith("https://investing.com/") || opened.url().startsWith("chrome-error"),
    ).toBe(true);
    await opened.close();
    await chart.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("t");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Daily active users, United States");
    const note = page.locator('[data-row="rf004"]').getByRole("button");
    await note.focus();
    await page.keyboard.press("Enter");
    await page.getByText("In conflict with 3.4M, 13 Jan 2025, Similarweb, via Reuters: ×1.4 apart.").last().waitFor();
    await keep(page, "evidence, table");
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("points the same figure out on the growth chart", async () => {
    const { page, faults } = await set.open("/evidence");
    await drawn(page);
    await page.locator(USERS).focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("g");
    await page.getByText("Pointed out: under 700k, 12 Jan 2025, Similarweb, via Reuters.").waitFor();
    expect(new URL(page.url()).pathname).toBe("/growth");
    expect([asked(page, "figure"), asked(page, "platforms")]).toEqual(["rf002", "rednote"]);
    await page.locator('[data-chart] [data-figure="rf002"]').waitFor();
    await keep(page, "evidence, on the growth chart");
    await page.goBack();
    await drawn(page);
    expect(faults).toEqual([]);
  });

  it("goes back to what was known on a day, by the arrow keys of the slider", async () => {
    const { page, faults } = await set.open("/evidence");
    await drawn(page);
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => asked(page, "known")).toBe("2024-04-26");
    for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => asked(page, "known")).toBe("2025-01-16");
    await page.getByText("By 16 January 2025, 39 of the figures are known to have been published.").waitFor();
    await page.getByText("5 pairs of those known then conflicted.").waitFor();
    expect(await page.locator("[data-row]").count()).toBe(39);
    await page.locator("#c02").getByText("not published by then").first().waitFor();
    await keep(page, "evidence, known on 16 January", true);
    await page.keyboard.press("End");
    await expect.poll(() => asked(page, "known")).toBeNull();
    expect(await page.locator("[data-row]").count()).toBe(199);
    expect(faults).toEqual([]);
  });

  it("filters by platform, country, metric and provider, says what is left out, and keeps it in the address", async () => {
    const { page, faults } = await set.open("/evidence?v=1");
    await drawn(page);
    await page.getByText("126 more figures are left out by the filters.").waitFor();
    await page.getByRole("button", { name: "Providers All providers" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Providers" });
    await dialog.getByText("Similarweb").click();
    await expect.poll(() => asked(page, "providers")).toBe("similarweb");
    await keep(page, "evidence, filters");
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 1, name: /^\d+ published figures by 1 provider/ }).waitFor();
    await page.getByRole("button", { name: "Show all figures" }).click();
    await page.getByRole("heading", { level: 1, name: /^199 published figures/ }).waitFor();
    // An empty list is everything here, and the usual view elsewhere.
    await page.getByRole("link", { name: "Growth", exact: true }).click();
    await page.locator("[data-chart=growth] svg").first().waitFor();
    expect([asked(page, "platforms"), asked(page, "countries")]).toEqual([null, null]);
    await page.goto(`${set.origin}/evidence?v=1&platforms=youtube&countries=US&providers=tiktok,oracle`);
    await page.getByText("There is no provider oracle. It was left out.").waitFor();
    await page.getByText("No figure passes these filters.").waitFor();
    await keep(page, "evidence, empty");
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("keeps what is here when the server cannot be reached, and says what failed", async () => {
    const { page } = await set.open("/evidence");
    await drawn(page);
    await page.route("**/api/v1/**", (route) => route.abort());
    await page.evaluate(() => history.pushState(null, "", "/evidence?v=1&platforms=&countries=&vintage=1"));
    await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
    await page.getByRole("alert").getByText("Could not reach the data.").waitFor();
    await page.getByRole("heading", { level: 1, name: /^199 published figures/ }).waitFor();
    await keep(page, "evidence, failed");
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, ""],
    ["dark", { colorScheme: "dark" as const }, ""],
    ["Chinese", {}, "&lang=zh"],
    ["forced colours", { forcedColors: "active" as const }, ""],
  ])("stands on a %s, and nothing but the table scrolls sideways", async (name, options, language) => {
    const { page, faults } = await set.open(`/evidence?v=1&platforms=&countries=US,WORLD&figure=rf007${language}`, options);
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await keep(page, `evidence, ${name}`);
    await page.locator(USERS).scrollIntoViewIfNeeded();
    await page.locator(`${USERS} svg`).waitFor();
    if (options && "hasTouch" in options) {
      const dot = await page.locator(`${USERS} [data-figure="rf007"] circle`).last().boundingBox();
      await page.touchscreen.tap((dot?.x ?? 0) + 4, (dot?.y ?? 0) + 4);
      await page.locator("[data-reading]").getByText("In conflict with 3.4M, 13 Jan").waitFor();
    }
    await keep(page, `evidence, ${name}, a chart`);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    if (language !== "") {
      await page.getByRole("heading", { name: "文章中的说法" }).waitFor();
      await page.getByRole("heading", { level: 1, name: /个数据方发布的 \d+ 个数字/ }).waitFor();
    }
  });
});
