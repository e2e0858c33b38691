import type { Browser, CDPSession, Page } from "playwright-core";
import { DEFAULT_SOURCE } from "../../data/model/slug.ts";
import { defaultView, encodeView, type View } from "../../data/model/view.ts";
import { type Benchmark, BenchmarkError, type Details, type Measure, median } from "./benchmark.ts";
import { withBrowser } from "./chromium.ts";
import { prepared, withDatabase, withServer } from "./served.ts";
import { ingestLoad, type Load } from "./snapshots.ts";

/** Eight series over a year: what the limit is about. */
const YEAR: Load = {
  platforms: ["rednote", "tiktok"],
  countries: ["US", "GB", "DE", "FR"],
  from: "2024-07-01",
  days: 365,
};

/** What the illustrative source ships at most: how it goes on from there. */
const MANY: Load = {
  platforms: ["rednote", "tiktok"],
  countries: "US,CA,GB,IE,DE,FR,ES,IT,NL,PL,SE,BR,MX,IN,ID,JP,KR,AU,NZ,ZA".split(","),
  from: "2024-10-01",
  days: 273,
};

/** The same days of fewer series. */
const FEW: Load = { ...MANY, countries: ["US", "CA"] };

/** A change of the range, as a person makes it. Finding the place for it is no part of what it costs. */
interface Change {
  name: string;
  aim: (page: Page) => Promise<() => Promise<void>>;
}

/** What one change costs the page's main thread, in milliseconds. */
interface Cost {
  change: string;
  days: number;
  /** Scripting until the second frame after the change. */
  scripting: number;
  /** Scripting until the page rests: with the tables below the chart. */
  resting: number;
  /** Everything until the page rests: scripting, style, layout, paint. */
  task: number;
}

interface Case {
  name: string;
  title: string;
  load?: Load;
  view: View;
  changes: readonly Change[];
  limit?: number;
}

/** Changes that leave all but a few days of a year in view, so that none is cheaper than what the limit speaks of. */
const OF_A_YEAR: readonly Change[] = [
  press("First day", "ArrowRight", "first day, one later"),
  press("Last day", "ArrowLeft", "last day, one earlier"),
  press("Shown days", "ArrowRight", "window, one day on"),
  press("Shown days", "Shift+ArrowLeft", "window, a week back"),
  preset("All"),
  history("back"),
  history("forward"),
  press("First day", "Shift+ArrowRight", "first day, a week later"),
  press("Last day", "Shift+ArrowLeft", "last day, a week earlier"),
  preset("All"),
];

const OF_A_MONTH: readonly Change[] = [
  preset("Surge week"),
  preset("Month around"),
  press("Shown days", "ArrowRight", "window, one day on"),
  press("First day", "Shift+ArrowRight", "first day, a week later"),
  press("Last day", "ArrowLeft", "last day, one earlier"),
  preset("All"),
  history("back"),
  history("forward"),
  preset("Since the law"),
  preset("Month around"),
];

const CASES: readonly Case[] = [
  {
    name: "year_8_series",
    title: "8 series x 365 days",
    load: YEAR,
    view: { ...defaultView(), range: "all", countries: [...YEAR.countries], sources: [DEFAULT_SOURCE] },
    changes: OF_A_YEAR,
    limit: 60,
  },
  { name: "default_view", title: "the default view", view: defaultView(), changes: OF_A_MONTH },
  {
    name: "many_40_series",
    title: "40 series x 273 days",
    load: MANY,
    view: { ...defaultView(), range: "all", countries: [...MANY.countries], sources: [DEFAULT_SOURCE] },
    changes: OF_A_YEAR,
    limit: 100,
  },
  {
    name: "few_4_series",
    title: "4 series x 273 days",
    load: FEW,
    view: { ...defaultView(), range: "all", countries: [...FEW.countries], sources: [DEFAULT_SOURCE] },
    changes: OF_A_YEAR,
  },
  {
    name: "many_40_series_surge",
    title: "40 series x 273 days with their surges",
    load: MANY,
    view: { ...defaultView(), range: "all", countries: [...MANY.countries], sources: [DEFAULT_SOURCE], surge: true },
    changes: OF_A_YEAR,
    limit: 100,
  },
  {
    name: "many_40_series_change",
    title: "40 series x 273 days as changes from the week before",
    load: MANY,
    view: { ...defaultView(), range: "all", countries: [...MANY.countries], sources: [DEFAULT_SOURCE], measure: "weekchange" },
    changes: OF_A_YEAR,
    limit: 100,
  },
  {
    name: "small_40_series_surge",
    title: "40 series x 273 days in 20 small charts, with their surges",
    load: MANY,
    view: { ...defaultView(), range: "all", countries: [...MANY.countries], sources: [DEFAULT_SOURCE], layout: "countries", surge: true },
    changes: OF_A_YEAR,
    limit: 100,
  },
];

/** Lines of the one chart, and of small ones. */
const LINES = "[data-chart] :is(path.recharts-line-curve, path[data-line])";

