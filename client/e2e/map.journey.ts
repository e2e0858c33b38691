import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess } from "./access.ts";
import { asked, keep, phone, smallPhone, staged } from "./stage.ts";

const set = staged();

const MADE_UP = "/map?v=1&sources=illustrative&range=all&day=2025-01-19";

async function drawn(page: Page): Promise<void> {
  await page.locator("[data-map] path[data-index]").first().waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();
const slider = (page: Page) => page.getByRole("slider", { name: "Day of the map" });
/** How many countries are filled with a colour of the ramp. */
const coloured = (page: Page) => page.locator("[data-map] [data-index][fill^='var(--map-']").count();

describe("the map", () => {
  it("of a first visitor shows what is published or modelled, and leads to more, and to what is made up by its name", async () => {
    const { page, faults } = await set.open("/map");
    await drawn(page);
    expect(await heading(page)).toBe(
      "On 27 January 2025, 1 of 249 countries has a published or modelled value of RedNote’s daily active users. No figure is known of the other 248.",
    );
    expect(await coloured(page)).toBe(1);
    await keep(page, "map, a first visit", true);
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.getByRole("button", { name: "App Store rank: published for 11 countries on 16 January 2025" }).click();
    await drawn(page);
    await expect
      .poll(() => heading(page))
      .toMatch(/^On 16 January 2025, 11 of 249 countries have a published value of RedNote’s App Store rank/);
    expect(await coloured(page)).toBe(11);
    await keep(page, "map, published ranks");
    await page.goto(`${set.origin}/map`);
    await page.getByRole("button", { name: "Show them on the map" }).click();
    await expect.poll(() => heading(page)).toMatch(/^Made up: /);
    await expect.poll(() => coloured(page)).toBeGreaterThan(15);
    expect(faults).toEqual([]);
  });

  it("is read, walked and chosen from by keyboard alone", async () => {
    const { page, faults } = await set.open(MADE_UP);
    await drawn(page);
    const picture = page.getByRole("group", { name: /^Map of countries/ });
    await picture.focus();
    await page.keyboard.press("Home");
    const said = picture.getByRole("status");
    await expect.poll(() => said.textContent()).toMatch(/^United States\. 19 January 2025\. \S+\. made up\. No\. 1 of 21/);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => said.textContent()).toMatch(/^Canada\./);
    await page.keyboard.press("PageDown");
    await expect.poll(() => said.textContent()).toMatch(/No\. 6 of 21/);
    await keep(page, "map, walked by keys");
    await page.keyboard.press("Enter");
    expect(asked(page, "rows")).toMatch(/^rednote\.[A-Z]{2}$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => said.textContent()).toBe("");
    // The list does the same: one row is reached by Tab, the arrows go on.
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("singa");
    await expect.poll(() => page.locator("tr[data-country]").count()).toBe(1);
    await page.locator("tr[data-country=SG] button").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => asked(page, "rows")).toContain("rednote.SG");
    await page.getByRole("link", { name: /^Growth of .*Singapore/ }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/growth");
    expect([asked(page, "platforms"), asked(page, "countries")?.split(",").at(-1), asked(page, "rows")]).toEqual(["rednote", "SG", null]);
    expect(faults).toEqual([]);
  });

  it("goes from day to day, plays to the end, and writes one step into the history when it stops", async () => {
    const { page, faults } = await set.open("/map?v=1&sources=illustrative&from=2025-01-08&to=2025-01-22&day=2025-01-10");
    await drawn(page);
    await slider(page).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => asked(page, "day")).toBe("2025-01-11");
    await page.keyboard.press("End");
    await expect.poll(() => asked(page, "day")).toBe("2025-01-22");
    await page.keyboard.press("Home");
    await expect.poll(() => asked(page, "day")).toBe("2025-01-08");
    const fills = () => page.locator("[data-map] [data-index]").evaluateAll((all) => all.map((one) => one.getAttribute("fill")).join());
    const before = await fills();
    const steps = await page.evaluate(() => history.length);
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    expect(asked(page, "day")).toBe("2025-01-08");
    await page.getByRole("button", { name: "Play" }).waitFor({ timeout: 20_000 });
    expect(asked(page, "day")).toBe("2025-01-22");
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    expect(await fills()).not.toBe(before);
    await page.goBack();
    await expect.poll(() => slider(page).getAttribute("aria-valuetext")).toContain("8 January 2025");
    expect(await fills()).toBe(before);
    // Paused on the way it stays where it is.
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => slider(page).getAttribute("aria-valuetext")).not.toContain("8 January");
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(() => asked(page, "day")).not.toBe("2025-01-08");
    expect(asked(page, "day")?.slice(0, 8)).toBe("2025-01-");
    expect(faults).toEqual([]);
  });

  it("shows the countries of a step alone, and says what a country has where it is pointed at", async () => {
    const { page, faults } = await set.open(MADE_UP);
    await drawn(page);
    await page.getByRole("button", { name: /^1M–3M/ }).click();
    await expect.poll(() => page.locator("[data-map] [data-index]:not([opacity])").count()).toBe(3);
    await keep(page, "map, one step");
    await page.getByRole("button", { name: "Show all" }).click();
    await page.locator("tr[data-country=DE]").hover();
    await page.locator("tr[data-country=DE][data-hot]").waitFor();
    const australia = page.locator("[data-map] path[data-index]").nth(await indexOf(page, "AU"));
    await australia.hover();
    await page.locator("tr[data-country=AU][data-hot]").waitFor({ state: "attached" });
    await keep(page, "map, pointed at");
    expect(faults).toEqual([]);
  });

  it("colours by a figure of the surge and for 100,000 people, as the address says", async () => {
    const { page, faults } = await set.open("/map?v=1&sources=illustrative&range=all&by=half_life");
    await drawn(page);
    await expect
      .poll(() => heading(page))
      .toMatch(/^Made up, not a finding: A surge of RedNote’s daily active users was found in \d+ of 21 countries/);
    expect(await slider(page).count()).toBe(0);
    await keep(page, "map, half-life");
    await page.getByLabel("Coloured by").selectOption("value");
    await page.getByLabel("Measure").selectOption("per100k");
    await expect.poll(() => heading(page)).toContain("for 100,000 people");
    expect([asked(page, "by"), asked(page, "measure")]).toEqual([null, "per100k"]);
    await page.goto(`${set.origin}/map?v=1&measure=index`);
    await page.getByText("The map shows values of a day, or values for 100,000 people. Showing values.").waitFor();
    expect(faults).toEqual([]);
  });

  it("of a day without any value says so, and leads to the nearest that has one", async () => {
    const { page } = await set.open("/map?v=1&day=2025-02-10");
    await drawn(page);
    await page.getByText("No value on 10 February 2025.").waitFor();
    await keep(page, "map, no value");
    await page.getByRole("button", { name: "Show 27 January 2025, the nearest day with one" }).click();
    await expect.poll(() => asked(page, "day")).toBe("2025-01-27");
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, ""],
    ["dark", { colorScheme: "dark" as const }, ""],
    ["Chinese", {}, "&lang=zh"],
    ["forced colours", { forcedColors: "active" as const }, ""],
    ["200 % text", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }, ""],
  ])("stands on a %s, and nothing scrolls sideways", async (name, options, language) => {
    const { page, faults } = await set.open(`${MADE_UP}&rows=rednote.US${language}`, options);
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await keep(page, `map, ${name}`, true);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    if (language !== "") {
      await page.getByRole("heading", { level: 1, name: /249 个国家和地区中有 21 个/ }).waitFor();
      await page.locator("tr[data-country=US]").getByText("美国").waitFor();
    }
  });
});

/** The place of a country among the paths of the map. */
async function indexOf(page: Page, country: string): Promise<number> {
  const { countries } = JSON.parse(readFileSync(new URL("../../data/reference/shapes.json", import.meta.url), "utf8")) as {
    countries: Record<string, { d: string }>;
  };
  const order = Object.keys(countries).filter((id) => countries[id]?.d !== "");
  expect(await page.locator("[data-map] path[data-index]").count()).toBe(order.length);
  return order.indexOf(country);
}
