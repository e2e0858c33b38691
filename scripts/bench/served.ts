import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentWith } from "../../server/config.ts";
import { BenchmarkError } from "./benchmark.ts";
import { plainScript, root } from "./program.ts";

/** A folder that is gone afterwards, with a place for a database in it. */
export async function withDatabase<Value>(work: (database: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "surge-bench-"));
  try {
    return await work(join(folder, "surge.sqlite"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The built server, as `npm start` makes it, on a port that is free. */
export interface Served {
  origin: string;
  pid: number;
  /** Milliseconds from the command until /readyz answered. */
  readyMs: number;
}

/** Builds what is stale: not part of what is measured. */
export async function prepared(): Promise<void> {
  const { build } = await plainScript<{ build: () => Promise<void> }>("prepare.mjs");
  await build().catch((error: Error) => {
    throw new BenchmarkError(error.message);
  });
}

/** Runs the server while some work is done with it. */
export async function withServer<Value>(
  database: string,
  work: (served: Served) => Promise<Value>,
  byNpm = false,
  settings: Readonly<Record<string, string>> = {},
): Promise<Value> {
  const { npmCommand } = await plainScript<{ npmCommand: (args: string[]) => { command: string; args: string[]; shell: boolean } }>(
    "ground.mjs",
  );
  const { command, args, shell } = byNpm ? npmCommand(["start"]) : { command: process.execPath, args: startArguments(), shell: false };
  const begin = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    shell,
    env: environmentWith({
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "warn",
      SURGE_DATABASE: database,
      SURGE_SAMPLE: "on",
      SURGE_ORIGIN: "",
      ...settings,
    }),
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, so that what npm starts ends with npm.
    detached: process.platform !== "win32",
  });
  try {
    const origin = await originOf(child);
    const ready = await fetch(`${origin}/readyz`);
    const readyMs = performance.now() - begin;
    if (!ready.ok) throw new BenchmarkError(`The server is not ready: ${origin}/readyz answers ${ready.status}.`);
    return await work({ origin, pid: child.pid as number, readyMs });
  } finally {
    await stopped(child);
  }
}

/** What `npm start` gives to Node: the flags decide how much memory is taken. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start
    .split(" ")
    .slice(1)
    .map((argument) => (argument.startsWith("-") ? argument : join(root, argument)));
}

/** What the server says where it listens. */
function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const origin = /RedNote Surge is at (\S+)/.exec(said)?.[1];
      if (origin) resolve(origin);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new BenchmarkError(`The server ended with ${code}: ${said}`)));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "close");
  if (process.platform === "win32") child.kill();
  else process.kill(-child.pid, "SIGTERM");
  await ended;
}
