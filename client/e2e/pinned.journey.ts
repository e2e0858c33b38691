import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { drawn, keep, pictureOf, type Stage, stage } from "./stage.ts";

const HEADER = "date,platform,country,metric,value,source";
const DAYS = Array.from({ length: 31 }, (_, index) => `2025-03-${String(index + 1).padStart(2, "0")}`);
const VIEW = "v=1&metric=downloads&platforms=rednote&from=2025-03-01&to=2025-03-31";

let set: Stage;
let token: string;
beforeAll(async () => {
  set = await stage();
  token = set.token("restater");
});
afterAll(() => set.stop());

async function ingest(days: readonly string[], value: (at: number) => number): Promise<number> {
  const rows = days.map((day, at) => `${day},rednote,US,downloads,${value(at)},default`);
  const answer = await fetch(`${set.origin}/api/v1/snapshots`, {
    method: "POST",
    headers: { "Content-Type": "text/csv", Authorization: `Bearer ${token}` },
    body: `${[HEADER, ...rows].join("\n")}\n`,
  });
  expect(answer.status).toBe(201);
  const { vintage } = (await (await fetch(`${set.origin}/api/v1/vintages`)).json()) as { vintage: number };
  return vintage;
}

/** SHA-256 of what is at a path. */
async function hashOf(path: string): Promise<string> {
  const answer = await fetch(set.origin + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return `${path} ${createHash("sha256")
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest("hex")}`;
}

const bar = (page: Page) => page.locator("[data-newer]");

describe("the share dialog", () => {
  it("by keyboard alone: what is shared, a citation with sources and vintage, and files that are there", async () => {
    const { page, faults } = await set.open("/growth?v=1", { permissions: ["clipboard-read", "clipboard-write"] });
    await drawn(page);
    await page.keyboard.press("s");
    const dialog = page.getByRole("dialog", { name: "Share this view" });
    await dialog.getByText("Growth: RedNote and TikTok, daily active users, United States").waitFor();
    const sentence = await page.getByRole("heading", { level: 1 }).textContent();
    expect(await dialog.textContent()).toContain(sentence ?? "nothing");
    await dialog.getByRole("button", { name: "Copy citation, BibTeX" }).press("Enter");
    await dialog.getByText("Copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^@misc\{rednote-surge-vintage-2-\d{8}-[a-z0-9]+,\n/);
    expect(copied).toContain(`url = {${set.origin}/growth?v=1&vintage=2}`);
    expect(copied).toContain("Figures: Similarweb, Sensor Tower");
    expect(copied).toContain("Sources: Press reading (RedNote Surge, modelled)");
    await keep(page, "share, cited");
    const links = await dialog.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    // Five files, and the page of the short links of a token.
    expect(links).toHaveLength(6);
    for (const file of links) expect([file, (await fetch(set.origin + file)).status]).toEqual([file, 200]);
    await page.keyboard.press("Escape");
    await expect(dialog.count()).resolves.toBe(0);
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toMatch(/^Share/);
    expect(faults).toEqual([]);

    const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark" as const, isMobile: true, hasTouch: true };
    const other = await set.open("/growth?v=1&lang=zh", phone);
    await other.page.locator("[data-chart] svg").first().waitFor();
    await other.page.getByRole("button", { name: "分享" }).click();
    await other.page.getByRole("button", { name: "复制引用（普通）" }).click();
    await other.page.getByRole("textbox", { name: "引用" }).waitFor();
    await keep(other.page, "share, cited, phone, zh, dark");
    await other.page.context().close();
  });
});

describe("a pinned link", () => {
  let pinned: string;
  let points: Awaited<ReturnType<typeof pictureOf>>;
  let file: string;
  const csv = async () => (await fetch(`${set.origin}/export.csv?${new URL(pinned).search.slice(1)}`)).text();

  it("is copied from the page", async () => {
    const first = await ingest(DAYS, (at) => 1000 + 40 * at);
    const { page } = await set.open(`/growth?${VIEW}`);
    await drawn(page);
    await page.keyboard.press("s");
    await page.getByRole("radio", { name: `Pinned to vintage ${first}` }).check();
    pinned = await page.getByRole("textbox", { name: "Link" }).inputValue();
    points = await pictureOf(page);
    expect(points.lines).toHaveLength(1);
    expect(points.lines[0]?.match(/[ML]/g)).toHaveLength(31);
    file = await csv();
    await expect(bar(page).count()).resolves.toBe(0);
    await page.context().close();
  });

  it("shows the same points after a restatement, says how many changed, draws them, and goes live", async () => {
    const second = await ingest(DAYS.slice(10, 20), (at) => 2000 + 10 * at);
    expect(await csv()).toBe(file);
    const { page, faults } = await set.open(pinned.slice(set.origin.length));
    await drawn(page);
    const again = await pictureOf(page);
    expect(again.ticks).toEqual(points.ticks);
    const pixels = (path = "") => path.split(/(?=[ML])/);
    for (const [at, point] of pixels(points.lines[0]).entries()) expect(pixels(again.lines[0])[at]).toBe(point);
    await bar(page).getByText("Newer data exist: 10 of 31 values changed.").waitFor();
    await keep(page, "pinned, newer data exist");

    await bar(page).getByRole("button", { name: "See what changed" }).press("Enter");
    await page.locator("[data-later] [data-changed]").first().waitFor();
    await expect(page.locator("[data-later] [data-changed]").count()).resolves.toBe(10);
    expect(new URL(page.url()).searchParams.get("against")).toBe(String(second));
    // The old line is dashed, the new one is solid; each is named.
    const old = page.locator("[data-chart] path.recharts-line-curve");
    await expect(old.getAttribute("stroke-dasharray")).resolves.toBe("4 3");
    await expect(page.locator("[data-later] path").first().getAttribute("stroke-dasharray")).resolves.toBeNull();
    const names = await page.locator("[data-later] text").allTextContents();
    expect(names.sort()).toEqual([`Vintage ${second - 1}`, `Vintage ${second}`]);
    const row = page.locator("[data-table=changes]").getByRole("row").nth(1);
    expect(await row.getByRole("cell").allTextContents()).toEqual(["1,400", "2,000", "+600", expect.stringContaining("RedNote")]);
    await expect(page.locator("[data-table=changes] tbody tr").count()).resolves.toBe(10);
    await keep(page, "pinned, what changed", true);

    // The same address is the same picture in a browser that knows nothing.
    const other = await set.open(page.url().slice(set.origin.length), { colorScheme: "dark", viewport: { width: 390, height: 844 } });
    await other.page.locator("[data-later] [data-changed]").first().waitFor();
    await keep(other.page, "pinned, what changed, phone, dark", true);
    await other.page.context().close();
    const chinese = await set.open(`${page.url().slice(set.origin.length)}&lang=zh`);
    await chinese.page.getByText("已有更新的数据：31 个数值中有 10 个已改变。").waitFor();
    await keep(chinese.page, "pinned, what changed, zh");
    await chinese.page.context().close();

    await bar(page).getByRole("button", { name: "Go live" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe(`?${VIEW}`);
    await drawn(page);
    await expect(bar(page).count()).resolves.toBe(0);
    const live = await pictureOf(page);
    expect(live.lines[0]?.match(/[ML]/g)).toHaveLength(31);
    expect(live.lines[0]).not.toBe(points.lines[0]);
    await page.goBack();
    await bar(page).getByRole("button", { name: "Hide what changed" }).waitFor();
    expect(faults).toEqual([]);
  });

  it("says that nothing changed where nothing in the view did", async () => {
    const { page } = await set.open(pinned.slice(set.origin.length).replace("to=2025-03-31", "to=2025-03-05"));
    await bar(page)
      .getByText(/^Newer data exist\. Nothing that this page shows has changed since vintage \d+\.$/)
      .waitFor();
    await expect(bar(page).getByRole("button").allTextContents()).resolves.toEqual(["Go live"]);
  });
});

test("the files of a pinned link are the same bytes after a restatement and a restart", async () => {
  await ingest(DAYS, (at) => 5000 + 3 * at);
  const share = JSON.parse(set.command("share", `${set.origin}/growth?${VIEW}`, "--pinned", "--json")) as { url: string; view: string };
  const path = new URL(share.url).pathname;
  const files = [
    ...["csv", "json", "svg", "png"].map((type) => `${path}.${type}`),
    `/export.csv?${share.view}`,
    `/chart.png?${share.view}`,
  ];
  const hashes = async () => Promise.all(files.map(hashOf));
  const live = () => hashOf(`/export.csv?${VIEW}`);
  const [pinned, before] = [await hashes(), await live()];
  await ingest(DAYS.slice(0, 10), (at) => 9000 + at);
  expect(await hashes()).toEqual(pinned);
  expect(await live()).not.toBe(before);
  await set.restart();
  expect(await hashes()).toEqual(pinned);
});
