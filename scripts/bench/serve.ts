import { dayOf, numberOf } from "../../data/model/day.ts";
import { defaultView, encodeView } from "../../data/model/view.ts";
import { type Benchmark, BenchmarkError, type Details, type Measure, median } from "./benchmark.ts";
import { residentPeak } from "./memory.ts";
import { addToken, send, writeRows } from "./serve-ingest.ts";
import { ask, type Load, load, loadOnce, p99, withHello } from "./serve-load.ts";
import { prepared, withDatabase, withServer } from "./served.ts";

const ROUNDS = 5;
const SECONDS = 2;
/** Different views in a round: none of them was asked for before. */
const COLD = 4000;
const INGESTS = 3;
const ASKED_PER_SECOND = 200;
const IDLE_SECONDS = 5;

const KINDS = ["plain", "brotli", "unchanged", "cold"] as const;
type Kind = (typeof KINDS)[number];

/** How many times as long as Hono's hello an answer may take: the inverse of 0.75, 0.6, 1 and 0.04 of its rate. */
const LIMITS: Record<Kind, number> = { plain: 1 / 0.75, brotli: 1 / 0.6, unchanged: 1, cold: 1 / 0.04 };

const WORDS: Record<Kind, string> = {
  plain: "a series that was asked for before, plain: time an answer, as many times that of Hono's hello",
  brotli: "the same as brotli",
  unchanged: "the same where the client has it: 304",
  cold: "a view that nobody asked for before",
};

type Round = Record<Kind | "hello", Load>;

export const serve: Benchmark = {
  name: "serve",
  about: "answers a second beside Hono's hello; p99 while a million rows come in; peak memory",
  run: async () => {
    await prepared();
    return withDatabase(async (database) => {
      const settings = { SURGE_ADDRESS_RATE: "1000000000", SURGE_TOKEN_RATE: "0" };
      // The first start loads the sample.
      await withServer(database, async () => {}, false, settings);
      return withServer(
        database,
        async ({ origin, pid }) => {
          const rounds = await withHello((hello) => allRounds(origin, hello));
          const served = residentPeak(pid);
          const beside = await besideIngest(database, origin);
          return {
            measures: [
              ...KINDS.map((kind) => ratioOf(kind, rounds)),
              ...beside.measures,
              { name: "peak_rss_mb", words: "peak memory after all answers", value: served, unit: "MB" },
              { name: "peak_ingest_rss_mb", words: "peak memory after the ingests too", value: residentPeak(pid), unit: "MB" },
            ],
            details: [
              {
                title: `Answers a second, 16 connections, medians of ${ROUNDS} rounds of ${SECONDS} s`,
                head: ["", "a second", "of hello's", "p99"],
                rows: (["hello", ...KINDS] as const).map((kind) => [
                  kind,
                  Math.round(median(rounds.map((round) => round[kind].perSecond))),
                  median(rounds.map((round) => round[kind].perSecond / round.hello.perSecond)).toFixed(2),
                  `${median(rounds.map((round) => round[kind].p99)).toFixed(1)} ms`,
                ]),
              },
              ...beside.details,
            ],
          };
        },
        false,
        settings,
      );
    });
  },
};

async function allRounds(origin: string, hello: string): Promise<Round[]> {
  const path = `/api/v1/series?${encodeView(defaultView())}`;
  const url = origin + path;
  const etag = (await fetch(url, { headers: { "Accept-Encoding": "identity" } })).headers.get("ETag");
  if (etag === null) throw new BenchmarkError(`${path} carries no tag.`);
  // Warm, as a server is that runs for long.
  for (const one of [hello, url]) await load({ url: one, seconds: SECONDS });
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      hello: await load({ url: hello, seconds: SECONDS }),
      plain: await load({ url, seconds: SECONDS }),
      brotli: await load({ url, seconds: SECONDS, headers: { "Accept-Encoding": "br" } }),
      unchanged: await load({ url, seconds: SECONDS, headers: { "If-None-Match": etag }, status: 304 }),
      cold: await loadOnce(origin, coldPaths(round * COLD, COLD)),
    });
  return rounds;
}

/** Views like the default one, with other days: 30 to 150 of those that the sample has. */
function coldPaths(from: number, count: number): string[] {
  const first = numberOf("2024-10-01");
  return Array.from({ length: count }, (_, index) => {
    const start = first + ((from + index) % 170);
    // Short and long ones in turn, each once.
    const days = 30 + ((Math.floor((from + index) / 170) * 37) % 121);
    return `/api/v1/series?${encodeView({ ...defaultView(), range: { from: dayOf(start), to: dayOf(start + days - 1) } })}`;
  });
}

function ratioOf(kind: Kind, rounds: readonly Round[]): Measure {
  const value = median(rounds.map((round) => round.hello.perSecond / round[kind].perSecond));
  return { name: `${kind}_of_hello`, words: WORDS[kind], value, unit: "x", limit: Number(LIMITS[kind].toFixed(2)) };
}

/** How long an answer takes while a million rows come in, and while nothing does. */
async function besideIngest(database: string, origin: string): Promise<{ measures: Measure[]; details: Details[] }> {
  const token = addToken(database);
  const paths = coldPaths(ROUNDS * COLD, 400);
  const idly = ask(origin, paths, ASKED_PER_SECOND);
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const idle = p99(await idly.stop());
  const times: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < INGESTS; round++) {
    const file = await writeRows(database, round);
    const asking = ask(origin, paths, ASKED_PER_SECOND);
    seconds.push(await send(origin, file, token));
    times.push(...(await asking.stop()));
  }
  const limit = Math.max(50, 5 * idle);
  return {
    measures: [
      { name: "series_p99_idle_ms", words: "p99 of GET /series, idle", value: idle, unit: "ms" },
      { name: "series_p99_ingest_ms", words: "p99 of GET /series while a million rows come in", value: p99(times), unit: "ms", limit },
    ],
    details: [
      {
        title: `${INGESTS} ingests of a million rows over HTTP, ${ASKED_PER_SECOND} answers a second beside them`,
        head: ["ingest", "seconds"],
        rows: seconds.map((one, index) => [index === 0 ? "first" : "all values restated", one.toFixed(1)]),
      },
    ],
  };
}
