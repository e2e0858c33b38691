import { type Browser, chromium } from "playwright-core";
import { BenchmarkError } from "./benchmark.ts";
import { plainScript } from "./program.ts";

/** Runs a browser while some work is done with it: that of SURGE_CHROMIUM, or one that is found. */
export async function withBrowser<Value>(work: (browser: Browser) => Promise<Value>): Promise<Value> {
  const { findBrowser } = await plainScript<{ findBrowser: () => Promise<string> }>("browser.mjs");
  const executablePath = await findBrowser().catch((error: Error) => {
    throw new BenchmarkError(error.message);
  });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
