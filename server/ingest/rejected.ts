import { csv } from "../csv.ts";
import type { RejectedRow } from "../store/store.ts";

const COLUMNS = ["line", "field", "code", "detail", "hint", "row"] as const;

/** The rows that were left out of a batch as CSV: a line for each fault, so that a row with two has two. */
export function rejectedCsv(rows: readonly RejectedRow[]): string {
  return csv(
    COLUMNS,
    rows.flatMap(({ line, row, problems }) =>
      problems.map(({ field, code, detail, hint = null }) => ({ line, field, code, detail, hint, row })),
    ),
  );
}
