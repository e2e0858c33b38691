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
 * What an ingest answers. The counts of a batch that was taken add up: `rows = inserted + revised + unchanged + retracted`.
 * Of a rejected one (`rejected` above 0) nothing was written, and the others are 0.
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
  rejected: number;
  /** The first 1,000 faults; `rejected` has the full count. */
  errors: Problem[];
  /** Whether these very bytes had been received before and changed nothing now. */
  replayed: boolean;
}
