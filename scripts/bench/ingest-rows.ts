import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dayOf, numberOf } from "../../data/model/day.ts";

/** What a provider of many numbers sends: every day of every series, day by day. */
export interface Shape {
  rows: number;
  platforms: readonly string[];
  countries: readonly string[];
  metrics: readonly string[];
}

const PLATFORMS = ["rednote", "tiktok", "lemon8", "capcut", "clapper", "facebook", "flip", "likee", "skylight", "youtube"];
const METRICS = ["signups", "downloads", "daily_active_users", "session_minutes", "posts", "app_store_rank"];
const FIRST = numberOf("2022-01-01");

/** Three years of 10 platforms, 15 countries and 6 metrics. */
export function aMillion(countries: readonly string[]): Shape {
  return { rows: 1_000_000, platforms: PLATFORMS, countries: countries.slice(0, 15), metrics: METRICS };
}

/** The same years of ten times as many countries. */
export function tenMillion(countries: readonly string[]): Shape {
  return { rows: 10_000_000, platforms: PLATFORMS, countries: countries.slice(0, 150), metrics: METRICS };
}

/** Days that a shape has; the last one may be cut off. */
export function daysOf({ rows, platforms, countries, metrics }: Shape): { from: number; to: number } {
  return { from: FIRST, to: FIRST + Math.ceil(rows / (platforms.length * countries.length * metrics.length)) - 1 };
}

/**
 * The file of a shape: always the same bytes.
 *
 * @param restated one of how many rows, here and there, has another value than without; 0 for none
 */
export async function* linesOf({ rows, platforms, countries, metrics }: Shape, restated = 0): AsyncGenerator<Buffer> {
  yield Buffer.from("date,platform,country,metric,value\n");
  let [row, state] = [0, 1];
  for (let day = FIRST; row < rows; day++) {
    const date = dayOf(day);
    const lines: string[] = [];
    for (const platform of platforms)
      for (const country of countries)
        for (const metric of metrics) {
          if (row++ >= rows) continue;
          state = (state * 48_271) % 2_147_483_647;
          const more = restated > 0 && state % restated === 0 ? 1 : 0;
          lines.push(`${date},${platform},${country},${metric},${valueText(metric, state, more)}\n`);
        }
    yield Buffer.from(lines.join(""));
  }
}

export async function writeFile(path: string, shape: Shape, restated = 0): Promise<void> {
  await pipeline(Readable.from(linesOf(shape, restated)), createWriteStream(path));
}

function valueText(metric: string, random: number, more: number): string {
  if (metric === "session_minutes") return ((random % 900) / 10 + 1 + more).toFixed(1);
  return String((metric === "app_store_rank" ? 1 + (random % 200) : random % 5_000_000) + more);
}
