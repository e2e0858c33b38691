import { CommandError } from "../command/command.ts";

/** One measured number. Its name is what `--json` calls it. */
export interface Measure {
  name: string;
  /** The same for a reader. */
  words: string;
  value: number;
  /** `x` is how many times what it is compared with, `/s` how many a second. */
  unit: "ms" | "s" | "kB" | "MB" | "x" | "%" | "/s";
  /** The most that it may be; absent where it is only good to know. */
  limit?: number;
  /** The least that it may be. */
  least?: number;
}

/** What a benchmark measured, one by one. */
export interface Details {
  title: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export interface Outcome {
  measures: readonly Measure[];
  details: readonly Details[];
}

export interface Benchmark {
  name: string;
  /** What it measures, in a line. */
  about: string;
  run: () => Promise<Outcome>;
}

/** Something without which nothing can be measured is not there. The message says what. */
export class BenchmarkError extends CommandError {}

/** Whether a measured number keeps its limits. One without a limit does. */
export function keeps({ value, limit, least }: Pick<Measure, "value" | "limit" | "least">): boolean {
  return (limit === undefined || value <= limit) && (least === undefined || value >= least);
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError("there is no middle of nothing");
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
