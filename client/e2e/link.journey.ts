import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawn, pictureOf, staged } from "./stage.ts";

const set = staged();

const angeleno = { timezoneId: "America/Los_Angeles", locale: "en-US", permissions: ["clipboard-read", "clipboard-write"] };
const shanghaier = { timezoneId: "Asia/Shanghai", locale: "zh-CN", colorScheme: "dark" as const };

function requests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith("/api/")) asked.push(url.pathname + url.search);
  });
  return asked;
}

describe("a copied link", () => {
  it.each([
    "/?v=1",
    "/growth?v=1&sources=illustrative&interval=week&range=last90&countries=US,GB",
    "/growth?scale=linear&layout=overlay&from=2024-12-30&to=2025-01-31",
  ])("of %s opens in another zone and language as the same chart", async (path) => {
    const mine = await set.open(path, angeleno);
    await drawn(mine.page);
    await mine.page.getByRole("button", { name: /^Share/ }).click();
    await mine.page.getByRole("button", { name: "Copy link" }).click();
    await mine.page.getByText("Copied", { exact: false }).first().waitFor();
    const link = await mine.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/^http:\/\/[^/]+\/growth\?v=1/);
    const picture = await pictureOf(mine.page);
    expect(picture.lines.length).toBeGreaterThan(1);
    expect(picture.ticks.length).toBeGreaterThan(5);
    const headline = await mine.page.getByRole("heading", { level: 1 }).textContent();

    const readers: string[][] = [];
    for (const reader of [angeleno, shanghaier]) {
      const { page } = await set.open("/method", reader);
      // What this page asks for is not what the link asks for.
      await page.waitForLoadState("networkidle");
      const asked = requests(page);
      await page.goto(link);
      await drawn(page);
      expect(await pictureOf(page)).toEqual(picture);
      await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe(headline);
      readers.push([...new Set(asked)].sort());
      await page.context().close();
    }
    // Catalog, series, figures and events at the vintage of the link, and whether there is a newer one.
    expect(readers[0]).toHaveLength(5);
    expect(readers[1]).toEqual(readers[0]);
    await mine.page.context().close();
  });

  it("can hold this vintage, for ever", async () => {
    const { page } = await set.open("/growth", angeleno);
    await drawn(page);
    await page.keyboard.press("s");
    await page.getByRole("radio", { name: /vintage/i }).check();
    await expect(page.getByRole("textbox", { name: /link/i }).inputValue()).resolves.toMatch(/[?&]vintage=2$/);
  });
});
