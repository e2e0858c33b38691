import type { Browser } from "playwright-core";

/** What a first visit fetched for one address. */
export interface Fetched {
  /** Path without the query. */
  path: string;
  /** Bytes of the body as it travelled, packed; headers not counted. */
  bytes: number;
  /** As the answer says: `br`, `gzip`, or empty. */
  encoding: string;
  /** Milliseconds from the first request to when this one was made. */
  at: number;
}

/** A first visit until its chart is drawn. */
export interface Weight {
  /** In the order in which they were asked for. */
  fetched: Fetched[];
  /** Bytes of all that was asked for before the chart stood there. */
  total: number;
  /** Bytes of what was asked for before the chunk that draws the chart. */
  beforeChart: number;
  /** Milliseconds from the first request to the chart. */
  drawnAt: number;
}

/** The limits in bytes. */
export const MOST_BYTES = 190_000;
export const MOST_BEFORE_CHART = 80_000;

/** The built chunk that draws the chart. */
const CHART_CHUNK = /\/GrowthPicture-[\w-]+\.js$/;

/** Opens a page with an empty cache and weighs what it fetches until a line of the chart is there. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const requests = new Map<string, Fetched & { began: number; ended: boolean }>();
    session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
      const path = new URL(request.url).pathname;
      requests.set(requestId, { path, bytes: 0, encoding: "", at: 0, began: timestamp, ended: false });
    });
    session.on("Network.responseReceived", ({ requestId, response }) => {
      const request = requests.get(requestId);
      if (request) request.encoding = headerOf(response.headers, "content-encoding");
    });
    session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId);
      if (request) request.bytes += encodedDataLength;
    });
    session.on("Network.loadingFinished", ({ requestId }) => {
      const request = requests.get(requestId);
      if (request) request.ended = true;
    });
    await page.addInitScript(() => {
      const drawn = () => document.querySelector("[data-chart] path.recharts-line-curve") !== null;
      new MutationObserver((_, observer) => {
        if (!drawn()) return;
        performance.mark("chart-drawn");
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(address);
    await page.locator("[data-chart] path.recharts-line-curve").first().waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    // Both clocks tell of the moment when the page was asked for: the network's seconds and the page's milliseconds.
    const all = [...requests.values()].sort((a, b) => a.began - b.began);
    const start = all[0]?.began ?? 0;
    const drawnAt = await page.evaluate(() => performance.getEntriesByName("chart-drawn")[0]?.startTime);
    if (drawnAt === undefined) throw new Error(`${address} drew no chart`);
    const early = all.map((one) => ({ ...one, at: (one.began - start) * 1000 })).filter((one) => one.at <= drawnAt);
    const unfinished = early.filter((one) => !one.ended).map((one) => one.path);
    if (unfinished.length > 0) throw new Error(`not all of it came: ${unfinished.join(", ")}`);
    const chart = early.findIndex(({ path }) => CHART_CHUNK.test(path));
    if (chart === -1) throw new Error("no chunk of its own draws the chart");
    const fetched = early.map(({ path, bytes, encoding, at }): Fetched => ({ path, bytes, encoding, at }));
    return { fetched, total: sum(fetched), beforeChart: sum(fetched.slice(0, chart)), drawnAt };
  } finally {
    await context.close();
  }
}

function headerOf(headers: Record<string, string>, name: string): string {
  return Object.entries(headers).find(([header]) => header.toLowerCase() === name)?.[1] ?? "";
}

function sum(fetched: readonly Fetched[]): number {
  return fetched.reduce((total, { bytes }) => total + bytes, 0);
}
