import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { DEFAULT_SOURCE } from "../../data/model/slug.ts";
import { defaultView, encodeView } from "../../data/model/view.ts";
import { type Benchmark, BenchmarkError, median } from "./benchmark.ts";
import { withBrowser } from "./chromium.ts";
import { root } from "./program.ts";
import { prepared, withDatabase, withServer } from "./served.ts";
import { ingestLoad } from "./snapshots.ts";

const COUNTRIES = 200;
const DAYS = 270;
const RUNS = 3;
/** What a person sees as motion. */
const LEAST_RATE = 30;
/** A task that keeps a page from an answer, as browsers count it. */
const LONG_MS = 50;

/** One play from the first day to the last. */
interface Play {
  seconds: number;
  /** Turns of the page that could draw. */
  frames: number;
  /** Frames that the compositor put on the screen. */
  drawn: number;
  /** Days that the map showed in such a turn. */
  days: number;
  /** Longest time between two turns. */
  worstMs: number;
  longTasks: number;
}

export const map: Benchmark = {
  name: "map",
  about: `the map plays ${COUNTRIES} countries x ${DAYS} days, in headless Chromium (frames by the clock)`,
  run: async () => {
    await prepared();
    const countries = await drawnCountries();
    const plays = await withDatabase(async (database) => {
      // Once for the reference, beside which the load is read.
      await withServer(database, async () => {});
      await ingestLoad(database, { platforms: ["rednote"], countries, from: "2024-10-01", days: DAYS });
      return withServer(database, ({ origin }) => withBrowser((browser) => playsOf(browser, origin)));
    });
    const middle = (pick: (play: Play) => number) => Number(median(plays.map(pick)).toFixed(1));
    const of = `median of ${RUNS} plays`;
    return {
      measures: [
        {
          name: "frames_per_s",
          words: `frames a second, ${of}`,
          value: middle(({ frames, seconds }) => frames / seconds),
          unit: "/s",
          least: LEAST_RATE,
        },
        {
          name: "drawn_per_s",
          words: "of them put on the screen",
          value: middle(({ drawn, seconds }) => drawn / seconds),
          unit: "/s",
          least: LEAST_RATE,
        },
        { name: "days_per_s", words: "days shown a second", value: middle(({ days, seconds }) => days / seconds), unit: "/s" },
        { name: "worst_frame_ms", words: "longest wait for a frame", value: middle(({ worstMs }) => worstMs), unit: "ms" },
      ],
      details: [
        {
          title: `${COUNTRIES} countries x ${DAYS} days`,
          head: ["play", "seconds", "frames", "drawn", "days shown", "longest wait ms", `tasks over ${LONG_MS} ms`],
          rows: plays.map(({ seconds, frames, drawn, days, worstMs, longTasks }, run) => [
            ...[run + 1, Number(seconds.toFixed(1)), frames, drawn, days, Number(worstMs.toFixed(1)), longTasks],
          ]),
        },
      ],
    };
  },
};

/** Those that have a shape first: they are more to draw than dots. */
async function drawnCountries(): Promise<string[]> {
  const { countries } = JSON.parse(await readFile(join(root, "data/reference/shapes.json"), "utf8")) as {
    countries: Record<string, { d: string }>;
  };
  const ids = Object.keys(countries).sort((a, b) => Number(countries[b]?.d !== "") - Number(countries[a]?.d !== ""));
  if (ids.length < COUNTRIES) throw new BenchmarkError(`There are only ${ids.length} countries on the map.`);
  return ids.slice(0, COUNTRIES);
}

async function playsOf(browser: Browser, origin: string): Promise<Play[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" });
  try {
    const page = await context.newPage();
    const view = { ...defaultView(), platforms: ["rednote"], sources: [DEFAULT_SOURCE], range: "all" as const };
    await page.goto(`${origin}/map?${encodeView(view)}`);
    await page.locator("[data-map]").waitFor();
    // The parts that come when the page has rested for some seconds are no part of a play.
    await page.waitForTimeout(5000);
    const plays: Play[] = [];
    for (let run = 0; run < RUNS; run++) plays.push(await playOf(browser, page));
    return plays;
  } finally {
    await context.close();
  }
}

async function playOf(browser: Browser, page: Page): Promise<Play> {
  await page.getByRole("slider", { name: "Day of the map" }).press("Home");
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: ["-*", "disabled-by-default-devtools.timeline.frame", "devtools.timeline.frame"] });
  const play = await page.evaluate(playInPage, LONG_MS);
  const trace = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: { name: string }[] };
  const drawn = trace.traceEvents.filter(({ name }) => name === "DrawFrame").length;
  if (drawn === 0) throw new BenchmarkError("This Chromium does not tell of the frames that it draws.");
  if (play.days < 2) throw new BenchmarkError("The map did not play.");
  return { ...play, drawn };
}

/** Presses the button that plays, and counts until it is there again. Runs in the page. */
function playInPage(longMs: number): Promise<Omit<Play, "drawn">> {
  return new Promise((done) => {
    const button = (name: string) => [...document.querySelectorAll("button")].find((one) => one.textContent === name);
    const slider = document.querySelector("[role=slider][data-day]");
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => {
      longTasks += list.getEntries().filter(({ duration }) => duration > longMs).length;
    });
    observer.observe({ entryTypes: ["longtask"] });
    const days = new Set<string | null>();
    const begin = performance.now();
    let [frames, last, worstMs] = [0, begin, 0];
    button("Play")?.click();
    requestAnimationFrame(function turn() {
      const now = performance.now();
      frames++;
      worstMs = Math.max(worstMs, now - last);
      last = now;
      days.add(slider?.getAttribute("data-day") ?? null);
      if (button("Pause") || frames < 5) return requestAnimationFrame(turn);
      observer.disconnect();
      return done({ seconds: (now - begin) / 1000, frames, days: days.size, worstMs, longTasks });
    });
  });
}
