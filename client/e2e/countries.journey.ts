import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess } from "./access.ts";
import { asked, keep, phone, shiftOf, smallPhone, staged } from "./stage.ts";

const set = staged();

const MADE_UP = "/countries?v=1&platforms=rednote,tiktok,lemon8&sources=illustrative&range=all";

/** Waits until the table, its surges and the chart above it are there. */
async function told(page: Page): Promise<void> {
  await page.locator("[data-chart] svg").first().waitFor();
  await page.locator("[data-row]").first().waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
  await expect.poll(() => page.locator("[data-row]").getByText("…", { exact: true }).count()).toBe(0);
}

const rowsOf = (page: Page) => page.locator("[data-row] th a").allTextContents();

describe("the page of countries", () => {
  it("is read, searched, sorted and chosen from by keyboard alone, and the address says so", async () => {
    const { page, faults } = await set.open(MADE_UP);
    await told(page);
    await page.getByRole("heading", { level: 1, name: "Daily active users: 63 series in 21 countries" }).waitFor();
    await page.getByText(/of 63 made-up series have a surge \(no finding\)/).waitFor();
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("germ");
    await expect.poll(() => rowsOf(page)).toEqual(["Germany", "Germany", "Germany"]);
    await page.getByText("3 of 63 rows").waitFor();
    expect(asked(page, "search")).toBe("germ");
    // On to the density, the columns, the table, and the head that sorts.
    const head = page.getByRole("columnheader", { name: "Multiple" });
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
    expect(asked(page, "sort")).toBe("-multiple");
    const box = page.getByRole("checkbox", { name: "Draw RedNote, Germany" });
    await box.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => asked(page, "rows")).toBe("rednote.DE");
    await page.getByText("1 row chosen").waitFor();
    await page.locator("#chosen-said").getByText("Germany").waitFor();
    await keep(page, "countries, one chosen", true);
    await page.goBack();
    await expect.poll(() => asked(page, "rows")).toBeNull();
    await page.goForward();
    await page.getByRole("link", { name: "Open in Growth" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/growth");
    expect([asked(page, "platforms"), asked(page, "countries"), asked(page, "search")]).toEqual(["rednote", "DE", null]);
    expect(faults).toEqual([]);
  });

  it("has the columns that the reader chooses, where they want them, and a link shows the same", async () => {
    const { page, faults } = await set.open(MADE_UP);
    await told(page);
    const heads = (of: Page) => of.locator("[data-table] thead th").allTextContents();
    const opener = page.getByRole("button", { name: "Columns" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const choice = page.getByRole("dialog", { name: "Columns" });
    await choice.getByRole("checkbox", { name: "Plateau" }).focus();
    await page.keyboard.press("Space");
    await choice.getByRole("button", { name: "Move Latest to the left" }).focus();
    await page.keyboard.press("Enter");
    await choice.getByRole("button", { name: "Keep Multiple of baseline in place" }).focus();
    await page.keyboard.press("Enter");
    await keep(page, "countries, columns");
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Columns");
    const shown = await heads(page);
    expect(shown.slice(0, 5)).toEqual(["Country", "Multiple", "Kind", "Latest", "Days"]);
    expect(shown).toContain("Plateau");
    const left = () => page.locator("[data-row]").first().locator("td").first().boundingBox();
    const before = await left();
    await page.locator("[data-table]").evaluate((table) => table.scrollBy(400, 0));
    expect((await left())?.x).toBe(before?.x);
    const link = new URL(page.url());
    const other = await set.open(link.pathname + link.search);
    await told(other.page);
    expect(await heads(other.page)).toEqual(shown);
    expect([...faults, ...other.faults]).toEqual([]);
  });

  it("keeps a row under the pointer that ticks it, whatever the chart above becomes", async () => {
    const { page, faults } = await set.open(MADE_UP);
    await told(page);
    for (const name of ["Draw RedNote, Brazil", "Draw TikTok, Brazil", "Draw Lemon8, Brazil"]) {
      const box = page.getByRole("checkbox", { name });
      await box.scrollIntoViewIfNeeded();
      const before = await box.boundingBox();
      await box.click();
      await page.locator("#chosen-said").getByText("Brazil").first().waitFor();
      expect(Math.abs(((await box.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    }
    await page.getByText("3 rows chosen").waitFor();
    expect(faults).toEqual([]);
  });

  it("says of what is modelled that it is the model's, names the reason where there is no surge, and adds what is made up on demand", async () => {
    const { page, faults } = await set.open("/countries");
    await told(page);
    await page.getByText("1 of 3 modelled series have a surge (a property of the model).").waitFor();
    const tiktok = page.locator("[data-row]").filter({ hasText: "TikTok" });
    await tiktok.getByText("below 1.5 times").waitFor();
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.getByRole("button", { name: "Show them" }).click();
    await page.getByRole("heading", { level: 1, name: /45 series in 21 countries/ }).waitFor();
    await told(page);
    await page.getByText("made up", { exact: true }).first().waitFor();
    await page.goto(`${set.origin}/countries?v=1&metric=app_store_rank&columns=growth`);
    await page.getByText("There is no column growth. It was left out.").waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    ["phone", phone, ""],
    ["small phone, dark", { ...smallPhone, colorScheme: "dark" as const }, ""],
    ["dark", { colorScheme: "dark" as const }, ""],
    ["Chinese", {}, "&lang=zh"],
    ["forced colours", { forcedColors: "active" as const }, ""],
  ])("stands on a %s, and nothing but the table scrolls sideways", async (name, options, language) => {
    const { page, faults } = await set.open(`${MADE_UP}&sort=-multiple&rows=rednote.US,rednote.GB${language}`, options);
    await told(page);
    expect(await shiftOf(page)).toBeLessThan(0.005);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    const table = page.locator("[data-table]");
    const first = () => page.locator("[data-row] th").first().boundingBox();
    const before = await first();
    await table.evaluate((element) => element.scrollBy(300, 0));
    expect((await first())?.x).toBe(before?.x);
    await keep(page, `countries, ${name}`, true);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(faults).toEqual([]);
    if (language !== "") {
      await page.getByRole("heading", { level: 1, name: /21 个国家和地区的 63 条序列/ }).waitFor();
      await table.getByText("美国").first().waitFor();
    }
  });
});
