import { describe, expect, it } from "vitest";
import { keep, staged } from "./stage.ts";

const set = staged();
/** A sheet of A4 between the margins of a browser, in CSS pixels. */
const SHEET = { width: 718, height: 1050 };

describe("a page on paper", () => {
  it("is light, has the whole chart drawn for the sheet, every row, and nothing that chooses", async () => {
    const { page, faults } = await set.open("/growth?v=1", { colorScheme: "dark" });
    await page.getByRole("heading", { name: "Published figures in this view" }).waitFor();
    const rows = await page.locator("tbody tr").count();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.setViewportSize(SHEET);
    expect(await page.locator("[data-filter-bar], nav, input, [role=slider]").filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SHEET.width);
    const cut = await page
      .locator("table")
      .evaluateAll(
        (tables) =>
          tables.filter(
            ({ parentElement: box }) => box && box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== "visible",
          ).length,
      );
    expect(cut).toBe(0);
    expect(await page.locator("tbody tr").count()).toBe(rows);
    const drawn = await page.locator("[data-chart] svg").first().boundingBox();
    expect((drawn?.x ?? 0) + (drawn?.width ?? 0)).toBeLessThanOrEqual(SHEET.width);
    await keep(page, "print", true);
    // The chart takes its own width again.
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(async () => (await page.locator("[data-chart] svg").first().boundingBox())?.width).toBeGreaterThan(1300);
    expect(faults).toEqual([]);
  });
});