export const repaint: Benchmark = {
  name: "repaint",
  about: "scripting after a change of the date range, in headless Chromium (processor time of the page's thread)",
  run: async () => {
    await prepared();
    const measures: Measure[] = [];
    const details: Details[] = [];
    await withBrowser(async (browser) => {
      for (const one of CASES) {
        const costs = await withDatabase(async (database) => {
          // Once for the reference, beside which the load is read.
          await withServer(database, async () => {});
          if (one.load) await ingestLoad(database, one.load);
          return withServer(database, ({ origin }) => costsOf(browser, origin, one));
        });
        measures.push(...measuresOf(one, costs));
        details.push({
          title: one.title,
          head: ["change", "days", "scripting ms", "until it rests ms", "all tasks ms"],
          rows: costs.map(({ change, days, scripting, resting, task }) => [change, days, round(scripting), round(resting), round(task)]),
        });
      }
    });
    return { measures, details };
  },
};

function measuresOf({ name, title, limit }: Case, costs: readonly Cost[]): Measure[] {
  const middle = (pick: (cost: Cost) => number) => Number(median(costs.map(pick)).toFixed(1));
  const of = `median of ${costs.length}`;
  return [
    { name: `${name}_scripting_ms`, words: `${title}: scripting, ${of}`, value: middle((one) => one.scripting), unit: "ms", limit },
    { name: `${name}_resting_ms`, words: `${title}: scripting until it rests`, value: middle((one) => one.resting), unit: "ms" },
    { name: `${name}_task_ms`, words: `${title}: all tasks until it rests`, value: middle((one) => one.task), unit: "ms" },
  ];
}

async function costsOf(browser: Browser, origin: string, { view, changes, title }: Case): Promise<Cost[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/growth?${encodeView(view)}`);
    await page.locator("[data-chart] svg").first().waitFor();
    await page.getByRole("heading", { name: "The same in numbers" }).waitFor();
    const drawn = await page.locator(LINES).count();
    if (drawn === 0) throw new BenchmarkError(`${title}: the chart has no line.`);
    const session = await context.newCDPSession(page);
    // What the page's own thread took of a processor: waiting for one that others use is no part of a repaint.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    // The parts that come when the page has rested for some seconds are no part of any change.
    await page.waitForTimeout(5000);
    const costs: Cost[] = [];
    for (const change of changes) costs.push(await costOf(page, session, change));
    return costs;
  } finally {
    await context.close();
  }
}

async function costOf(page: Page, session: CDPSession, { name, aim }: Change): Promise<Cost> {
  const pictureBefore = await linesOf(page);
  const make = await aim(page);
  // A brush that moves again at once is one step of the history: here each change is one of its own.
  await page.waitForTimeout(1600);
  const before = await metrics(session);
  await make();
  await twoFrames(page);
  const after = await metrics(session);
  await page.waitForTimeout(600);
  const rest = await metrics(session);
  if ((await linesOf(page)) === pictureBefore) throw new BenchmarkError(`\`${name}\` changed nothing in the picture.`);
  return {
    change: name,
    days: await shownDays(page),
    scripting: after.script - before.script,
    resting: rest.script - before.script,
    task: rest.task - before.task,
  };
}

/** What the page has spent since it was opened, in milliseconds. */
async function metrics(session: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics: all } = await session.send("Performance.getMetrics");
  const of = (name: string) => {
    const found = all.find((metric) => metric.name === name);
    if (found === undefined) throw new BenchmarkError(`This Chromium does not measure ${name}.`);
    return found.value * 1000;
  };
  return { script: of("ScriptDuration"), task: of("TaskDuration") };
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function linesOf(page: Page): Promise<string> {
  return page.locator(LINES).evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join("\n"));
}

async function shownDays(page: Page): Promise<number> {
  const window = page.getByRole("slider", { name: "Shown days" });
  const [first, last] = await Promise.all(
    ["First day", "Last day"].map((name) => page.getByRole("slider", { name }).getAttribute("aria-valuenow")),
  );
  if ((await window.count()) !== 1) throw new BenchmarkError("There is no brush under the chart.");
  return Number(last) - Number(first) + 1;
}

function press(slider: string, key: string, name: string): Change {
  return {
    name,
    aim: async (page) => {
      await page.getByRole("slider", { name: slider }).focus();
      return () => page.keyboard.press(key);
    },
  };
}

function preset(name: string): Change {
  return {
    name: `preset ${name}`,
    aim: async (page) => {
      const button = page.locator("main").getByRole("button", { name, exact: true });
      await button.hover();
      const box = await button.boundingBox();
      if (!box) throw new BenchmarkError(`There is no preset \`${name}\`.`);
      return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
  };
}

function history(way: "back" | "forward"): Change {
  const step = (go: "back" | "forward") =>
    new Promise<void>((done) => {
      addEventListener("popstate", () => done(), { once: true });
      window.history[go]();
    });
  return { name: `history, ${way}`, aim: async (page) => () => page.evaluate(step, way) };
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}
