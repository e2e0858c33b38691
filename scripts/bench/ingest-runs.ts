import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Receipt } from "../../data/model/snapshot.ts";
import { environmentWith } from "../../server/config.ts";
import { BenchmarkError } from "./benchmark.ts";
import { root } from "./program.ts";

export interface Run {
  seconds: number;
  receipt: Receipt;
  /** Highest resident memory of the process that took the file; `undefined` where the system does not say. */
  peakMb: number | undefined;
}

/** `npm run ingest` without npm: from the start of the process to its end. */
export async function byCommand(file: string, database: string): Promise<Run> {
  const begin = performance.now();
  const child = spawn(process.execPath, [join(root, "scripts/run.mjs"), "ingest", file, "--json"], {
    env: environmentWith({ SURGE_DATABASE: database, SURGE_SAMPLE: "off", NODE_ENV: "production" }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  let peakMb: number | undefined;
  const look = setInterval(() => {
    peakMb = peakOf(child.pid) ?? peakMb;
  }, 20);
  const [code] = await once(child, "close");
  clearInterval(look);
  const seconds = (performance.now() - begin) / 1000;
  if (code !== 0) throw new BenchmarkError(`The command ended with ${code}.`);
  return { seconds, receipt: JSON.parse(out) as Receipt, peakMb };
}

/** One POST of the file to a server that runs: from the request to the receipt. */
export async function overHttp(file: string, { origin, pid }: { origin: string; pid: number }, token: string): Promise<Run> {
  const begin = performance.now();
  const response = await fetch(`${origin}/api/v1/snapshots`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv", "Content-Length": String(statSync(file).size) },
    body: Readable.toWeb(createReadStream(file, { highWaterMark: 256 * 1024 })) as ReadableStream<Uint8Array>,
    duplex: "half",
  } as RequestInit);
  const text = await response.text();
  const seconds = (performance.now() - begin) / 1000;
  if (!response.ok) throw new BenchmarkError(`The server answers ${response.status}: ${text.slice(0, 300)}`);
  return { seconds, receipt: JSON.parse(text) as Receipt, peakMb: peakOf(pid) };
}

function peakOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(file)) return undefined;
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, "utf8"))?.[1];
  return kib === undefined ? undefined : (Number(kib) * 1024) / 1e6;
}
