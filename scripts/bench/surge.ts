import { existsSync, readFileSync } from "node:fs";
import { covered, DISTURBANCES, falseIn, foundIn, knownSeries } from "../../data/analysis/surge.fixture.ts";
import { ACCURACY_SERIES, type SurgeAccuracy } from "../../data/analysis/surge-accuracy.ts";
import { dayOf } from "../../data/model/day.ts";
import { readConfig } from "../../server/config.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { loadReference } from "../../server/reference.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import { type Benchmark, BenchmarkError, type Measure, median } from "./benchmark.ts";
import { prepared, withDatabase, withServer } from "./served.ts";

const PEAKS = [600_000, 1_200_000, 3_100_000];
/** From this size on a surge must be found as exactly as the limits say. */
const LARGE = 1_200_000;
const PLATFORMS = ["rednote", "tiktok", "lemon8", "capcut", "clapper", "facebook", "flip", "likee", "skylight", "youtube"];
const COUNTRIES = 50;
const DAYS = 273;
const ASKED = 9;

/** What is measured of a surge's figures, in words, with the least percent that large ones must reach. */
const FIGURES: readonly [name: Exclude<keyof SurgeAccuracy, "peak">, words: string, least?: number][] = [
  ["found", "found"],
  ["onsetWithinADay", "onset within 1 day", 95],
  ["peakWithinADay", "peak within 1 day", 97],
  ["peakExact", "peak exact", 80],
  ["halfLife", "half-life within 15 %", 95],
  ["retained", "retained at +28 within 5 points", 95],
];

export const surge: Benchmark = {
  name: "surge",
  about: `how well surges of known truth are found, and how fast: ${ACCURACY_SERIES} series of each sort`,
  run: async () => {
    const found = PEAKS.map((peak) => foundIn(peak, ACCURACY_SERIES));
    const falsely = DISTURBANCES.map((disturbance) => [disturbance, falseIn(disturbance, ACCURACY_SERIES)] as const);
    const bands = (["independent", "alike"] as const).map((disturbance) => [disturbance, covered(disturbance, ACCURACY_SERIES)] as const);
    const times = await timesOfMany();
    const measures: Measure[] = [
      ...found.flatMap((one) =>
        one.peak < LARGE
          ? []
          : FIGURES.map(([name, words, least]) => ({
              name: `${name}_${one.peak}`,
              words: `${words}, peak ${million(one.peak)}`,
              value: one[name],
              unit: "%" as const,
              least: least ?? 100,
            })),
      ),
      ...falsely.map(([disturbance, value]) => ({
        name: `false_${disturbance}`,
        words: `false surges, ${disturbance}`,
        value,
        unit: "%" as const,
        limit: 5,
      })),
      ...bands.map(([disturbance, value]) => ({
        name: `band_${disturbance}`,
        words: `days within the band, ${disturbance}`,
        value,
        unit: "%" as const,
        ...(disturbance === "alike" ? { least: 88 } : { least: 92, limit: 97 }),
      })),
      ...timed("cold", `/surges of 500 series x ${DAYS} days, the first that a server is asked`, times.slice(0, 1)),
      ...timed("p50", `the same, median of ${ASKED} that nobody asked before`, times, 300),
    ];
    return {
      measures,
      details: [
        {
          title: `Percent of ${ACCURACY_SERIES} series each`,
          head: ["excess at the peak", ...PEAKS.map(million)],
          rows: FIGURES.map(([name, words]) => [words, ...found.map((one) => one[name].toFixed(1))]),
        },
      ],
    };
  },
};

function timed(name: string, words: string, times: readonly Time[], limit?: number): Measure[] {
  const own = median(times.map((time) => time.ownMs));
  const measures: Measure[] = [
    { name: `${name}_ms`, words, value: median(times.map((time) => time.ms)), unit: "ms", ...(limit ? { limit } : {}) },
  ];
  if (!Number.isNaN(own)) measures.push({ name: `${name}_own_ms`, words: "  of it the server's thread at work", value: own, unit: "ms" });
  return measures;
}

function million(value: number): string {
  return `${value / 1e6}M`;
}

interface Time {
  ms: number;
  ownMs: number;
}

/** What the server's thread has had of a processor, in milliseconds: that of others does not count. NaN where no system tells. */
function ownMs(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : Number.NaN;
}

/** One answer each, by a server of its own: the first one, then others of the same size. */
async function timesOfMany(): Promise<Time[]> {
  await prepared();
  return withDatabase(async (database) => {
    const countries = await loadMany(database);
    return withServer(database, async ({ origin, pid }) => {
      const times: Time[] = [];
      for (let turn = 0; turn < ASKED; turn++) {
        // Another order is another address: no answer that is kept.
        const turned = [...countries.slice(turn), ...countries.slice(0, turn)].join(",");
        const begin = { ms: performance.now(), ownMs: ownMs(pid) };
        const answer = await fetch(`${origin}/api/v1/surges?metric=signups&platforms=${PLATFORMS.join(",")}&countries=${turned}`);
        const { surges } = (await answer.json()) as { surges?: { found: boolean }[] };
        times.push({ ms: performance.now() - begin.ms, ownMs: ownMs(pid) - begin.ownMs });
        const many = PLATFORMS.length * COUNTRIES;
        if (surges?.length !== many) throw new BenchmarkError(`${many} surges were expected; there are ${surges?.length}.`);
      }
      return times;
    });
  });
}

/** Puts 500 series of known truth into a database, each with a surge, and answers their countries. */
async function loadMany(database: string): Promise<string[]> {
  const store = openSqliteStore(database);
  try {
    await loadReference(store, { dataFolder: readConfig({}).dataFolder, sample: false, now: () => new Date() });
    const countries = store
      .catalog()
      .countries.map(({ id }) => id)
      .slice(0, COUNTRIES);
    const origin = { channel: "file", name: "bench.csv", received_at: new Date().toISOString() } as const;
    const { errors, batch } = await ingest({ store, stream: linesOf(countries), format: "csv", origin });
    if (batch === null) throw new BenchmarkError(`The rows were not taken: ${errors[0]?.detail}`);
    return countries;
  } finally {
    store.close();
  }
}

async function* linesOf(countries: readonly string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("date,platform,country,metric,value\n");
  for (const [p, platform] of PLATFORMS.entries())
    for (const [c, country] of countries.entries()) {
      const { days, values } = knownSeries(p * COUNTRIES + c, PEAKS[c % PEAKS.length] as number, "independent", DAYS);
      const rows = days.map((day, index) => `${dayOf(day)},${platform},${country},signups,${Math.round(values[index] as number)}\n`);
      yield encoder.encode(rows.join(""));
    }
}
