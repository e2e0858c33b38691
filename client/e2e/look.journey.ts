import { describe, expect, it } from "vitest";
import { faultsOfAccess, SERIOUS } from "./access.ts";
import { drawn, keep, phone, pictureOf, staged } from "./stage.ts";

const set = staged();

describe("a first visitor", () => {
  it.each([
    ["a desk, light", { colorScheme: "light" as const }],
    ["a desk, dark", { colorScheme: "dark" as const }],
    ["a phone, light", { ...phone, colorScheme: "light" as const }],
    ["a phone, dark", { ...phone, colorScheme: "dark" as const }],
  ])("on %s sees the story, and nothing is wrong with the page", async (name, options) => {
    const { page, faults } = await set.open("/growth", options);
    await drawn(page);
    await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe(
      "RedNote in the US rose from about 300,000 daily users to 3.4 million in two days. A second estimate peaks at 32.5 million. TikTok stayed between 69 and 107 million.",
    );
    expect((await pictureOf(page)).lines).toHaveLength(3);
    await expect(page.locator("[data-figure]").count()).resolves.toBe(11);
    await expect(
      page
        .getByText(/^No published figure/)
        .first()
        .isVisible(),
    ).resolves.toBe(true);
    await expect(page.getByText("Vintage 2").first().isVisible()).resolves.toBe(true);
    await keep(page, `default, ${name}`, true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it.each([320, 390, 719, 899, 1024])("at %i px has nothing to scroll sideways", async (width) => {
    const { page } = await set.open("/growth", { viewport: { width, height: 800 } });
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await keep(page, `default at ${width}`);
  });

  it.each([
    {
      many: "topics",
      query: "metric=posts&platforms=rednote&sources=illustrative&topics=cost-of-living,economic-systems,global-perceptions,privacy",
      names: ["Cost of living", "Economic systems", "Global perceptions", "Privacy"],
    },
    {
      many: "sources",
      query: "platforms=tiktok&sources=model-press,illustrative",
      names: ["Press reading", "Illustrative"],
    },
    {
      many: "countries, laid over each other",
      query: "sources=illustrative&countries=US,GB,DE&layout=overlay",
      names: ["RedNote", "TikTok"].flatMap((platform) => [
        `${platform}, United States`,
        `${platform}, United Kingdom`,
        `${platform}, Germany`,
      ]),
    },
  ])("of many $many sees each line named inside the picture, and badged as made up", async ({ query, names }) => {
    const { page } = await set.open(`/growth?v=1&${query}`);
    await drawn(page);
    const chart = await page.locator("[data-chart]").boundingBox();
    const words = await page
      .locator("[data-chart] svg text")
      .evaluateAll((texts) => texts.map((text) => ({ text: text.textContent ?? "", right: text.getBoundingClientRect().right })));
    for (const name of names)
      expect(
        words.filter(({ text }) => text.startsWith(name)).map(({ text }) => text),
        name,
      ).toHaveLength(1);
    expect(words.some(({ text }) => text === "illustrative")).toBe(true);
    for (const { text, right } of words) expect(right, text).toBeLessThanOrEqual((chart?.x ?? 0) + (chart?.width ?? 0) + 1);
  });

  it("with text at 200 % still has nothing to scroll sideways", async () => {
    const { page } = await set.open("/growth", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  });

  it("sees nothing jump while it loads", async () => {
    const { page } = await set.open("/growth");
    await drawn(page);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
              if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    console.log(`layout shift of the default view: ${shift.toFixed(4)}`);
    expect(shift).toBeLessThan(0.1);
  });

  it("follows the line to how it is made", async () => {
    const { page, faults } = await set.open("/growth");
    await drawn(page);
    await page.getByRole("link", { name: "How the lines are made" }).click();
    await page.getByRole("heading", { level: 1, name: "How the lines are made" }).waitFor();
    await page.getByRole("table").first().waitFor();
    await keep(page, "method", true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
