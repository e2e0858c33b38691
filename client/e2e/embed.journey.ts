import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keep, type Stage, stage } from "./stage.ts";

/** What an article does that shows a chart: nothing but to give its frame the height that it says. */
const LISTENS = `addEventListener("message", ({ data, source }) => {
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && data?.type === "rednote-surge:height") frame.height = data.height;
});`;

let set: Stage;
let article: Server;
let browser: Browser;
let shown = "";
beforeAll(async () => {
  set = await stage();
  article = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>An article</title><h1>An article</h1>${shown}<p>Its end</p><script>${LISTENS}</script>`);
  });
  await new Promise<void>((ready) => article.listen(0, "127.0.0.1", ready));
  browser = await chromium.launch({
    executablePath: process.env.SURGE_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--test-third-party-cookie-phaseout"],
  });
});
afterAll(async () => {
  await browser.close();
  article.close();
  await set.stop();
});

/** The article on another site than the server: `localhost` and `127.0.0.1` are two. */
async function read(html: string): Promise<{ page: Page; frame: Frame; faults: string[] }> {
  shown = html;
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`http://localhost:${(article.address() as AddressInfo).port}/`);
  const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
  if (!frame) throw new Error("the article has no frame");
  return { page, frame, faults };
}

describe("a pasted link in an article of somebody else", () => {
  it("becomes a chart by the oEmbed that the HTML of its page names, as high as it is, with cookies of third parties blocked", async () => {
    const html = await (await fetch(`${set.origin}/growth?v=1&interval=week`)).text();
    const link = /<link[^>]*application\/json\+oembed[^>]*href="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const oembed = (await (await fetch(link)).json()) as { html: string; height: number };
    const { page, frame, faults } = await read(oembed.html);
    await frame.locator("[data-chart] path.recharts-line-curve").first().waitFor();
    await frame.locator("main[aria-busy=false] figcaption").waitFor();
    expect(await frame.locator("[data-chart] path.recharts-line-curve").count()).toBeGreaterThan(1);
    expect(await frame.locator("header, [data-filter-bar], input, [role=slider]").count()).toBe(0);
    await expect.poll(() => heights(page, frame)).toEqual(expect.objectContaining({ spare: 0 }));
    // The link may be followed, and it does not put a page into the frame that would refuse to be there.
    const back = frame.getByRole("link", { name: "Open in RedNote Surge" });
    expect(await back.getAttribute("target")).toBe("_blank");
    expect(new URL((await back.getAttribute("href")) ?? "", set.origin).pathname).toBe("/growth");
    const inside = await frame.locator("a:not([target=_blank])").count();
    expect(inside).toBe(0);
    expect(await frame.evaluate("document.cookie = 'seen=1'; document.cookie")).toBe("");
    expect(faults).toEqual([]);
    await keep(page, "embed-article", true);
    await page.close();
  });

  it("is as high as it is on a phone, in Chinese and in the dark, too", async () => {
    const source = `${set.origin}/embed?v=1&theme=dark&lang=zh`;
    const { page, frame, faults } = await read(`<iframe src="${source}" width="340" height="200" style="border:0"></iframe>`);
    await frame.locator("main[aria-busy=false] figcaption").waitFor();
    await expect.poll(() => heights(page, frame)).toEqual(expect.objectContaining({ spare: 0 }));
    expect(await frame.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    expect(await frame.getByText("建模").count()).toBeGreaterThan(0);
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
