import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dayOf, numberOf } from "../../data/model/day.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import { BenchmarkError } from "./benchmark.ts";

const ROWS = 1_000_000;
const DAYS = 20_000;
const FIRST = numberOf("1970-01-01");

/** Sends a file and says what was answered; a process of its own, so that the one that measures is not held up. */
const SENDER = `
import { createReadStream, statSync } from "node:fs";
import { request } from "node:http";
const [url, file, token] = process.argv.slice(1);
const headers = { "Content-Type": "text/csv", Authorization: "Bearer " + token, "Content-Length": statSync(file).size };
const sent = request(url, { method: "POST", headers }, async (response) => {
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  console.log(response.statusCode, text);
});
createReadStream(file).pipe(sent);
`;

/** A file of a million rows, another one each round. */
export async function writeRows(database: string, round: number): Promise<string> {
  const file = join(dirname(database), `rows-${round}.csv`);
  await pipeline(Readable.from(rows(round)), createWriteStream(file));
  return file;
}

function* rows(round: number): Generator<Buffer> {
  yield Buffer.from("date,platform,country,metric,value\n");
  let left = ROWS;
  for (const platform of ["rednote", "tiktok"])
    for (const country of ["FR", "DE", "CA", "AU", "TW"])
      for (const metric of ["signups", "downloads", "posts", "comments", "likes"]) {
        const lines: string[] = [];
        for (let day = 0; day < DAYS && left > 0; day++, left--)
          lines.push(`${dayOf(FIRST + day)},${platform},${country},${metric},${(day * 7919 + round) % 99_991}\n`);
        yield Buffer.from(lines.join(""));
      }
}

/** A token that may ingest, in a database that a server has open. */
export function addToken(database: string): string {
  const token = `surge_${randomBytes(32).toString("base64url")}`;
  const store = openSqliteStore(database);
  try {
    store.createToken({ name: "bench", hash: createHash("sha256").update(token).digest("hex"), created_at: new Date().toISOString() });
  } finally {
    store.close();
  }
  return token;
}

/** Sends a file; answers the seconds until the receipt. */
export async function send(origin: string, file: string, token: string): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, ["--input-type=module", "-e", SENDER, `${origin}/api/v1/snapshots`, file, token], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await once(child, "close");
  const seconds = (performance.now() - begin) / 1000;
  if (!said.startsWith("201 ") || !said.includes(`"rows":${ROWS}`))
    throw new BenchmarkError(`The ingest was answered ${said.slice(0, 300)}`);
  return seconds;
}
