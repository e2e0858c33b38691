import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import autocannon from "autocannon";
import { BenchmarkError } from "./benchmark.ts";
import { root } from "./program.ts";

/** Connections that ask at the same time. */
const CONNECTIONS = 16;

/**
 * How often is looked whether all was answered. Unless told, Autocannon looks once a second: what took 1.3 s would count
 * as 2.
 */
const LOOK_MS = 10;

/** Answers of one kind while they were asked for as fast as they came. */
export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

interface Ask {
  url: string;
  seconds: number;
  headers?: Record<string, string>;
  /** The status that each answer must have. */
  status?: number;
}

/** Asks one address for some seconds, as fast as answers come. */
export async function load({ url, seconds, headers = {}, status = 200 }: Ask): Promise<Load> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  return checked(result, status, url);
}

/** Asks each of many addresses once, as fast as answers come. */
export async function loadOnce(origin: string, paths: readonly string[], headers: Record<string, string> = {}): Promise<Load> {
  const each = Math.floor(paths.length / CONNECTIONS);
  let next = 0;
  const begin = performance.now();
  const result = await autocannon({
    url: origin,
    headers,
    connections: CONNECTIONS,
    amount: each * CONNECTIONS,
    sampleInt: LOOK_MS,
    setupClient: (client) => {
      const own = paths.slice(next, next + each);
      next += each;
      client.setRequests(own.map((path) => ({ method: "GET", path, headers })));
    },
  });
  // Autocannon's own average is of whole seconds, and they may all be answered in less than one.
  const seconds = (performance.now() - begin) / 1000;
  return { ...checked(result, 200, origin), perSecond: result.requests.total / seconds };
}

/** Asks a few times a second, each time another address, until it is told to stop. */
export function ask(origin: string, paths: readonly string[], perSecond: number): { stop: () => Promise<number[]> } {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  let next = 0;
  const one = async () => {
    const path = paths[next++ % paths.length] as string;
    const begin = performance.now();
    const response = await fetch(origin + path);
    await response.arrayBuffer();
    if (!response.ok) throw new BenchmarkError(`${path} answers ${response.status}.`);
    times.push(performance.now() - begin);
  };
  const timer = setInterval(() => {
    const answer = one();
    // Told by `stop`: until then nobody waits for it.
    answer.catch(() => {});
    asked.push(answer);
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(asked);
      return times;
    },
  };
}

/** The value below which 99 of 100 are. */
export function p99(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new BenchmarkError("Nothing was measured.");
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] as number;
}

function checked({ requests, latency, statusCodeStats, errors, timeouts }: autocannon.Result, status: number, url: string): Load {
  const others = Object.keys(statusCodeStats ?? {}).filter((code) => code !== String(status));
  if (errors + timeouts > 0 || others.length > 0)
    throw new BenchmarkError(`${url} answered ${others.join(", ") || "nothing"} now and then, not ${status}; ${errors} errors.`);
  return { perSecond: requests.average, p99: latency.p99 };
}

const HELLO = `
import { serve } from "@hono/node-server";
import { Hono } from "hono";
const app = new Hono();
app.get("/", (c) => c.text("Hello Hono!"));
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(port));
`;

/** Hono's own first example, in a process of its own, while some work is done with it. */
export async function withHello<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", HELLO], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  try {
    return await work(`http://127.0.0.1:${await firstLine(child)}/`);
  } finally {
    child.kill();
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new BenchmarkError("Hono's hello says nothing.");
  for await (const line of createInterface(child.stdout)) return line;
  throw new BenchmarkError("Hono's hello did not start.");
}
