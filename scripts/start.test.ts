import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "surge-start-"));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** What `npm start` gives to Node. */
const FLAGS = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts.start as string)
  .split(" ")
  .filter((word) => word.startsWith("--"));

/** A script of ours with a database of its own on a port that is free. */
function run(script: string, args: string[] = [], settings: Record<string, string> = {}, user: { uid?: number } = {}) {
  const env = { PATH: process.env.PATH, PORT: "0", SURGE_SAMPLE: "off", SURGE_DATABASE: join(folder, "surge.sqlite"), ...settings };
  const flags = script === "start.mjs" ? FLAGS : [];
  const child = spawn(process.execPath, [...flags, join(root, "scripts", script), ...args], {
    cwd: root,
    env,
    ...user,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const ended = once(child, "close").then(([code]): Ended => ({ code, ...said }));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const address = /at (http:\S+)\n/.exec(said.out)?.[1];
      if (address) resolve(address);
    });
    child.once("close", () => reject(new Error(`it ended instead of listening: ${said.err}`)));
  });
  // Awaited by those who want it.
  listening.catch(() => {});
  return { child, ended, listening };
}

describe("npm start", { timeout: 120_000 }, () => {
  it("says one line with the address, is ready, and ends in peace when told to", async () => {
    const { child, ended, listening } = run("start.mjs");
    const address = await listening;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${address}/api/v1/catalog`)).json()).toMatchObject({ vintage: 1 });
    expect(await (await fetch(address)).text()).toContain("<title>RedNote Surge</title>");
    child.kill("SIGTERM");
    const { code, out } = await ended;
    expect([code, out]).toEqual([0, `RedNote Surge is at ${address}\n`]);
  });

  it("is ready again within three seconds", async () => {
    const first = run("start.mjs");
    await first.listening;
    first.child.kill("SIGTERM");
    await first.ended;
    const begin = performance.now();
    const address = await run("start.mjs").listening;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it("draws with code that the build compiled; says so at LOG_LEVEL=debug, and draws all the same, where V8 refuses it", async () => {
    const drawn = async (settings: Record<string, string>) => {
      const { child, ended, listening } = run("start.mjs", [], { LOG_LEVEL: "debug", ...settings });
      const response = await fetch(`${await listening}/chart.svg?v=1`);
      expect(response.status).toBe(200);
      const svg = await response.text();
      child.kill("SIGTERM");
      return { svg, compiled: (await ended).err.includes("had to compile") };
    };
    const usual = await drawn({});
    expect(usual.compiled).toBe(false);
    const other = await drawn({ NODE_OPTIONS: "--max-old-space-size=900" });
    expect(other.compiled).toBe(true);
    const plain = (svg: string) => svg.replaceAll(/127\.0\.0\.1:\d+/g, "");
    expect(plain(other.svg)).toBe(plain(usual.svg));
  });

  it("says which port is taken and what to do", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const { port } = holder.address() as { port: number };
    const { code, out, err } = await run("start.mjs", [], { PORT: String(port) }).ended;
    holder.close();
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`Port ${port} is taken`);
    expect(err).toContain(`PORT=${port + 1} npm start`);
    expect(err).not.toContain("    at ");
  });

  it("says that a database may only be read, before it serves it", async () => {
    const first = run("start.mjs");
    await first.listening;
    first.child.kill("SIGTERM");
    await first.ended;
    const file = join(folder, "surge.sqlite");
    chmodSync(folder, 0o777);
    chmodSync(file, 0o444);
    // Root may write whatever it likes.
    const { code, out, err } = await run("start.mjs", [], {}, process.getuid?.() === 0 ? { uid: 65_534 } : {}).ended;
    chmodSync(file, 0o644);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^The database may not be written by this user|surge\.sqlite may not be written by this user/);
    expect(err).not.toContain("    at ");
  });

  it("says which setting is wrong", async () => {
    const { code, err } = await run("start.mjs", [], { SURGE_SAMPLE: "perhaps" }).ended;
    expect([code, err]).toEqual([1, "SURGE_SAMPLE is `perhaps`. It must be on or off.\n"]);
  });
});

describe("a command", { timeout: 120_000 }, () => {
  it("that is none is named, on standard error", async () => {
    const { code, out, err } = await run("run.mjs", ["dance"]).ended;
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("There is no command `dance`.");
  });
});
