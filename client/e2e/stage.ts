import { type ChildProcess, type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";

const root = resolve(import.meta.dirname, "../..");

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const smallPhone = { ...phone, viewport: { width: 320, height: 640 } };

/** Where journeys leave pictures to look at. */
const SCREENS = join(root, ".cache/screens");

/** The built server on a port and a database of its own, and a browser. */
export interface Stage {
  origin: string;
  /** Of the server, until it is started anew. */
  pid: number;
  browser: Browser;
  /** Makes a token with the command that people use. */
  token: (name: string, scope?: string) => string;
  /** What a command says of the server's database. */
  command: (...argv: string[]) => string;
  /** A page of a fresh context. What it says on its console, and each breach of its policy, is kept in `faults`. */
  open: (path: string, options?: BrowserContextOptions) => Promise<{ page: Page; faults: string[] }>;
  /** Ends the server, and starts it anew over the same database at the same address. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the product as `npm start` does, on its first run. */
export async function stage(settings: Record<string, string> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "surge-journey-"));
  const environment = { NODE_ENV: "production", PORT: "0", LOG_LEVEL: "warn", SURGE_DATABASE: join(folder, "surge.sqlite"), ...settings };
  let { server, origin } = await started(environment);
  const database = environment.SURGE_DATABASE;
  const browser = await chromium.launch({
    executablePath: process.env.SURGE_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const command = (...argv: string[]) =>
    execFileSync(process.execPath, [join(root, "scripts/run.mjs"), ...argv], {
      cwd: root,
      env: { ...process.env, SURGE_DATABASE: database, LOG_LEVEL: "warn" },
      encoding: "utf8",
    }).trim();
  return {
    origin,
    pid: server.pid as number,
    browser,
    restart: async () => {
      await ended(server);
      ({ server, origin } = await started({ ...environment, PORT: new URL(origin).port }));
    },
    token: (name, scope = "ingest") => command("token", "create", name, "--scope", scope),
    command,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC", ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(origin + path);
      return { page, faults };
    },
    stop: async () => {
      await browser.close();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server, once it says where it is. */
async function started(
  environment: Record<string, string>,
): Promise<{ server: ChildProcessByStdio<null, Readable, null>; origin: string }> {
  const server = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await new Promise<string>((found, failed) => {
    let said = "";
    server.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const address = /RedNote Surge is at (\S+)/.exec(said)?.[1];
      if (address) found(address);
    });
    server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { server, origin };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const end = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  await end;
}

/** The product for the tests of a file: started before the first, with fresh pages for each, stopped after the last. */
export function staged(settings: Record<string, string> = {}): Stage {
  const set = {} as Stage;
  beforeAll(async () => {
    Object.assign(set, await stage(settings));
  });
  afterEach(() => Promise.all(set.browser.contexts().map((context) => context.close())));
  afterAll(() => set.stop());
  return set;
}

/** What the address asks for by a name. */
export const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** Waits until the chart and its tables are drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator("[data-chart] svg").first().waitFor();
  await page.getByRole("heading", { name: "The same in numbers" }).waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
}

/** The path of each line of the chart, and the label of each tick: what two readers must see alike. */
export async function pictureOf(page: Page): Promise<{ lines: string[]; ticks: string[] }> {
  return {
    lines: await page
      .locator("[data-chart] path.recharts-line-curve")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("d") ?? "")),
    ticks: await page.locator("[data-chart] [data-tick]").allTextContents(),
  };
}

/** Keeps a picture of the page for people to look at. */
export async function keep(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage });
}

/** How far what was seen has moved by itself so far; 0 is not at all. What follows an input within half a second is left out. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const one of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!one.hadRecentInput) sum += one.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
}
