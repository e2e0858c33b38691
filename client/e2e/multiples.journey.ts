import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess, SERIOUS } from "./access.ts";
import { asked, keep, phone, smallPhone, staged } from "./stage.ts";

const set = staged();

const FIVE = "/growth?v=1&layout=countries&sources=illustrative&countries=US,GB,DE,NO,FR";
const MANY = "US,CA,GB,IE,DE,FR,ES,IT,PT,PL,SE,BR,MX,PH,JP,KR,AU,NZ,SG,MY,TW";

async function drawn(page: Page): Promise<void> {
  await page.locator("[data-chart=countries] svg").first().waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

const announced = (page: Page) => page.locator("[data-chart] [role=status]").textContent();
const titles = (page: Page) =>
  page.locator("[data-country]").evaluateAll((all) => all.map((one) => one.querySelector("text[font-weight='600']")?.textContent));

describe("small charts by country", () => {
  it("are chosen in the bar, and walked day by day and country by country with the arrow keys", async () => {
    const { page, faults } = await set.open("/growth?v=1&sources=illustrative&countries=US,GB,DE,NO,FR");
    await page.locator("[data-chart=growth] svg").first().waitFor();
    await page.getByRole("group", { name: "Layout" }).getByRole("radio", { name: "Countries" }).focus();
    await page.keyboard.press("Space");
    await drawn(page);
    expect(asked(page, "layout")).toBe("countries");
    expect(await titles(page)).toEqual(["United States", "United Kingdom", "Germany", "Norway", "France"]);
    await page.locator("[data-country=NO]").getByText("No data in these days").waitFor();
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("Home");
    await expect
      .poll(() => announced(page))
      .toMatch(/^United States\. Wednesday 1 January 2025\. RedNote, illustrative, 236k; TikTok, illustrative, 79M/);
    for (let day = 0; day < 12; day++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => announced(page)).toMatch(/^United Kingdom\. Monday 13 January 2025\. RedNote, illustrative, /);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => announced(page)).toBe("Norway. Monday 13 January 2025. No data in these days");
    await keep(page, "small multiples, read by keyboard");
    await page.keyboard.press("Escape");
    await expect.poll(() => announced(page)).toBe("");
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("stand on one scale: a value has the same height in each of a row", async () => {
    const { page, faults } = await set.open(`${FIVE}&platforms=rednote&surge=on`);
    await drawn(page);
    await page.locator("[data-surge-card]").waitFor();
    const grid = await page
      .locator("[data-country]")
      .evaluateAll((all) =>
        all.map((one) => [...one.querySelectorAll("path[stroke='var(--line-1)']")].map((path) => path.getBoundingClientRect().y)),
      );
    expect(new Set(grid.map((ys) => ys.join())).size).toBe(1);
    await expect.poll(() => page.locator("[data-country=GB] [data-mark]").count()).toBe(3);
    expect(await page.locator("[data-country=NO] [data-mark]").count()).toBe(0);
    // What a mark says is read with the day on which it stands.
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("Home");
    for (let day = 0; day < 12; day++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => announced(page)).toMatch(/Onset 13 Jan$/);
    expect(faults).toEqual([]);
  });

  it("are read with the pointer in all of them at once", async () => {
    const { page, faults } = await set.open(FIVE);
    await drawn(page);
    const germany = await page.locator("[data-country=DE] [data-line]").first().boundingBox();
    if (!germany) throw new Error("nothing is drawn");
    await page.mouse.move(germany.x + germany.width / 2, germany.y + germany.height / 2);
    await expect.poll(() => announced(page)).toMatch(/^Germany\. /);
    // A dot for each line with a value on that day: two platforms in four countries.
    expect(await page.locator("[data-chart] svg[aria-hidden=true] circle").count()).toBe(8);
    await page.mouse.move(5, 5);
    await expect.poll(() => announced(page)).toBe("");
    expect(faults).toEqual([]);
  });

  it("are twenty-one without a fault, and one column on a phone", async () => {
    const { page, faults } = await set.open(`/growth?v=1&layout=countries&sources=illustrative&countries=${MANY}&surge=on&range=all`);
    await drawn(page);
    expect(await page.locator("[data-country]").count()).toBe(21);
    await page
      .locator("[data-surge-card]")
      .getByText(/^And \d+ more series: all surges in a table/)
      .waitFor();
    await keep(page, "small multiples, twenty-one", true);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect
      .poll(() =>
        page
          .locator("[data-country] > text[font-weight='600']:first-of-type")
          .evaluateAll((all) => new Set(all.map((title) => title.getAttribute("x"))).size),
      )
      .toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(faults).toEqual([]);
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, ""],
    ["dark", { colorScheme: "dark" as const }, ""],
    ["Chinese", {}, "&lang=zh"],
    ["forced colours", { forcedColors: "active" as const }, ""],
  ])("stand on a %s, and nothing but tables scrolls sideways", async (name, options, language) => {
    const { page, faults } = await set.open(`${FIVE}&surge=on${language}`, options);
    await drawn(page);
    await page.locator("[data-surge-card]").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await keep(page, `small multiples, ${name}`, true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    if (language !== "") {
      await page.locator("[data-chart]").focus();
      await page.keyboard.press("End");
      await expect.poll(() => announced(page)).toMatch(/^美国/);
      await page.getByText("所有小图采用同一刻度").waitFor();
    }
    expect(faults).toEqual([]);
  });
});
