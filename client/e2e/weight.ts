import type { Browser } from "playwright-core";

/** What a first visit fetched for one address. */
interface Fetched {
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

/** A request as the browser tells of it: times in seconds, sizes in bytes. */
interface Request {
  path: string;
  began: number;
  encoding: string;
  headers: number;
  received: number;
  ended: boolean;
}

/** The limits in bytes. */
export const MOST_BYTES = 190_000;
export const MOST_BEFORE_CHART = 80_000;

/** The built chunks that draw the first chart: of the growth page, and of the story. */
const CHART_CHUNK = /\/(GrowthPicture|StoryChart)-[\w-]+\.js$/;

/** Opens a page with an empty cache and weighs what it fetches until a line of the chart is there. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const requests = new Map<string, Request>();
    session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
      const path = new URL(request.url).pathname;
      requests.set(requestId, { path, began: timestamp, encoding: "", headers: 0, received: 0, ended: false });
    });
    session.on("Network.responseReceived", ({ requestId, response }) => {
      const encoding = headerOf(response.headers, "content-encoding");
      // Told before the first byte of the body: what came so far are the headers.
      Object.assign(requests.get(requestId) ?? {}, { encoding, headers: response.encodedDataLength });
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      Object.assign(requests.get(requestId) ?? {}, { received: encodedDataLength, ended: true });
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
    const drawnAt = await page.evaluate(() => performance.getEntriesByName("chart-drawn")[0]?.startTime);
    if (drawnAt === undefined) throw new Error(`${address} drew no chart`);
    return weightOf([...requests.values()], drawnAt);
  } finally {
    await context.close();
  }
}

/** What was asked for until the chart was drawn. The page's clock and the network's both begin with the first request. */
function weightOf(requests: Request[], drawnAt: number): Weight {
  const inOrder = requests.toSorted((a, b) => a.began - b.began);
  const start = inOrder[0]?.began ?? 0;
  const early = inOrder.filter(({ began }) => (began - start) * 1000 <= drawnAt);
  const unfinished = early.filter(({ ended }) => !ended).map(({ path }) => path);
  if (unfinished.length > 0) throw new Error(`not all of it came: ${unfinished.join(", ")}`);
  const chart = early.findIndex(({ path }) => CHART_CHUNK.test(path));
  if (chart === -1) throw new Error("no chunk of its own draws the chart");
  const fetched = early.map(
    ({ path, encoding, began, received, headers }): Fetched => ({
      path,
      bytes: received - headers,
      encoding,
      at: (began - start) * 1000,
    }),
  );
  return { fetched, total: sum(fetched), beforeChart: sum(fetched.slice(0, chart)), drawnAt };
}

function headerOf(headers: Record<string, string>, name: string): string {
  return Object.entries(headers).find(([header]) => header.toLowerCase() === name)?.[1] ?? "";
}

function sum(fetched: readonly Fetched[]): number {
  return fetched.reduce((total, { bytes }) => total + bytes, 0);
}
