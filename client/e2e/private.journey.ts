import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawn, keep, staged } from "./stage.ts";

const set = staged({ SURGE_ACCESS: "private" });

const unexpected = (faults: string[]) => faults.filter((fault) => !/status of (401|403)/.test(fault));

describe("a private server", () => {
  it("asks for a token in place of the chart, says why one is refused, and shows the view with one that may read", async () => {
    const { page, faults } = await set.open("/growth?v=1&interval=week");
    await page.getByRole("heading", { name: "This server is private." }).waitFor();
    await expect(page.locator("[data-chart]").count()).resolves.toBe(0);
    await keep(page, "private");
    const field = page.getByLabel("Token", { exact: true });
    expect([await field.getAttribute("type"), await field.getAttribute("autocomplete")]).toEqual(["password", "off"]);
    await field.fill("not-a-token");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "This token is not known here. Check that it is copied whole" }).waitFor();
    await field.fill(set.token("sender"));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "The token sender is for ingest; this needs one for read." }).waitFor();
    await keep(page, "private, token refused");
    const token = set.token("reader", "read");
    await field.fill(token);
    await page.keyboard.press("Enter");
    await drawn(page);
    const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect(kept).not.toContain(token);
    await keep(page, "private, opened");
    await page.getByRole("button", { name: "Forget the token" }).click();
    await page.getByRole("heading", { name: "This server is private." }).waitFor();
    await expect(page.locator("[data-chart]").count()).resolves.toBe(0);
    await page.getByLabel("Token", { exact: true }).fill(token);
    await page.keyboard.press("Enter");
    await drawn(page);
    await page.reload();
    await page.getByRole("heading", { name: "This server is private." }).waitFor();
    expect(unexpected(faults)).toEqual([]);
  });

  it("takes one token for reading and for a file, on a phone, too", async () => {
    const { page, faults } = await set.open("/data", { viewport: { width: 390, height: 844 }, isMobile: true, colorScheme: "dark" });
    await page.getByRole("heading", { name: "This server is private." }).waitFor();
    await keep(page, "private, data, a phone", true);
    await page.getByLabel("Token", { exact: true }).fill(set.token("desk", "admin"));
    await page.getByRole("button", { name: "Show the data" }).click();
    await page.getByRole("slider", { name: "Days" }).waitFor();
    await page.getByLabel("Skip faulty rows").check();
    const lines = ["date,platform,country,metric,value", "2025-01-13,rednote,UK,signups,5210", "2025-01-14,rednote,US,signups,4875"];
    const buffer = Buffer.from(`${lines.join("\n")}\n`);
    await page.getByLabel("File of snapshots").setInputFiles({ name: "january.csv", mimeType: "text/csv", buffer });
    await page.getByText("1 of 2 rows is at fault and would be left out. 1 value: 1 new, none revised, none unchanged.").waitFor();
    await keep(page, "private, data, checked, a phone", true);
    await page.getByRole("button", { name: "Ingest" }).click();
    await page.getByText("Batch 3 was taken: 1 row written, 1 left out. 1 new, none revised, none unchanged.").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the 1 row left out" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("rejected-3.csv");
    expect(readFileSync(await file.path(), "utf8")).toContain("2025-01-13,rednote,UK,signups,5210");
    await keep(page, "private, data, taken, a phone", true);
    await expect(page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).resolves.toBe(0);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("radio", { name: /Live/ }).check();
    await expect(page.getByRole("textbox", { name: "Link" }).inputValue()).resolves.toBe(`${set.origin}/data?v=1`);
    expect(unexpected(faults)).toEqual([]);
  });
});
