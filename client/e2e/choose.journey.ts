import { describe, expect, it } from "vitest";
import { asked, drawn, keep, phone, pictureOf, staged } from "./stage.ts";

const set = staged();

describe("the filters", () => {
  it("find a country by another name, by keyboard alone", async () => {
    const { page } = await set.open("/growth?v=1&sources=illustrative&range=all");
    await drawn(page);
    await page.getByRole("button", { name: /^Countries/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox").or(page.getByRole("searchbox")).first().waitFor();
    await page.keyboard.type("uk");
    await page.keyboard.press("Enter");
    await keep(page, "countries");
    await page.keyboard.press("Escape");
    await expect.poll(() => asked(page, "countries")).toBe("US,GB");
    await expect.poll(async () => (await pictureOf(page)).lines.length).toBe(4);
    await expect(page.getByRole("button", { name: /^Countries/ }).evaluate((button) => button === document.activeElement)).resolves.toBe(
      true,
    );
  });

  it("leave made-up data off until they are chosen, and badge them then", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    await expect(page.locator("[data-chart]").getByText("illustrative").count()).resolves.toBe(0);
    await page.getByRole("button", { name: /^Sources/ }).click();
    await page.getByRole("option", { name: /Illustrative/ }).click();
    await keep(page, "sources");
    await page.keyboard.press("Escape");
    await expect.poll(() => asked(page, "sources")).toContain("illustrative");
    await page.getByText("made up to show the feature").first().waitFor();
    await expect.poll(() => page.locator("[data-chart]").getByText("illustrative").count()).toBeGreaterThan(0);
    await keep(page, "illustrative");
  });

  it("take published figures away and bring them back", async () => {
    const { page } = await set.open("/growth?v=1&figures=off");
    await drawn(page);
    await expect(page.locator("[data-figure]").count()).resolves.toBe(0);
    await page.getByRole("button", { name: /^Sources/ }).click();
    await page.getByRole("checkbox", { name: /Published figures/ }).click();
    await expect.poll(() => page.locator("[data-figure]").count()).toBe(11);
    expect(new URL(page.url()).search).toBe("?v=1");
  });

  it("change metric, interval, scale and layout, each a step in the history", async () => {
    const { page, faults } = await set.open("/growth?v=1");
    await drawn(page);
    await page.getByText("Week", { exact: true }).click();
    await page.getByText("Linear", { exact: true }).click();
    await page.getByText("Overlay", { exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?v=1&interval=week&scale=linear&layout=overlay");
    await keep(page, "overlay, linear, by week");
    for (let step = 0; step < 3; step++) await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toBe("?v=1");
    await page.getByRole("button", { name: /^Metric/ }).click();
    await page.getByRole("option", { name: /^Downloads/ }).click();
    await expect.poll(() => asked(page, "metric")).toBe("downloads");
    await page.getByText(/Downloads, United States, by day/).waitFor();
    await keep(page, "downloads");
    expect(faults).toEqual([]);
  });

  it("stand in a sheet on a phone, from which Escape leads back", async () => {
    const { page } = await set.open("/growth", phone);
    await drawn(page);
    await page.getByRole("button", { name: "Filters" }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.waitFor();
    await keep(page, "filters on a phone");
    await sheet.getByText("Month", { exact: true }).click();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    expect(asked(page, "interval")).toBe("month");
  });
});

describe("the table", () => {
  it("sorts by a column, and says so", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    const table = page.getByRole("region", { name: "The same in numbers" }).getByRole("table");
    const first = () => table.locator("tbody th[scope=row]").first().textContent();
    await expect(table.getByRole("columnheader", { name: /Peak/ }).first().getAttribute("aria-sort")).resolves.toBe("descending");
    expect(await first()).toMatch(/^TikTok/);
    await table.getByRole("button", { name: /^Peak(?! ÷)/ }).click();
    await expect.poll(first).toMatch(/^RedNote/);
    await expect(table.getByRole("columnheader", { name: /Peak/ }).first().getAttribute("aria-sort")).resolves.toBe("ascending");
  });
});
