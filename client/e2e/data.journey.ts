import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess, SERIOUS } from "./access.ts";
import { asked, drawn, keep, phone, stage, staged } from "./stage.ts";

const set = staged();

const HEADER = "date,platform,country,metric,value";

/** Waits until batches, calendar and sources are there. */
async function told(page: Page): Promise<void> {
  await page.getByRole("slider", { name: "Days" }).waitFor();
  await page.getByRole("region", { name: "Sources" }).getByRole("table").waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

async function choose(page: Page, name: string, lines: string[]): Promise<void> {
  const text = Buffer.from(`${lines.join("\n")}\n`);
  const buffer = name.endsWith(".gz") ? gzipSync(text) : text;
  await page.getByLabel("File of snapshots").setInputFiles({ name, mimeType: "", buffer });
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Of the server's answers only the refusals that a step is about may stand on the console. */
const unexpected = (faults: string[]) => faults.filter((fault) => !/status of (401|403|422)/.test(fault));

describe("the data page", () => {
  it("names its batches and sources, and is a chunk of its own", async () => {
    const { page, faults } = await set.open("/growth");
    await drawn(page);
    const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(before.filter((name) => /DataPage/.test(name))).toEqual([]);
    await page.getByRole("link", { name: "Data", exact: true }).click();
    await told(page);
    await page.getByRole("heading", { level: 1, name: "Data" }).waitFor();
    const batches = page.getByRole("region", { name: "Batches" });
    await expect(batches.locator("tbody th").allTextContents()).resolves.toEqual(["Batch 2", "Batch 1"]);
    await batches.getByRole("button", { name: "receipt of batch 2" }).click();
    await batches.getByText(/values? of .*: .* new, none revised, none unchanged\./).waitFor();
    await batches.getByText(/Of daily active users in the view you came from: \d+ new/).waitFor();
    await expect(page.getByRole("region", { name: "Sources" }).locator("tbody th").count()).resolves.toBeGreaterThan(3);
    await keep(page, "data page", true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("names line 2 and GB of a file that says UK, and writes nothing", async () => {
    const { page, faults } = await set.open("/data");
    await told(page);
    const token = set.token("checker");
    await choose(page, "january.csv", [HEADER, "2025-01-13,rednote,UK,signups,5210", "2025-01-14,rednote,US,signups,4875"]);
    const field = page.getByLabel("Token", { exact: true });
    await field.waitFor();
    await keep(page, "data, token asked");
    expect(await field.getAttribute("autocomplete")).toBe("off");
    await field.fill(token);
    await page.keyboard.press("Enter");
    const row = page.getByRole("region", { name: "Faults" }).locator("tbody tr");
    await row.first().waitFor();
    await expect(row.locator("th").allTextContents()).resolves.toEqual(["2"]);
    await expect(row.locator("td").allTextContents()).resolves.toEqual([
      "country",
      "UK",
      expect.stringContaining("2025-01-13,rednote,UK,signups,5210"),
      "GB",
    ]);
    await page.getByText("1 of 2 rows is at fault. Nothing was written.").waitFor();
    await expect(page.getByRole("button", { name: "Ingest" }).count()).resolves.toBe(0);
    await keep(page, "data, faults", true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    await expect(page.getByRole("region", { name: "Batches" }).locator("tbody tr").count()).resolves.toBe(2);
    // The token is in memory alone.
    const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect(kept).not.toContain(token);
    expect(unexpected(faults)).toEqual([]);
  });

  it("takes a good file by keyboard alone; the batch appears, and the growth page shows its vintage", async () => {
    const { page, faults } = await set.open("/data?v=1&metric=signups&platforms=rednote&countries=US,GB");
    // Early: the browser is told not to show a dialog of its own.
    const chooser = page.waitForEvent("filechooser");
    await told(page);
    const button = page.getByRole("button", { name: "Choose a file" });
    await button.focus();
    await page.keyboard.press("Enter");
    const days = ["2025-01-13", "2025-01-14", "2025-01-16"];
    const rows = days.flatMap((day, at) => [`${day},rednote,US,signups,${5210 + at}`, `${day},rednote,GB,signups,${300 + at}`]);
    const buffer = gzipSync(`${[HEADER, ...rows].join("\n")}\n`);
    await (await chooser).setFiles({ name: "good.csv.gz", mimeType: "application/gzip", buffer });
    await page.getByLabel("Token", { exact: true }).waitFor();
    await page.keyboard.type("not-a-token");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Check that it is copied whole" }).waitFor();
    await page.keyboard.type(set.token("newsroom"));
    await page.keyboard.press("Enter");
    await page.getByText("No fault. 6 values: 6 new, none revised, none unchanged. Nothing is written yet.").waitFor();
    await keep(page, "data, checked");
    await page.keyboard.press("Tab");
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe("Ingest");
    await page.keyboard.press("Enter");
    await page.getByText("Batch 3 was taken. 6 values: 6 new, none revised, none unchanged.").waitFor();
    const batches = page.getByRole("region", { name: "Batches" });
    await expect.poll(() => batches.locator("tbody th").first().textContent()).toBe("Batch 3");
    await expect(batches.locator("tbody tr").first().textContent()).resolves.toContain("HTTP, token newsroom");
    await keep(page, "data, taken", true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toMatch(/^\/growth\?.*vintage=3/);
    await drawn(page);
    await page.getByText("Vintage 3").first().waitFor();
    await expect(page.locator("[data-chart] path.recharts-line-curve").count()).resolves.toBeGreaterThan(0);
    await keep(page, "growth at the new vintage");
    expect(unexpected(faults)).toEqual([]);
  });

  it("shows which days are missing and which were revised, walked by the arrow keys, and in a table", async () => {
    const token = set.token("reviser");
    const sent = async (rows: string[]) => {
      const answer = await fetch(`${set.origin}/api/v1/snapshots`, {
        method: "POST",
        headers: { "Content-Type": "text/csv", Authorization: `Bearer ${token}` },
        body: `${[HEADER, ...rows].join("\n")}\n`,
      });
      expect(answer.status).toBe(201);
    };
    await sent(["2025-03-03,rednote,US,downloads,10", "2025-03-04,rednote,US,downloads,0", "2025-03-07,rednote,US,downloads,12"]);
    await sent(["2025-03-03,rednote,US,downloads,11"]);
    const { page, faults } = await set.open("/data?v=1&coverage=downloads,default,rednote,US,all");
    await told(page);
    await page.getByText("5 days, 3 Mar to 7 Mar 2025: 3 days with a value, 2 missing. 1 day was revised.").waitFor();
    const days = page.locator("[data-day]");
    const signs = await days.evaluateAll((all) =>
      all.map((day) => ({
        date: day.getAttribute("data-date"),
        level: day.getAttribute("data-level"),
        revised: day.hasAttribute("data-revised"),
      })),
    );
    expect(signs.map(({ level, revised }) => `${level}${revised ? " revised" : ""}`)).toEqual(["4 revised", "4", "0", "0", "4"]);
    // Missing is hatched; a zero is filled like every value.
    await expect(days.nth(2).locator("rect").first().getAttribute("fill")).resolves.toMatch(/^url\(#/);
    await expect(days.nth(1).locator("rect").count()).resolves.toBe(2);
    const slider = page.getByRole("slider", { name: "Days" });
    await slider.focus();
    await expect(slider.getAttribute("aria-valuetext")).resolves.toMatch(/^Monday 3 March 2025: a value\. Revised in batch \d+\.$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(slider.getAttribute("aria-valuetext")).resolves.toBe("Wednesday 5 March 2025: missing.");
    await page.keyboard.press("End");
    await expect(slider.getAttribute("aria-valuetext")).resolves.toBe("Friday 7 March 2025: a value.");
    await keep(page, "data, coverage of one series", true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const table = page.getByRole("region", { name: "Coverage by month" });
    await expect(table.locator("tbody tr").first().locator("th, td").allTextContents()).resolves.toEqual([
      "Mar 2025",
      "5",
      "3",
      "2",
      "1",
      "5–6 Mar",
    ]);
    await page.getByLabel("Metric").selectOption("daily_active_users");
    await page.getByLabel("Source", { exact: true }).selectOption("illustrative");
    await expect.poll(() => asked(page, "coverage")).toBe("daily_active_users,illustrative");
    await page.getByText(/days with all \d+ series/).waitFor();
    await keep(page, "data, coverage of many series", true);
    await page.goBack();
    await page.goBack();
    await page.getByText("5 days, 3 Mar to 7 Mar 2025").waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    ["a desk, dark", { colorScheme: "dark" as const }],
    ["a phone, light", phone],
    ["a phone, dark", { ...phone, colorScheme: "dark" as const }],
    ["a narrow phone", { ...phone, viewport: { width: 320, height: 640 } }],
  ])("on %s has nothing to scroll sideways, and nothing is wrong with it", async (name, options) => {
    const { page, faults } = await set.open("/data", options);
    await told(page);
    await choose(page, "january.csv", [HEADER, "2025-01-13,rednote,UK,signups,5210"]);
    await page.getByLabel("Token", { exact: true }).fill(set.token(name.replaceAll(/\W+/g, "-")));
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("region", { name: "Faults" }).waitFor();
    await page.getByRole("button", { name: "receipt of batch 2" }).click();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await keep(page, `data, ${name}`, true);
    expect(await faultsOfAccess(page, SERIOUS)).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  });

  it("without a network says so and sends nothing; without an answer says what failed and asks again", async () => {
    const { page } = await set.open("/data");
    await told(page);
    await page.context().setOffline(true);
    await page.getByText(/^Offline\. You see vintage \d+\./).waitFor();
    await expect(page.getByRole("button", { name: "Choose a file" }).isDisabled()).resolves.toBe(true);
    await keep(page, "data, offline");
    await page.context().setOffline(false);
    await page.route("**/api/v1/vintages", (route) => route.fulfill({ status: 503, json: { detail: "Out for a while." } }));
    await page.reload();
    await page.getByRole("alert").filter({ hasText: "Out for a while." }).waitFor();
    await page.unroute("**/api/v1/vintages");
    await page.getByRole("button", { name: "Try again" }).click();
    await told(page);
    await expect(page.getByRole("alert").filter({ hasText: "Could not reach" }).count()).resolves.toBe(0);
  });

  it("says of a token that may not ingest which one may, and goes on with it; the token covers no page's name", async () => {
    const { page, faults } = await set.open("/data", phone);
    await told(page);
    await choose(page, "january.csv", [HEADER, "2025-01-20,rednote,US,signups,5210"]);
    const field = page.getByLabel("Token", { exact: true });
    await field.fill(set.token("reader", "read"));
    await page.keyboard.press("Enter");
    const said = page.getByRole("alert").filter({ hasText: "is for read; this needs one for ingest." });
    await said.waitFor();
    await expect(said.textContent()).resolves.toContain(
      "needs one for ingest. Make one that may ingest: npm run -s token -- create NAME --scope ingest. A token stays",
    );
    // It may read, so it is kept until another takes its place.
    const boxes = await Promise.all([
      page.getByRole("button", { name: "Forget the token" }).boundingBox(),
      page.getByRole("navigation", { name: "Pages" }).boundingBox(),
    ]);
    const [forget, pages] = boxes.map((box) => box ?? { y: 0, height: 0 });
    expect(forget?.y).toBeGreaterThanOrEqual((pages?.y ?? 0) + (pages?.height ?? 0));
    await keep(page, "data, another token", true);
    await field.fill(set.token("sender"));
    await page.keyboard.press("Enter");
    await page.getByText("No fault. 1 value: 1 new").waitFor();
    expect(unexpected(faults)).toEqual([]);
  });

  it("can be stopped while it sends, and says that nothing was written", async () => {
    const { page } = await set.open("/data");
    await told(page);
    await page.route("**/api/v1/snapshots?*", () => {});
    await choose(page, "january.csv", [HEADER, "2025-01-13,rednote,US,signups,5210"]);
    await page.getByRole("progressbar", { name: "Checking" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled. Nothing was written.").waitFor();
    await page.unroute("**/api/v1/snapshots?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByLabel("Token", { exact: true }).waitFor();
  });
});

describe("the data page of an empty store", () => {
  it("says that nothing is there, takes a dropped file, and says what to do with one that is too large", async () => {
    const empty = await stage({ SURGE_SAMPLE: "off", SURGE_BODY_BYTES: "300000" });
    try {
      const { page, faults } = await empty.open("/data");
      await page.getByText("No series has a value yet, so there are no days to show.").waitFor();
      await page.getByText("No day has a value yet. 1 batch.").waitFor();
      await keep(page, "data, empty store", true);
      const row = "2025-01-13,rednote,US,signups,5210";
      await choose(page, "large.csv", [HEADER, ...Array.from({ length: 12_000 }, () => row)]);
      await page.getByLabel("Token", { exact: true }).fill(empty.token("newsroom"));
      await page.keyboard.press("Enter");
      await page.getByRole("alert").filter({ hasText: "Split the file, or ask whoever runs the server" }).waitFor();
      const file = await page.evaluateHandle((text) => {
        const held = new DataTransfer();
        held.items.add(new File([text], "dropped.csv"));
        return held;
      }, `${HEADER}\n${row}\n`);
      await page.dispatchEvent("body", "dragover", { dataTransfer: file });
      await page.getByText("Let go to check it.").waitFor();
      await page.dispatchEvent("body", "drop", { dataTransfer: file });
      await page.getByText("No fault. 1 value: 1 new, none revised, none unchanged.").waitFor();
      await page.getByRole("button", { name: "Ingest" }).click();
      await page.getByText("Batch 2 was taken.").waitFor();
      await page.getByText("1 day, 13 Jan 2025: 1 day with a value, none missing. No day was revised.").waitFor();
      await choose(page, "dropped.csv", [HEADER, row]);
      await page.getByText("All of its values are known: it would change nothing. Vintage 2 stays the newest.").waitFor();
      await expect(page.getByRole("button", { name: "Ingest" }).count()).resolves.toBe(0);
      expect(faults.filter((fault) => !/status of (401|413|422)/.test(fault))).toEqual([]);
    } finally {
      await empty.stop();
    }
  });
});

describe("the data page of a server that is killed while it takes a file", () => {
  it("says that no answer came and where to look; nothing of the file is there, and it can be sent again", async () => {
    const gone = await stage({ SURGE_SAMPLE: "off" });
    const database = gone.command("verify").split(":")[0] as string;
    try {
      const { page } = await gone.open("/data");
      await page.getByText("No series has a value yet").waitFor();
      const days = Array.from({ length: 28 }, (_, day) => `2025-01-${String(day + 1).padStart(2, "0")}`);
      const rows = days.flatMap((day) => ["US", "GB", "DE"].map((country) => `${day},rednote,${country},signups,5`));
      await choose(page, "january.csv", [HEADER, ...rows]);
      await page.getByLabel("Token", { exact: true }).fill(gone.token("newsroom"));
      await page.keyboard.press("Enter");
      const ingest = page.getByRole("button", { name: "Ingest" });
      await ingest.waitFor();
      // It stands still first, so that it dies in the middle of it however fast it is.
      process.kill(gone.pid, "SIGSTOP");
      await ingest.click();
      await page.getByRole("progressbar", { name: "Ingesting" }).waitFor();
      process.kill(gone.pid, "SIGKILL");
      await page.getByRole("alert").filter({ hasText: "No answer came." }).waitFor();
      await page.getByText("Look at the list of batches before you send it again: it says whether the file was taken.").waitFor();
      await keep(page, "data, a server that died", true);
      expect(gone.command("verify")).toBe(`${database}: nothing is wrong.`);
      const again = await stage({ SURGE_SAMPLE: "off", SURGE_DATABASE: database, PORT: new URL(gone.origin).port });
      await page.getByRole("button", { name: "Try again" }).first().click();
      await page.getByText("Batch 2 was taken. 84 values: 84 new, none revised, none unchanged.").waitFor();
      await again.stop();
    } finally {
      await gone.stop();
    }
  });
});
