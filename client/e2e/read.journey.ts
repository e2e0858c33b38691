import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawn, keep, phone, staged } from "./stage.ts";

const set = staged();

/** What is announced to those who hear the page. */
function announced(page: Page): Promise<string | null> {
  return page.locator("[data-chart] [role=status]").textContent();
}

describe("the chart is read", () => {
  it("with the pointer: what is published keeps its digits, what is modelled has two", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    const chart = await page.locator("[data-chart]").boundingBox();
    const dot = await page.locator("[data-figure=rf007] circle").last().boundingBox();
    if (!chart || !dot) throw new Error("nothing is drawn");
    await page.mouse.move(dot.x + dot.width / 2, chart.y + 300);
    const tip = page.locator("[data-chart] [aria-hidden=true]", { hasText: "Sunday 19 January 2025" }).first();
    await tip.waitFor();
    const words = (await tip.textContent()) ?? "";
    expect(words).toContain("32,500,000");
    expect(words).toContain("≈ 3.4M");
    expect(words).toContain("Similarweb blog, on a mirror32.5M");
    expect(words).toContain("106,800,000");
    expect(words).toContain("TikTok stops serving US users");
    await keep(page, "reading with the pointer");
    await page.mouse.move(5, 5);
    await tip.waitFor({ state: "detached" });
  });

  it("figure by figure: each leads to where it was published", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    const figure = page.getByRole("link", { name: "2.4M, Similarweb, via CNBC Indonesia, 13 Jan: open the source" });
    await figure.focus();
    await expect(figure.getAttribute("href")).resolves.toMatch(/^https:\/\/liputanmalam\.com\//);
  });

  it("with the arrow keys, and says what it reads", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("Home");
    await expect
      .poll(() => announced(page))
      .toMatch(/^Wednesday 1 January 2025\. RedNote: No published figure\. TikTok: Press reading, modelled, ≈ 70M/);
    for (let day = 0; day < 12; day++) await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => announced(page))
      .toMatch(/^Monday 13 January 2025\. RedNote: Press reading, modelled, 3,400,000; .*Similarweb, via CNBC Indonesia: 2\.4M/);
    await page.keyboard.press("End");
    await expect.poll(() => announced(page)).toMatch(/^Saturday 15 February 2025/);
    await page.keyboard.press("Escape");
    await expect.poll(() => announced(page)).toBe("");
  });

  it("event by event, with Tab and Enter", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    await page.getByRole("button", { name: /^17 Jan Law upheld: Supreme Court unanimously upholds the law/ }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => announced(page)).toMatch(/^Friday 17 January 2025\..*Event: Supreme Court unanimously upholds the law/);
  });

  it("by touch, docked to the bottom edge of a phone", async () => {
    const { page } = await set.open("/growth", phone);
    await drawn(page);
    await page.locator("[data-chart]").scrollIntoViewIfNeeded();
    const dot = await page.locator("[data-figure=rf003] circle").last().boundingBox();
    if (!dot) throw new Error("nothing is drawn");
    await page.touchscreen.tap(dot.x + dot.width / 2, dot.y + 40);
    const tip = page.locator("[data-chart] [aria-hidden=true]", { hasText: "13 January 2025" }).first();
    const box = await tip.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(830);
    await keep(page, "reading by touch");
  });

  it("week by week: a week without all its days says of how many it speaks", async () => {
    const { page } = await set.open("/growth?v=1&interval=week");
    await drawn(page);
    await page.locator("[data-chart]").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(() => announced(page))
      .toMatch(/^Week, 27 Jan to 2 Feb 2025\. RedNote: Press reading, modelled, ≈ 930k \(1 of 7 days\)/);
    await keep(page, "weeks");
  });
});
