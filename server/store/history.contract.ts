import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dayOf, numberOf } from "../../data/model/day.ts";
import { committed, EVERYTHING, FIGURE, REFERENCE, snapshot } from "./store.fixture.ts";
import { BackupError, type OpenBatch, StaleBatchError, type Store, type Terms } from "./store.ts";

/** What every engine can say of a batch long after it, and how it copies all of them. */
export function describeHistory(current: () => Store): void {
  const write = (fill: (batch: OpenBatch) => void, terms?: Terms) => committed(current(), fill, terms);
  const begin = () => write((batch) => batch.put({ ...REFERENCE, figures: [FIGURE] }));

  it("says what a batch changed: how it found each value, and who changed it again", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6), snapshot("2025-01-15", 7)]));
    write((batch) => {
      batch.add([snapshot("2025-01-13", 50), snapshot("2025-01-15", 7), snapshot("2025-01-16", 8)]);
      batch.retract([snapshot("2025-01-14", 0)]);
    });
    write((batch) => batch.add([snapshot("2025-01-16", 80)]));
    write((batch) => batch.add([snapshot("2025-01-16", 800)]));
    const changed = (batch: number) =>
      [...current().changedDays(batch)]
        .flatMap(({ days, old, later }) => days.map((day, at) => [dayOf(day), old[at], later[at]]))
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    expect(changed(1)).toEqual([]);
    expect(changed(2)).toEqual([
      ["2025-01-13", null, 3],
      ["2025-01-14", null, 3],
      ["2025-01-15", null, null],
    ]);
    expect(changed(3)).toEqual([
      ["2025-01-13", 5, null],
      ["2025-01-14", 6, null],
      ["2025-01-16", null, 5],
    ]);
    const { value: _, date, ...series } = snapshot("2025-01-16", 800);
    expect([...current().changedDays(5)]).toEqual([{ ...series, days: [numberOf(date)], old: [80], later: [null] }]);
  });

  it("says which entries a batch changed", () => {
    begin();
    const [before] = REFERENCE.topics;
    write((batch) => {
      batch.put({ topics: [{ id: "all", name: "Everything" }] });
      batch.withdraw({ figures: [FIGURE.id] });
    });
    write((batch) => batch.put({ topics: [{ id: "all", name: "Whatever" }] }));
    expect(current().changedEntries(2)).toEqual([
      { list: "figures", id: FIGURE.id, old: FIGURE, new: null, later: null },
      { list: "topics", id: "all", old: before, new: { id: "all", name: "Everything" }, later: 3 },
    ]);
    expect(current().changedEntries(1)).toContainEqual({ list: "topics", id: "all", old: null, new: before, later: 3 });
  });

  it("writes a batch that is based on a vintage only where that is the newest", () => {
    begin();
    const day = (value: number) => (batch: OpenBatch) => batch.add([snapshot("2025-01-13", value)]);
    expect(write(day(5), { after: 1, waits: false }).batch).toBe(2);
    expect(() => write(day(6), { after: 1 })).toThrow(StaleBatchError);
    expect(() => write(day(6), { after: 1 })).toThrow(/Batch 2 came in the meantime/);
    expect(current().vintage()).toBe(2);
    expect(write(day(6)).batch).toBe(3);
  });

  it("finds nothing wrong with what it wrote itself", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    write((batch) => batch.retract([snapshot("2025-01-13", 5)]));
    expect(current().verify()).toEqual([]);
  });

  it("copies itself into a new file, and overwrites none", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    const before = current().series(EVERYTHING);
    const folder = mkdtempSync(join(tmpdir(), "surge-copy-"));
    try {
      const file = join(folder, "copy");
      writeFileSync(file, "precious");
      expect(() => current().backup(file)).toThrow(BackupError);
      current().backup(join(folder, "other"));
      expect(current().series(EVERYTHING)).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
