import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import { keep, phone, shiftOf, staged } from "./stage.ts";

const HEADER = "date,platform,country,metric,value,topic,source";
const DAYS = Array.from({ length: 31 }, (_, at) => `2025-01-${String(at + 1).padStart(2, "0")}`);
/** Of one source that nothing else has, so that the counts are those of the files below. */
const OWN = "sources=default&vintage=3";

const set = staged();
const folder = mkdtempSync(join(tmpdir(), "surge-newer-"));

const rows = (days: readonly string[], of: (at: number) => number, metric = "daily_active_users", country = "US", topic = "all") =>
  days.map((day, at) => `${day},rednote,${country},${metric},${of(at)},${topic},default`);

function ingest(name: string, lines: readonly string[]): void {
  const path = join(folder, name);
  writeFileSync(path, `${[HEADER, ...lines].join("\n")}\n`);
  set.command("ingest", path);
}

/** Puts entries in the place of those that have their ids. */
function replace(noun: "figure" | "event", entries: readonly object[]): void {
  const path = join(folder, `${noun}.json`);
  writeFileSync(path, JSON.stringify(entries));
  set.command("catalog", "add", noun, path, "--replace");
}

beforeAll(async () => {
  const even = (at: number) => 100_000 + 10_000 * at;
  ingest("first.csv", [
    ...["US", "GB"].flatMap((country) => rows(DAYS, even, "daily_active_users", country)),
    ...rows(DAYS, even, "posts"),
    ...["privacy", "cost-of-living"].flatMap((topic) => rows(DAYS, (at) => 20_000 + 1500 * at, "posts", "US", topic)),
    ...rows(DAYS, even, "downloads"),
  ]);
  // Ten days of three series, and a country that vintage 3 does not know of.
  ingest("second.csv", [
    ...rows(DAYS.slice(9, 19), (at) => 700_000 + at, "daily_active_users"),
    ...rows(DAYS.slice(9, 19), (at) => 50_000 + at, "posts", "US", "privacy"),
    ...rows(DAYS.slice(9, 19), (at) => 50_000 + at, "downloads"),
    ...rows(DAYS.slice(0, 4), () => 9000, "daily_active_users", "DE"),
  ]);
  const read = async <Body>(path: string) => (await (await fetch(`${set.origin}/api/v1/${path}`)).json()) as Body;
  const { figures } = await read<{ figures: Figure[] }>("figures");
  const { events } = await read<{ events: SurgeEvent[] }>("events");
  const figure = figures.find(({ id }) => id === "rf003") as Figure;
  replace("figure", [
    { ...figure, value: 4_200_000 },
    { ...figure, id: "rf999", value: 2_000_000, date_from: "2025-01-22", date_to: "2025-01-22", fixes: [] },
  ]);
  const event = events.find(({ date }) => date === "2025-01-17") as SurgeEvent;
  replace("event", [{ ...event, title: `${event.title}, corrected` }]);
  set.command("catalog", "add", "platform", "rednote", "RedNote (Xiaohongshu)", "--replace");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bar = (page: Page) => page.locator("[data-newer]");

/** What each page counts of what it shows. */
const PAGES: readonly [name: string, address: string, told: RegExp, values: number | null][] = [
  [
    "growth",
    `/growth?v=1&${OWN}`,
    /: 10 of 31 values changed, 1 of \d+ figures changed, 1 figure is new, 1 of \d+ events changed, 1 of 6 catalog entries changed\./,
    10,
  ],
  ["growth by week", `/growth?v=1&${OWN}&interval=week`, /: 2 of 5 values changed,/, 2],
  ["growth with a second period", `/growth?v=1&${OWN}&from=2025-01-20&to=2025-01-31&compare=2025-01-06`, /: 8 of 24 values changed,/, 8],
  ["map", `/map?v=1&${OWN}`, /: 10 of 62 values changed, 4 values are new, 1 of \d+ figures changed, 1 figure is new, /, 14],
  [
    "countries",
    `/countries?v=1&${OWN}`,
    /: 10 of 62 values changed, 4 values are new, 1 of \d+ figures changed, 1 figure is new, 1 of \d+ catalog/,
    14,
  ],
  ["topics", `/topics?v=1&metric=posts&${OWN}`, /: 10 of 93 values changed, 1 of \d+ catalog entries changed\./, 10],
  [
    "evidence",
    "/evidence?v=1&platforms=&countries=&vintage=3",
    /: 1 of 199 figures changed, 1 figure is new, 1 of \d+ catalog entries changed\./,
    null,
  ],
  ["story", "/story?v=1&vintage=3", /: 12 of \d+ values changed, 1 of \d+ figures changed, 1 figure is new, 1 of \d+ events changed, /, 12],
];

describe.each(PAGES)("a pinned view of %s", (name, address, told, values) => {
  it("says how much of what it shows is other by now, lists it by an address that anybody may follow, and goes live", async () => {
    const { page, faults } = await set.open(address);
    await bar(page).getByText(told).waitFor();
    await keep(page, `newer, ${name}`);
    await bar(page).getByRole("button", { name: "See what changed" }).press("Enter");
    await page.locator("[data-table=changed-entries]").waitFor();
    expect(new URL(page.url()).searchParams.get("against")).toBe("7");
    const other = await set.open(page.url().slice(set.origin.length), { ...phone, colorScheme: "dark" });
    const entries = other.page.locator("[data-table=changed-entries]");
    await entries.getByText("RedNote (Xiaohongshu)", { exact: true }).waitFor();
    if (values !== null) await expect(other.page.locator("[data-table=changes] tbody tr").count()).resolves.toBe(values);
    expect(await shiftOf(other.page)).toBeLessThan(0.01);
    await keep(other.page, `newer, ${name}, phone, dark`);
    await page.locator("main[aria-busy=false]").waitFor();
    await bar(page).getByRole("button", { name: "Go live" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has("vintage")).toBe(false);
    await page.locator("main[aria-busy=false]").waitFor();
    await expect.poll(() => bar(page).count()).toBe(0);
    expect([...faults, ...other.faults]).toEqual([]);
  });
});

describe("a figure that was corrected", () => {
  it("is a dashed ring on the pinned chart, with the later one drawn over it and its value beside", async () => {
    const { page } = await set.open("/growth?v=1&sources=model-press&vintage=3&against=7");
    await page.locator("[data-changed-figure]").first().waitFor();
    const rings = page.locator("[data-chart] a.figure circle[stroke-dasharray='3 2']");
    await expect(rings.count()).resolves.toBe(1);
    const later = page.locator("[data-changed-figure]");
    expect(await later.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("data-figure")))).toEqual([
      "rf003",
      "rf999",
    ]);
    const texts = await page.locator("[data-later] text").allTextContents();
    expect(texts).toEqual(expect.arrayContaining(["4.2M", "3.4M", "2M", "Vintage 3", "Vintage 7"]));
    const entries = page.locator("[data-table=changed-entries]").getByRole("row");
    expect(await entries.nth(1).getByRole("cell").allTextContents()).toEqual(["value", "3.4M", "4.2M"]);
    await keep(page, "newer, figures");
  });
});

describe("a map that was restated", () => {
  it("keeps its colours, marks the countries of the day that differ, and reads both values", async () => {
    const { page, faults } = await set.open(`/map?v=1&${OWN}&against=7&day=2025-01-12`);
    const marks = page.locator("[data-map] [data-changed] [data-country]");
    await marks.first().waitFor();
    expect(await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute("data-country")))).toEqual(["US"]);
    await page.getByText("differs in vintage 7, in its colour").waitFor();
    await page.getByText("1 country differs in vintage 7").waitFor();
    await expect(page.locator("[data-changed-days] circle").count()).resolves.toBe(14);
    const row = page.locator("tr[data-country=US]");
    expect(await row.textContent()).toMatch(/210k.*Vintage 7 700k/);
    const tip = page.locator("[data-chart=map] [aria-hidden=true]").filter({ hasText: "Vintage 3" });
    // A list that is drawn anew under a mouse that stands still hears of it no more: then it moves once more, as a reader's does.
    const read = async () => {
      await page.mouse.move(0, 0);
      await row.hover();
      return tip.getByText("700,002").count();
    };
    await expect.poll(read, { timeout: 20_000 }).toBe(1);
    expect(await tip.textContent()).toContain("210,000");
    await keep(page, "newer, map, read");
    // By keyboard the same is said.
    await page.locator("[data-chart=map]").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    await page.locator("[data-chart=map] [role=status]").getByText("United States. 12 January 2025. 210,000. Vintage 7: 700,002").waitFor();
    // A day later, another country: nothing was known of it.
    await page.getByRole("slider", { name: "Day of the map" }).press("Home");
    await page.locator("[data-map] [data-changed] [data-country=DE]").waitFor();
    await expect(marks.count()).resolves.toBe(1);
    await bar(page).getByRole("button", { name: "Hide what changed" }).click();
    await expect.poll(() => marks.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe("a table of countries that was restated", () => {
  it("has the old beside the new in each cell that differs, in text, too, and draws both over the chosen rows", async () => {
    const { page, faults } = await set.open(`/countries?v=1&${OWN}&against=7`);
    const row = page.locator("tr[data-row*=US]");
    await row.locator("[data-later]").first().waitFor();
    const cells = await row
      .locator("[data-later]")
      .evaluateAll((all) => all.map((cell) => cell.querySelector(".visually-hidden")?.textContent));
    expect(cells[0]).toBe("Vintage 3: 400k, 31 Jan 2025; Vintage 7: 700k, 19 Jan 2025");
    expect(cells.length).toBeGreaterThan(1);
    await expect(page.locator("tr[data-row*=GB] [data-later]").count()).resolves.toBe(0);
    await expect(row.locator("[data-former]").count()).resolves.toBe(1);
    await page.getByText("Vintage 7 has a row more: RedNote (Xiaohongshu), Germany.").waitFor();
    // The chart above is that of Growth.
    await page.locator("[data-later] [data-changed]").first().waitFor();
    await expect(page.locator("[data-chart] [data-later] [data-changed]").count()).resolves.toBe(10);
    await expect(page.locator("[data-chart] path.recharts-line-curve").first().getAttribute("stroke-dasharray")).resolves.toBe("4 3");
    await keep(page, "newer, countries, read", true);
    await bar(page).getByRole("button", { name: "Hide what changed" }).click();
    await expect.poll(() => page.locator("[data-later]").count()).toBe(0);
    const small = await set.open(`/countries?v=1&${OWN}&against=7&dense=1&lang=zh`, phone);
    await small.page.locator("tr[data-row*=US] [data-later]").first().waitFor();
    await keep(small.page, "newer, countries, dense, phone, zh", true);
    expect([...faults, ...small.faults]).toEqual([]);
  });
});

describe("topics that were restated", () => {
  it("draw the old edge or line dashed, the later one over it, and read both", async () => {
    const { page, faults } = await set.open(`/topics?v=1&metric=posts&${OWN}&stack=off&against=7`);
    await page.locator("[data-panel=privacy] [data-later] [data-changed]").first().waitFor();
    await expect(page.locator("[data-later] [data-changed]").count()).resolves.toBe(10);
    await expect(page.locator("[data-panel=cost-of-living] [data-later]").count()).resolves.toBe(0);
    await expect(page.locator("[data-panel=privacy] path.recharts-line-curve").getAttribute("stroke-dasharray")).resolves.toBe("4 3");
    expect((await page.locator("[data-later] text").allTextContents()).sort()).toEqual(["Vintage 3", "Vintage 7"]);
    const chart = page.locator("[data-chart=topics]");
    await chart.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("PageDown");
    for (let days = 0; days < 4; days++) await page.keyboard.press("ArrowRight");
    await chart
      .getByRole("status")
      .getByText(/Privacy.*17%.*Vintage 7: United States 24%, 50,002 posts/)
      .waitFor();
    await keep(page, "newer, topics, read");
    const stacked = await set.open(`/topics?v=1&metric=posts&${OWN}&against=7`);
    await stacked.page.locator("[data-later] [data-changed]").first().waitFor();
    await expect(stacked.page.locator("[data-later] [data-changed]").count()).resolves.toBeGreaterThanOrEqual(10);
    await keep(stacked.page, "newer, topics, stacked");
    expect([...faults, ...stacked.faults]).toEqual([]);
  });
});

describe("evidence that was corrected", () => {
  it("has the old number as a dashed ring, the later ones solid, each named by its vintage", async () => {
    const { page, faults } = await set.open("/evidence?v=1&platforms=&countries=&vintage=3&against=7");
    const dots = page.locator("a.figure[data-vintage]");
    await dots.first().waitFor();
    const found = await dots.evaluateAll((all) =>
      all.map((dot) => [
        dot.getAttribute("data-rows"),
        dot.getAttribute("data-vintage"),
        dot.querySelectorAll("[stroke-dasharray='3 2']").length,
      ]),
    );
    expect(found.toSorted()).toEqual([
      ["rf003", "Vintage 3", 1],
      ["rf003", "Vintage 7", 0],
      ["rf999", "Vintage 7", 0],
    ]);
    await page.getByText("Vintage 3, where it differs").waitFor();
    await dots.first().scrollIntoViewIfNeeded();
    await page.locator("a[data-figure='rf003@Vintage 7'] circle").first().hover();
    await page.locator("[data-reading]").getByText("Vintage 7", { exact: true }).waitFor();
    await keep(page, "newer, evidence, read");
    await bar(page).getByRole("button", { name: "Hide what changed" }).click();
    await expect.poll(() => dots.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe("a second period that was restated", () => {
  it("is drawn like the first: the old one dashed, the later one over it with a dot on each day that changed", async () => {
    const { page } = await set.open(`/growth?v=1&${OWN}&from=2025-01-20&to=2025-01-31&compare=2025-01-06&against=7`);
    await page.locator("[data-later] [data-changed]").first().waitFor();
    await expect(page.locator("[data-later] [data-changed]").count()).resolves.toBe(8);
    await expect(page.locator("[data-second] path[stroke-dasharray='4 3']").count()).resolves.toBeGreaterThan(0);
  });
});

describe("the bar in Chinese", () => {
  it("counts in words of its own", async () => {
    const { page } = await set.open("/evidence?v=1&platforms=&countries=&vintage=3&lang=zh");
    await bar(page)
      .getByText(/已有更新的数据：199 个已发布的数字中有 1 个已改变，新增 1 个已发布的数字，\d+ 条目录条目中有 1 条已改变。/)
      .waitFor();
    await keep(page, "newer, zh");
  });
});
