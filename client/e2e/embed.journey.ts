import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keep, type Stage, stage } from "./stage.ts";

/** What an article does that shows a chart: nothing but to give its frame the height that it says. */
const LISTENS = `addEventListener("message", ({ data, source }) => {
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && data?.type === "rednote-surge:height") frame.height = data.height;
});`;

/** A busy machine is slow, and that is no fault. */
const SOON = { timeout: 30_000 };

let set: Stage;
/** The page of somebody else, and a third party that would like to know who reads it. */
let article: Server;
let tracker: Server;
let browser: BrowserContext;
let profile = "";
/** What the article shows. */
let shown = "";
/** What each request carried that the tracker had. */
const told: string[] = [];

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) => new Promise<Server>((ready) => server.listen(0, "127.0.0.1", () => ready(server)));

/** What a blog does with a pasted link: it looks for oEmbed in the head of that page, and takes the HTML that is offered there. */
async function discovered(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  const head = /<head>(.*)<\/head>/s.exec(html)?.[1] ?? "";
  const link = /<link rel="alternate" type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(head)?.[1];
  if (link === undefined) throw new Error(`${address} offers no oEmbed`);
  return ((await (await fetch(link.replaceAll("&amp;", "&"))).json()) as { html: string }).html;
}

beforeAll(async () => {
  set = await stage();
  article = await listening(
    createServer((_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(
        `<!doctype html><title>An article</title><link rel="icon" href="data:,"><h1>An article</h1>${shown}<p>Its end</p><script>${LISTENS}</script>`,
      );
    }),
  );
  tracker = await listening(
    createServer((request, response) => {
      told.push(request.headers.cookie ?? "");
      response.setHeader("Set-Cookie", "who=you; SameSite=None; Secure");
      response.setHeader("Content-Type", "text/html");
      response.end('<!doctype html><title>Ours to count</title><link rel="icon" href="data:,">');
    }),
  );
  profile = mkdtempSync(join(tmpdir(), "surge-profile-"));
  browser = await blocking();
});
afterAll(async () => {
  await browser.close();
  article.close();
  tracker.close();
  await set.stop();
  rmSync(profile, { recursive: true, force: true });
});

/** A browser as a person has it who wants no cookies of third parties, and maybe no scripts. */
function blocking(scripts: "scripts" | "no scripts" = "scripts"): Promise<BrowserContext> {
  const values = scripts === "scripts" ? {} : { javascript: 2 };
  const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1, default_content_setting_values: values } };
  const own = join(profile, scripts);
  mkdirSync(join(own, "Default"), { recursive: true });
  writeFileSync(join(own, "Default/Preferences"), JSON.stringify(preferences));
  return chromium.launchPersistentContext(own, {
    executablePath: process.env.SURGE_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--test-third-party-cookie-phaseout"],
    viewport: { width: 900, height: 1000 },
  });
}

/** The article on another site than the server: `localhost` and `127.0.0.1` are two. */
async function read(html: string, reader = browser): Promise<{ page: Page; frame: Frame; faults: string[] }> {
  shown = html;
  const page = await reader.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`http://localhost:${portOf(article)}/`);
  const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
  if (!frame) throw new Error("the article has no frame");
  return { page, frame, faults };
}

describe("a browser that blocks cookies of third parties", () => {
  it("keeps a cookie of who is visited, and refuses the same one and any storage to who is framed", async () => {
    const address = `http://127.0.0.1:${portOf(tracker)}/`;
    const visited = await browser.newPage();
    await visited.goto(address);
    await visited.goto(address);
    expect(told.splice(0)).toEqual(["", "who=you"]);
    const { page } = await read(`<iframe src="${address}"></iframe>`);
    await page.reload();
    expect(told.splice(0)).toEqual(["", ""]);
    const frame = page.frames()[1] as Frame;
    expect(await frame.evaluate("document.cookie = 'who=me; SameSite=None; Secure'; document.cookie")).toBe("");
    await expect(frame.evaluate("localStorage.length")).rejects.toThrow("SecurityError");
    await browser.clearCookies();
    await page.close();
  });
});

