import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { drawn, keep, pictureOf, staged } from "./stage.ts";

const set = staged();
let page: Page;
beforeEach(async () => {
  ({ page } = await set.open("/growth?v=1", { timezoneId: "America/Los_Angeles" }));
  await drawn(page);
});

/** The days as each control says them, and the address. */
async function days() {
  return {
    address: new URL(page.url()).search,
    cell: (await page.getByRole("button", { name: /^Dates/ }).textContent())?.replace(/^Dates, \d+ days?/, "").trim(),
    brush: await page.getByRole("slider", { name: "Shown days" }).getAttribute("aria-valuetext"),
    pressed: await page.locator("main button[aria-pressed=true]").allTextContents(),
  };
}

describe("a date range", () => {
  it("is the same in the address, the filter, the brush and the presets, whichever is used", async () => {
    expect(await days()).toEqual({
      address: "?v=1",
      cell: "1 Jan to 15 Feb 2025",
      brush: "1 Jan to 15 Feb 2025",
      pressed: ["Month around"],
    });
    await page.locator("main").getByRole("button", { name: "Surge week" }).click();
    expect(await days()).toEqual({
      address: "?v=1&from=2025-01-10&to=2025-01-24",
      cell: "10 Jan to 24 Jan 2025",
      brush: "10 Jan to 24 Jan 2025",
      pressed: ["Surge week"],
    });
    expect((await pictureOf(page)).ticks).toContain("10 Jan 2025");
    await page.locator("main").getByRole("button", { name: "All", exact: true }).click();
    expect((await days()).address).toBe("?v=1&range=all");
  });

  it("is undone by the back button, and done again by the forward button", async () => {
    const first = await pictureOf(page);
    await page.locator("main").getByRole("button", { name: "Surge week" }).click();
    const second = await pictureOf(page);
    expect(second).not.toEqual(first);
    await page.goBack();
    await expect.poll(() => pictureOf(page)).toEqual(first);
    await page.goForward();
    await expect.poll(() => pictureOf(page)).toEqual(second);
  });

  it("moves with the arrow keys: the window, its first day, its last day", async () => {
    await page.getByRole("slider", { name: "Shown days" }).focus();
    await page.keyboard.press("ArrowRight");
    expect((await days()).address).toBe("?v=1&from=2025-01-02&to=2025-02-16");
    await page.getByRole("slider", { name: "First day" }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    expect((await days()).address).toBe("?v=1&from=2025-01-09&to=2025-02-16");
    await page.getByRole("slider", { name: "Last day" }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await days()).toMatchObject({ address: "?v=1&from=2025-01-09", cell: "9 Jan to 15 Feb 2025" });
  });

  it("is dragged with the pointer, and one drag is one step back", async () => {
    const handle = await page.getByRole("slider", { name: "Last day" }).boundingBox();
    if (!handle) throw new Error("the brush has no handle");
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++) await page.mouse.move(x - step * 12, y);
    await page.mouse.up();
    const to = new URLSearchParams((await days()).address).get("to") ?? "2025-02-15";
    expect(to < "2025-02-10").toBe(true);
    expect((await days()).brush).toContain(`to ${Number(to.slice(8))} `);
    await page.goBack();
    await expect.poll(async () => (await days()).address).toBe("?v=1");
  });

  it("can be typed; what is no date says what to type and changes nothing", async () => {
    await page.getByRole("button", { name: /^Dates/ }).click();
    const [from, to] = [page.getByLabel("From", { exact: true }), page.getByLabel("to", { exact: true })];
    await from.fill("12 Jan 2025");
    await from.press("Enter");
    await to.fill("2025-01-20");
    await to.press("Enter");
    await expect.poll(async () => (await days()).address).toBe("?v=1&from=2025-01-12&to=2025-01-20");
    await from.fill("the day before yesterday");
    await from.press("Enter");
    await page
      .getByRole("alert")
      .or(page.getByText(/2025-01-13/))
      .first()
      .waitFor();
    expect((await days()).address).toBe("?v=1&from=2025-01-12&to=2025-01-20");
  });

  it("is picked from a calendar: the day that is clicked is the day that is meant, west of Greenwich too", async () => {
    await page.getByRole("button", { name: /^Dates/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /13 January 2025|January 13th?, 2025/ }).click();
    await dialog.getByRole("button", { name: /21 January 2025|January 21(st)?, 2025/ }).click();
    await keep(page, "calendar");
    await expect.poll(async () => (await days()).address).toBe("?v=1&from=2025-01-13&to=2025-01-21");
  });
});
