import { describe, expect, it } from "vitest";
import { faultsOfAccess } from "./access.ts";
import { asked, drawn, keep, pictureOf, staged } from "./stage.ts";

const set = staged();

const MADE = "/growth?v=1&sources=illustrative&countries=US,GB&platforms=rednote&range=all";

describe("a measure", () => {
  it("is chosen by keyboard alone; the base of an index by a key, by its handle and in words", async () => {
    const { page, faults } = await set.open("/growth?v=1&from=2025-01-06&to=2025-02-15");
    await drawn(page);
    const before = await pictureOf(page);
    await page.getByRole("button", { name: /^Measure/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: /^Value/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => asked(page, "measure")).toBe("index");
    await page
      .getByText(/index, first value of each line = 100/)
      .first()
      .waitFor();
    expect((await pictureOf(page)).ticks).not.toEqual(before.ticks);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /^Measure/ }).evaluate((button) => button === document.activeElement)).resolves.toBe(
      true,
    );

    // The day that is read, by B: a week after the first.
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("b");
    await expect.poll(() => asked(page, "base")).toBe("2025-01-13");
    await page
      .getByText(/index, 13 Jan 2025 = 100/)
      .first()
      .waitFor();
    await expect.poll(() => page.locator("[data-chart] [role=status]").textContent()).toContain("modelled, 100 (value 3.4M)");

    // The handle is the last stop of the chart.
    const handle = page.getByRole("slider", { name: "Base of the index" });
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => asked(page, "base")).toBe("2025-01-14");
    await page.keyboard.press("Home");
    await expect.poll(() => asked(page, "base")).toBe("2025-01-06");
    await expect(handle.evaluate((element) => element === document.activeElement)).resolves.toBe(true);
    await keep(page, "index with a base");

    await page.getByRole("button", { name: /^Measure/ }).click();
    await expect(faultsOfAccess(page)).resolves.toEqual([]);
    await page.getByRole("textbox", { name: "Day" }).fill("no day");
    await page.keyboard.press("Enter");
    await page.getByText(/“no day” is no day/).waitFor();
    await page.getByRole("textbox", { name: "Day" }).fill("19 Jan");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked(page, "base")).toBe("2025-01-19");
    expect(faults).toEqual([]);
  });

  it("that leaves nothing to draw says why and leads back to the values", async () => {
    const { page } = await set.open("/growth?v=1&measure=index&base=2023-01-01");
    await page.getByRole("button", { name: "Show the values by calendar day" }).waitFor();
    await page
      .getByText(/nothing was reported for the base/)
      .first()
      .waitFor();
    await keep(page, "index without a base");
    await page.getByRole("button", { name: "Show the values by calendar day" }).click();
    await drawn(page);
    expect(asked(page, "measure")).toBeNull();
  });

  it("of changes falls back to a linear scale, says so in the picture, and has them in its table", async () => {
    const { page, faults } = await set.open("/growth?v=1&measure=daychange", { colorScheme: "dark" });
    await drawn(page);
    await page.locator("[data-chart] svg text", { hasText: /^Changes can be zero or negative/ }).waitFor();
    const table = page.getByRole("region", { name: "The same in numbers" }).getByRole("table");
    await expect(table.getByRole("columnheader", { name: "Lowest" }).count()).resolves.toBe(1);
    await page.getByText("Published figures are not drawn in this measure", { exact: false }).waitFor();
    await expect(page.locator("[data-figure]").count()).resolves.toBe(0);
    await keep(page, "changes, dark", true);
    expect(faults).toEqual([]);
  });
});

describe("lines from day 0", () => {
  it("are chosen by keyboard, and read with both their days", async () => {
    const { page, faults } = await set.open(MADE);
    await drawn(page);
    await page.getByRole("button", { name: /^Measure/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Lines begin at" }).selectOption("onset");
    await page.keyboard.press("Escape");
    await expect.poll(() => asked(page, "align")).toBe("onset");
    await page.getByText(/Day 0 = own onset: RedNote United States 13 Jan 2025/).waitFor();
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("Home");
    const said = page.locator("[data-chart] [role=status]");
    await expect.poll(() => said.textContent()).toMatch(/^Day −\d+, \d+ days before its own onset\. .*October 2024/);
    await keep(page, "from own onset");
    expect(faults).toEqual([]);
  });

  it("may begin at an event, in Chinese", async () => {
    const { page } = await set.open("/growth?v=1&align=scotus-ruling&lang=zh");
    await page.locator("[data-chart] svg").first().waitFor();
    await expect.poll(() => page.locator("[data-chart] [data-tick]").allTextContents()).toContain("第 0 天");
    await keep(page, "from an event, in Chinese");
  });
});

describe("a second period", () => {
  it("is moved to the same weekday, says so, and stands in tip, table and sentence", async () => {
    const { page, faults } = await set.open("/growth?v=1&sources=illustrative&platforms=rednote");
    await drawn(page);
    await page.getByRole("button", { name: /^Measure/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "From" }).fill("1 Dec 2024");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => asked(page, "compare")).toBe("2024-12-01");
    await page.getByText(/It begins on Wednesday 4 December 2024 instead of Sunday 1 December 2024/).waitFor();
    await expect(page.locator("[data-second] path").count()).resolves.toBeGreaterThan(5);
    await page.getByRole("heading", { name: /In the second period RedNote was highest at/ }).waitFor();
    await page.getByRole("rowheader", { name: /4 Dec 2024 to 18 Jan 2025/ }).waitFor();
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.locator("[data-chart] [role=status]").textContent()).toContain("Wednesday 4 December 2024");
    await keep(page, "a second period");
    expect(faults).toEqual([]);
  });

  it("is chosen from the sheet of a phone", async () => {
    const { page } = await set.open("/growth?v=1&sources=illustrative&platforms=rednote", {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await drawn(page);
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("button", { name: /^Measure/ }).click();
    await page.getByRole("button", { name: "Just before" }).click();
    await keep(page, "measure on a phone");
    await expect.poll(() => asked(page, "compare")).toBe("2024-11-13");
    await expect(page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).resolves.toBe(true);
  });
});
