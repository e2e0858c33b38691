import { dayOf, numberOf } from "../../data/model/day.ts";
import { defaultView, encodeView } from "../../data/model/view.ts";
import { type Benchmark, BenchmarkError, median } from "./benchmark.ts";
import { residentPeak } from "./memory.ts";
import { ask, p99 } from "./serve-load.ts";
import { prepared, withDatabase, withServer } from "./served.ts";

const ROUNDS = 9;
const SERVERS = 5;
const AT_ONCE = 200;
const ASKED_PER_SECOND = 100;
const IDLE_SECONDS = 4;
const FIRST = numberOf("2024-10-01");

/** Images of 200 views, none of them asked for before. */
export const image: Benchmark = {
  name: "image",
  about: `a chart as PNG, cold and kept; ${AT_ONCE} at once: memory, and what else is answered meanwhile`,
  run: async () => {
    await prepared();
    return withDatabase(async (database) => {
      const settings = { SURGE_ADDRESS_RATE: "0" };
      // The first start loads the sample.
      await withServer(database, async () => {}, false, settings);
      const firsts: number[] = [];
      while (firsts.length < SERVERS)
        firsts.push(await withServer(database, ({ origin }) => timed(`${origin}${path(0)}`), false, settings));
      return withServer(
        database,
        async ({ origin, pid }) => {
          const before = residentPeak(pid);
          await timed(`${origin}${path(0)}`);
          const cold: number[] = [];
          for (let round = 1; round <= ROUNDS; round++) cold.push(await timed(`${origin}${path(round)}`));
          const kept: number[] = [];
          for (let round = 1; round <= ROUNDS * 5; round++) kept.push(await timed(`${origin}${path(1 + (round % ROUNDS))}`));
          const idle = p99(await beside(origin, () => new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000))));
          const statuses = new Map<number, number>();
          let unsaid = 0;
          const begin = performance.now();
          const times = await beside(origin, async () => {
            await Promise.all(
              Array.from({ length: AT_ONCE }, async (_, index) => {
                const response = await fetch(`${origin}${path(100 + index)}`);
                await response.arrayBuffer();
                statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
                if (response.status === 503 && response.headers.get("Retry-After") === null) unsaid++;
              }),
            );
          });
          const seconds = (performance.now() - begin) / 1000;
          if ([...statuses.keys()].some((status) => status !== 200 && status !== 503) || unsaid > 0)
            throw new BenchmarkError(`Answers were ${[...statuses].map(([status, count]) => `${count} x ${status}`).join(", ")}.`);
          return {
            measures: [
              { name: "before_rss_mb", words: "peak memory before any image", value: before, unit: "MB", limit: 200 },
              {
                name: "first_ms",
                words: `the first image of a server, with the start of its thread, median of ${SERVERS}`,
                value: median(firsts),
                unit: "ms",
                limit: 500,
              },
              {
                name: "cold_ms",
                words: `an image that nobody asked for before, median of ${ROUNDS}`,
                value: median(cold),
                unit: "ms",
                limit: 500,
              },
              { name: "kept_ms", words: "one that was asked for before", value: median(kept), unit: "ms", limit: 5 },
              { name: "api_p99_idle_ms", words: "p99 of GET /series, idle", value: idle, unit: "ms" },
              {
                name: "api_p99_ms",
                words: `p99 of GET /series while ${AT_ONCE} are asked for at once`,
                value: p99(times),
                unit: "ms",
                limit: Math.round(Math.max(50, 5 * idle)),
              },
              { name: "peak_rss_mb", words: "peak memory after them", value: residentPeak(pid), unit: "MB", limit: 400 },
            ],
            details: [
              {
                title: `${AT_ONCE} images at once`,
                head: ["drawn", "sent away for a while", "seconds"],
                rows: [[statuses.get(200) ?? 0, statuses.get(503) ?? 0, seconds.toFixed(1)]],
              },
            ],
          };
        },
        false,
        settings,
      );
    });
  },
};

/** The image of other days each time, as link previews ask for it. */
function path(index: number): string {
  const range = { from: dayOf(FIRST + (index % 100)), to: dayOf(FIRST + 150 + Math.floor(index / 100) * 7) };
  const view = { ...defaultView(), range, sources: ["model-press", "model-blog", "illustrative"] };
  return `/chart.png?${encodeView(view)}&width=1200&height=630`;
}

/** Milliseconds until an answer is there. */
async function timed(url: string): Promise<number> {
  const begin = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new BenchmarkError(`${url} answers ${response.status}.`);
  return performance.now() - begin;
}

/** Milliseconds of answers of the API while some work is done. */
async function beside(origin: string, work: () => Promise<unknown>): Promise<number[]> {
  const paths = Array.from({ length: 100 }, (_, day) => {
    const range = { from: dayOf(FIRST + day), to: dayOf(FIRST + day + 60) };
    return `/api/v1/series?${encodeView({ ...defaultView(), range })}`;
  });
  const asking = ask(origin, paths, ASKED_PER_SECOND);
  await work();
  return asking.stop();
}