describe("a pasted link in an article of somebody else, with cookies of third parties blocked", () => {
  it("becomes a chart by the oEmbed that the head of its page names, as high as it is", async () => {
    const { page, frame, faults } = await read(await discovered(`${set.origin}/growth?v=1&interval=week`));
    await frame.locator("[data-chart] path.recharts-line-curve").first().waitFor();
    // It loads lazily: before, it has no address.
    expect(new URL(frame.url()).origin).not.toBe(new URL(page.url()).origin);
    await frame.locator("main[aria-busy=false] figcaption").waitFor();
    expect(await frame.locator("[data-chart] path.recharts-line-curve").count()).toBe(6);
    expect(await frame.locator("header, [data-filter-bar], input, [role=slider]").count()).toBe(0);
    await expect.poll(() => heights(page, frame), SOON).toEqual(expect.objectContaining({ spare: 0 }));
    // The link may be followed, and it does not put a page into the frame that would refuse to be there.
    const back = frame.getByRole("link", { name: "Open in RedNote Surge" });
    expect(await back.getAttribute("target")).toBe("_blank");
    expect(new URL((await back.getAttribute("href")) ?? "", set.origin).pathname).toBe("/growth");
    const inside = await frame.locator("a:not([target=_blank])").count();
    expect(inside).toBe(0);
    // It neither set a cookie nor reached for storage, which would have thrown.
    expect(await browser.cookies()).toEqual([]);
    expect(faults).toEqual([]);
    await keep(page, "embed-article", true);
    await page.close();
  });

  it("grows and shrinks with the article", async () => {
    const { page, frame } = await read(await discovered(`${set.origin}/growth?v=1`));
    await frame.locator("main[aria-busy=false] figcaption").waitFor();
    await expect.poll(() => heights(page, frame), SOON).toEqual(expect.objectContaining({ spare: 0 }));
    const wide = await heights(page, frame);
    await page.setViewportSize({ width: 400, height: 1000 });
    await expect.poll(async () => (await heights(page, frame)).height, SOON).not.toBe(wide.height);
    await expect.poll(() => heights(page, frame), SOON).toEqual(expect.objectContaining({ spare: 0 }));
    await page.setViewportSize({ width: 900, height: 1000 });
    await expect.poll(() => heights(page, frame), SOON).toEqual(wide);
    await page.close();
  });

  it("has chart, values and sources without JavaScript, too, and scrolls where the frame is too low", async () => {
    // What is painted is there at the latest the second time.
    await expect.poll(async () => (await fetch(`${set.origin}/embed?v=1`)).text(), SOON).toContain("data-drawing");
    await using plain = await blocking("no scripts");
    const { page, frame, faults } = await read(await discovered(`${set.origin}/growth?v=1`), plain);
    const drawing = frame.locator("[data-drawing]:visible svg");
    expect(await drawing.locator("path[data-line]").count()).toBe(3);
    expect(await frame.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(await frame.locator("figcaption").isVisible()).toBe(true);
    const row = frame.getByRole("row", { name: /^2025-01-13/ });
    await row.scrollIntoViewIfNeeded();
    expect((await row.boundingBox())?.y).toBeLessThan(1000);
    expect(await frame.locator("a:not([target=_blank])").count()).toBe(0);
    expect(await plain.cookies()).toEqual([]);
    expect(faults).toEqual([]);
    await frame.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
    await keep(page, "embed-no-script", true);
  });

  it("is as high as it is on a phone, in Chinese and in the dark, too", async () => {
    const source = `${set.origin}/embed?v=1&theme=dark&lang=zh`;
    const { page, frame, faults } = await read(`<iframe src="${source}" width="340" height="200" style="border:0"></iframe>`);
    await frame.locator("main[aria-busy=false] figcaption").waitFor();
    await expect.poll(() => heights(page, frame), SOON).toEqual(expect.objectContaining({ spare: 0 }));
    expect(await frame.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    expect(await frame.getByText("建模").count()).toBeGreaterThan(0);
    // No table of events is under it: what each number on the chart stands for is said.
    const list = frame.getByRole("listitem").filter({ has: frame.locator("b") });
    const numbers = await list.locator("b").allInnerTexts();
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers).toEqual(numbers.map((_, index) => `${index + 1}`));
    expect(await list.first().innerText()).toMatch(/^1\s*1月1\d日/);
    expect(faults).toEqual([]);
    await keep(page, "embed-phone", true);
    await page.close();
  });

  it("cannot be another page of ours", async () => {
    const { page, frame } = await read(`<iframe src="${set.origin}/growth?v=1" width="800" height="600"></iframe>`);
    await page.waitForLoadState("networkidle");
    expect(await frame.locator("#app").count()).toBe(0);
    await page.close();
  });
});

/** Pixels of the frame that its content leaves, or lacks where negative. */
async function heights(page: Page, frame: Frame): Promise<{ spare: number; height: number }> {
  const height = await page.locator("iframe").evaluate((element) => element.clientHeight);
  const content = (await frame.evaluate("Math.ceil(document.getElementById('main').getBoundingClientRect().height)")) as number;
  return { spare: height - content, height };
}
