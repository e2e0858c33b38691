import { BenchmarkError } from "./benchmark.ts";

const IDLE_MS = 1500;
const QUERY = "metric=daily_active_users&platforms=rednote,tiktok&countries=US&sources=illustrative";

export interface Readers {
  /** The 99th of a hundred answers came within so many milliseconds. */
  idle: number;
  busy: number;
}

/** Asks for series one after the other: for a while in peace, then for as long as some work takes. */
export async function whileIngesting({ origin }: { origin: string }, work: () => Promise<unknown>): Promise<Readers> {
  let asked = 0;
  const ask = async () => {
    const begin = performance.now();
    // Another range each time: an answer that is kept costs nothing.
    const from = new Date(Date.UTC(2024, 9, 1 + (asked++ % 120))).toISOString().slice(0, 10);
    const response = await fetch(`${origin}/api/v1/series?${QUERY}&from=${from}&to=2025-06-30`);
    await response.arrayBuffer();
    if (!response.ok) throw new BenchmarkError(`/api/v1/series answers ${response.status}.`);
    return performance.now() - begin;
  };
  const times = async (goOn: () => boolean) => {
    const found: number[] = [];
    while (goOn()) {
      found.push(await ask());
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return found;
  };
  const end = performance.now() + IDLE_MS;
  const idle = await times(() => performance.now() < end);
  let busyNow = true;
  const [busy] = await Promise.all([
    times(() => busyNow),
    work().finally(() => {
      busyNow = false;
    }),
  ]);
  return { idle: p99(idle), busy: p99(busy) };
}

function p99(times: number[]): number {
  if (times.length < 20) throw new BenchmarkError("There were too few answers to say anything.");
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] as number;
}
