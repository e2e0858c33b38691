import { expect, it } from "vitest";
import type { Snapshot } from "../../data/model/snapshot.ts";
import { origin, REFERENCE, snapshot } from "./store.fixture.ts";
import type { Change, OpenBatch, Store } from "./store.ts";

/** What every engine does with the rows that a batch leaves out. */
export function describeRejected(current: () => Store): void {
  it("keeps the rows that were left out of a batch", () => {
    const left = [
      {
        line: 3,
        row: '2025-01-13,"red, note",US,signups,5',
        problems: [{ line: 3, field: "platform", code: "unknown_platform", detail: "No." }],
      },
      { line: 3, row: "7", problems: [] },
    ];
    const begin = current().open(origin());
    begin.put(REFERENCE);
    begin.commit();
    const leaving = (snapshots: Snapshot[], end: (batch: OpenBatch) => Change) => {
      const batch = current().open(origin());
      batch.add(snapshots);
      batch.reject(left);
      return end(batch).batch;
    };
    expect(leaving([snapshot("2025-01-13", 5)], (batch) => batch.preview())).toBe(null);
    expect(current().rejected(2)).toEqual([]);
    expect(leaving([snapshot("2025-01-13", 5)], (batch) => batch.commit())).toBe(2);
    expect(leaving([snapshot("2025-01-13", 5)], (batch) => batch.commit())).toBe(null);
    expect([1, 2, 3].map((batch) => current().rejected(batch))).toEqual([[], left, []]);
  });
}
