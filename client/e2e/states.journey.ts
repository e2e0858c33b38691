import { describe, expect, it } from "vitest";
import { drawn, keep, staged } from "./stage.ts";

const set = staged();

describe("a view that cannot be drawn", () => {
  it("says why, and leads to the nearest that can", async () => {
    const { page } = await set.open("/growth?v=1&countries=NO");
    await drawn(page);
    await page.locator("[data-chart]").waitFor();
    await expect(
      page.getByText("No source reports daily active users of RedNote or TikTok for Norway from 1 Jan to 15 Feb 2025.").count(),
    ).resolves.toBeGreaterThan(0);
    await keep(page, "empty");
    await page.getByRole("button", { name: "Show United States" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?v=1&range=all");
    await page.locator("[data-figure]").first().waitFor();
  });

  it("with a broken address shows the usual, and names what it could not read", async () => {
    const { page, faults } = await set.open("/growth?interval=fortnight&platforms=rednote,vine&utm_source=mail");
    await drawn(page);
    await page
      .getByText("The address asked for `interval=fortnight`. Showing days.")
      .or(page.getByText("interval=fortnight"))
      .first()
      .waitFor();
    await page.getByText(/There is no platform .*vine/).waitFor();
    await page.getByText(/utm_source/).waitFor();
    await keep(page, "notices");
    expect(faults.filter((fault) => !fault.includes("400"))).toEqual([]);
  });

  it("of a vintage that is yet to come shows the newest, and says so", async () => {
    const { page } = await set.open("/growth?v=1&vintage=4000");
    await drawn(page);
    await page.getByText(/There is no vintage 4000/).waitFor();
  });
});

describe("an address", () => {
  it("at which there is no page says so, and leads to the one that there is", async () => {
    const { page } = await set.open("/grwoth?interval=week");
    await page.getByRole("heading", { level: 1, name: "There is nothing at /grwoth." }).waitFor();
    await expect(page.locator("[data-chart]").count()).resolves.toBe(0);
    await keep(page, "nothing here");
    await page.getByRole("button", { name: "Show the growth chart" }).click();
    await drawn(page);
    expect(new URL(page.url()).pathname).toBe("/growth");
  });

  it("of an older vintage says that newer data exist, and leads to them", async () => {
    const { page } = await set.open("/countries?v=1&vintage=1");
    await page.getByText(/^Newer data exist: \d+ values are new\.$/).waitFor();
    await keep(page, "newer data exist");
    await page.getByRole("button", { name: "Go live" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?v=1");
    await expect.poll(() => page.getByText(/Newer data exist/).count()).toBe(0);
  });

  it("opened without JavaScript leads to the numbers", async () => {
    const { page } = await set.open("/", { javaScriptEnabled: false });
    await page.getByRole("link", { name: /Published figures/ }).waitFor();
  });
});

describe("a page without its server", () => {
  it("says what failed and what still holds, and tries again", async () => {
    const { page } = await set.open("/growth?v=1");
    await drawn(page);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("button", { name: /^Platforms/ }).click();
    await page.getByRole("option", { name: /Lemon8/ }).click();
    await page.keyboard.press("Escape");
    await page.getByText(/Could not reach the data\. The chart shows vintage 2/).waitFor();
    await expect(page.locator("[data-chart] svg").first().isVisible()).resolves.toBe(true);
    await keep(page, "error");
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("[data-chart]").getByText("Lemon8").first().waitFor();
    await expect(page.getByText(/Could not reach the data/).count()).resolves.toBe(0);
  });

  it("from the start says so, and draws once it can", async () => {
    const { page } = await set.open("/method");
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`${set.origin}/growth`);
    await page.getByText(/Could not reach the data/).waitFor();
    await keep(page, "error at the start");
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await drawn(page);
  });

  it("offline says which vintage it shows; dates still work", async () => {
    const { page } = await set.open("/growth?v=1");
    await drawn(page);
    await page.context().setOffline(true);
    await page.getByText("Offline. You see vintage 2.").waitFor();
    await page.locator("main").getByRole("button", { name: "Surge week" }).click();
    await expect.poll(() => page.getByRole("slider", { name: "Shown days" }).getAttribute("aria-valuetext")).toBe("10 Jan to 24 Jan 2025");
    await keep(page, "offline");
    await page.context().setOffline(false);
    await page.getByText("Offline. You see vintage 2.").waitFor({ state: "hidden" });
  });
});
