import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess } from "./access.ts";
import { asked, keep, phone, smallPhone, staged } from "./stage.ts";

const set = staged();

const MADE_UP = "/topics?v=1&metric=posts&platforms=rednote&sources=illustrative";

async function told(page: Page): Promise<void> {
  await page.locator("[data-chart=topics] svg").first().waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

const bands = (page: Page) => page.locator("[data-chart=topics] .recharts-area-area");
const heard = (page: Page) => page.locator("[data-chart=topics] [role=status]").textContent();

describe("the page of topics", () => {
  it("says that nobody has counted, what the article claims, and offers what is made up as such", async () => {
    const { page, faults } = await set.open("/topics");
    await page.getByRole("heading", { level: 1, name: "No observed share of posts or comments by topic was found" }).waitFor();
    expect(await page.locator("[data-chart]").count()).toBe(0);
    expect(await page.locator("[data-topic]").count()).toBe(7);
    expect(await page.locator("[data-topic]").getByText("not measured", { exact: true }).count()).toBe(7);
    await page.locator("[data-topic=privacy]").getByText("exceeds state monitoring in China.").waitFor();
    const figure = page.getByRole("link", { name: "Figure rf145" });
    expect(await figure.getAttribute("href")).toBe("/evidence?v=1&platforms=&countries=&figure=rf145");
    await keep(page, "topics, nobody has counted", true);
    expect(await faultsOfAccess(page)).toEqual([]);
    const show = page.getByRole("button", { name: "Show them" });
    await show.focus();
    await page.keyboard.press("Enter");
    await told(page);
    await page.getByRole("heading", { level: 1, name: /^Made up: seven topics had/ }).waitFor();
    await page.getByText("No topics here for TikTok.").waitFor();
    expect(await bands(page).count()).toBe(7);
    await page.getByRole("button", { name: "Hide them" }).click();
    await page.getByRole("heading", { level: 1, name: /^No observed share/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it("is read, drawn otherwise and shared by keyboard alone, and the address says so", async () => {
    const { page, faults } = await set.open(`${MADE_UP}&countries=US,DE`);
    await told(page);
    await page.locator("[data-chart=topics]").focus();
    await page.keyboard.press("End");
    await expect
      .poll(() => heard(page))
      .toMatch(/^Saturday 15 February 2025\. RedNote, United States, made up\. Other or none \d+%; Privacy/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => heard(page)).toMatch(/^Friday 14 February 2025\. RedNote, Germany, made up\./);
    await keep(page, "topics, two countries read");
    await page.keyboard.press("Escape");
    await expect.poll(() => heard(page)).toBe("");
    await page.getByRole("radio", { name: "Each topic" }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => asked(page, "stack")).toBe("off");
    expect(await page.locator("[data-panel]").count()).toBe(7);
    await page.getByRole("radio", { name: "These topics" }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => asked(page, "topics")?.split(",").length).toBe(7);
    await page.getByRole("radio", { name: "Comments" }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => asked(page, "metric")).toBe("comments");
    await told(page);
    const said = await page.getByRole("heading", { level: 1 }).textContent();
    expect(said).toMatch(/^Made up: of RedNote comments in the US on seven topics, \d+% were on “Cultural warmth” on 15 February 2025\.$/);
    const link = new URL(page.url());
    const other = await set.open(link.pathname + link.search);
    await told(other.page);
    expect(await other.page.getByRole("heading", { level: 1 }).textContent()).toBe(said);
    expect([...faults, ...other.faults]).toEqual([]);
  });

  it("says what is missing where the chosen country has none, and leads to one that has", async () => {
    const { page, faults } = await set.open(`${MADE_UP}&countries=JP`);
    await page.getByRole("heading", { level: 1, name: /^No source that is on has posts of RedNote by topic for Japan/ }).waitFor();
    await page.getByRole("button", { name: "Show RedNote, United States" }).click();
    await told(page);
    expect([asked(page, "countries"), asked(page, "range")]).toEqual([null, "all"]);
    expect(faults).toEqual([]);
  });

  it("keeps the picture and says so when the server cannot be reached", async () => {
    const { page } = await set.open(MADE_UP);
    await told(page);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("radio", { name: "Comments" }).click();
    await page.getByRole("alert").getByText("No answer came.").waitFor();
    expect(await bands(page).count()).toBe(7);
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { level: 1, name: /RedNote comments/ }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, "&stack=off"],
    ["dark", { colorScheme: "dark" as const }, "&countries=US,CA,GB,DE"],
    ["Chinese", {}, "&lang=zh&interval=week&range=all"],
    ["forced colours", { forcedColors: "active" as const }, ""],
  ])("stands on a %s, and nothing but the table scrolls sideways", async (name, options, query) => {
    const { page, faults } = await set.open(MADE_UP + query, { reducedMotion: "reduce", ...options });
    await told(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await keep(page, `topics, ${name}`, true);
    expect(await faultsOfAccess(page)).toEqual([]);
    if (name === "Chinese") await page.getByRole("heading", { level: 1, name: /^虚构：.*个话题占小红书在美国发帖量的/ }).waitFor();
    expect(faults).toEqual([]);
  });
});
