import type { Day } from "./day.ts";
import type { Problem } from "./problem.ts";

/** One value of one metric for one platform, country, topic and source on one day. */
export interface Snapshot {
  date: Day;
  platform: string;
  country: string;
  metric: string;
  topic: string;
  source: string;
  /** In the metric's unit. */
  value: number;
}

/**
 * What an ingest answers. The counts add up: `rows = inserted + revised + unchanged + retracted + rejected`.
 * Of a batch that was rejected as a whole only `rejected` counts, the others are 0: see {@link isRejected}.
 */
export interface Receipt {
  /** Number of the batch; `null` where nothing changed or nothing was written. */
  batch: number | null;
  /** The newest vintage after this ingest. */
  vintage: number;
  /** Values read: one a line of a long file, one a filled cell of a wide one; one where the file cannot be read at all. */
  rows: number;
  inserted: number;
  revised: number;
  unchanged: number;
  retracted: number;
  /** Rows at fault. Above 0 in a batch that was taken only where faulty rows were to be skipped. */
  rejected: number;
  /** The first 1,000 faults; `rejected` has the full count. */
  errors: Problem[];
  /** Whether these very bytes had come before and change nothing now: the other counts are those of that first time. */
  replayed: boolean;
}

/**
 * Whether a batch was rejected as a whole, so that nothing of it was or would be written.
 *
 * @example isRejected(receipt) // true where a row is at fault and faulty rows are not to be skipped
 */
export function isRejected({ rejected, inserted, revised, unchanged, retracted }: Receipt): boolean {
  return rejected > 0 && inserted + revised + unchanged + retracted === 0;
}
