import { existsSync, readFileSync } from "node:fs";
import { type Day, dayOf, numberOf } from "../../data/model/day.ts";
import { defaultView, encodeView, type View } from "../../data/model/view.ts";
import { type Benchmark, BenchmarkError } from "./benchmark.ts";
import { prepared, withDatabase, withServer } from "./served.ts";

const ADDRESSES = 1000;
const AT_ONCE = 10;
const LIMIT_MB = 200;
const SOURCE = "illustrative";
/** Those for which the sample has most. */
const METRICS = ["daily_active_users", "signups", "downloads", "session_minutes", "posts", "comments"];
const COUNTRIES = "US,GB,FR,DE,CA,AU,TW,SG,SE,PT,PL,PH,NZ,MY,MX,KR,JP,IT,IE,ES,BR".split(",");
const PLATFORMS = ["rednote", "tiktok", "lemon8"];
const FIRST: Day = "2024-10-01";
const LAST: Day = "2025-06-30";

export const memory: Benchmark = {
  name: "memory",
  about: `peak memory of the server after ${ADDRESSES} different addresses of /api/v1/series`,
  run: async () => {
    await prepared();
    return withDatabase(async (database) => {
      // The first start loads the sample; whoever serves for long was started again since.
      const first = await withServer(database, ({ pid }) => Promise.resolve(residentPeak(pid)));
      return withServer(database, async ({ origin, pid }) => {
        const ready = residentPeak(pid);
        const served = await askAll(origin, addresses());
        return {
          measures: [
            { name: "peak_rss_mb", words: `peak after ${ADDRESSES} addresses`, value: residentPeak(pid), unit: "MB", limit: LIMIT_MB },
            { name: "ready_rss_mb", words: "peak when it was ready", value: ready, unit: "MB" },
            { name: "first_start_rss_mb", words: "peak of a first start, which loads the sample", value: first, unit: "MB" },
          ],
          details: [
            {
              title: `Served, ${AT_ONCE} at a time`,
              head: ["addresses", "series", "values", "MB plain", "seconds"],
              rows: [[served.addresses, served.series, served.values, mb(served.bytes), served.seconds.toFixed(1)]],
            },
          ],
        };
      });
    });
  },
};

/** Highest resident memory of a process so far, in MB (a million bytes), as the kernel counts it. */
export function residentPeak(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) throw new BenchmarkError("This system does not say how much memory a process took at most: Linux does.");
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, "utf8"))?.[1];
  if (kib === undefined) throw new BenchmarkError(`${file} has no VmHWM.`);
  return (Number(kib) * 1024) / 1e6;
}

/** Addresses that differ in what they ask, from one series to 63, over all days of the sample or some of them. */
function addresses(): string[] {
  const [first, last] = [numberOf(FIRST), numberOf(LAST)];
  const made = Array.from({ length: ADDRESSES }, (_, index) => {
    const countries = Array.from(
      { length: 1 + (index % COUNTRIES.length) },
      (_, at) => COUNTRIES[(index + at) % COUNTRIES.length] as string,
    );
    const view: View = {
      ...defaultView(),
      metric: METRICS[index % METRICS.length] as string,
      platforms: PLATFORMS.slice(0, 1 + (index % PLATFORMS.length)),
      countries,
      sources: [SOURCE],
      range: { from: dayOf(first + (index % 97)), to: dayOf(last - (index % 89)) },
      interval: index % 4 === 3 ? "week" : "day",
    };
    return `/api/v1/series?${encodeView(view)}`;
  });
  if (new Set(made).size !== ADDRESSES) throw new BenchmarkError("The addresses are not all different.");
  return made;
}

interface Served {
  addresses: number;
  series: number;
  values: number;
  bytes: number;
  seconds: number;
}

async function askAll(origin: string, paths: readonly string[]): Promise<Served> {
  const encodings = ["br", "gzip", "identity"] as const;
  const served: Served = { addresses: 0, series: 0, values: 0, bytes: 0, seconds: 0 };
  const begin = performance.now();
  let next = 0;
  const asker = async () => {
    while (next < paths.length) {
      const index = next++;
      const encoding = encodings[index % encodings.length] as string;
      const response = await fetch(origin + paths[index], { headers: { "Accept-Encoding": encoding } });
      const text = await response.text();
      if (!response.ok) throw new BenchmarkError(`${paths[index]} answers ${response.status}: ${text.slice(0, 200)}`);
      const { series } = JSON.parse(text) as { series: { values: unknown[] }[] };
      served.addresses++;
      served.series += series.length;
      served.values += series.reduce((sum, one) => sum + one.values.length, 0);
      served.bytes += Buffer.byteLength(text);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  served.seconds = (performance.now() - begin) / 1000;
  return served;
}

function mb(bytes: number): number {
  return Number((bytes / 1e6).toFixed(1));
}
