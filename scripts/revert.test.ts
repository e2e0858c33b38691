import { describe, expect, it } from "vitest";
import { EVERYTHING, origin, REFERENCE, snapshot } from "../server/store/store.fixture.ts";
import { ask, desk } from "./command/command.fixture.ts";
import { main } from "./revert.ts";

const at = desk();

/** Batch 1 is the reference; batch 2 has two days; batch 3 revises one of them. */
function fill(): void {
  ask(at, (store) => {
    for (const days of [[], [snapshot("2025-01-13", 5), snapshot("2025-01-14", 5)], [snapshot("2025-01-13", 6)]]) {
      const batch = store.open(origin());
      batch.put(REFERENCE);
      batch.add(days);
      batch.commit();
    }
  });
}

const values = () => ask(at, (store) => store.series(EVERYTHING).map((series) => series.values));

describe("npm run revert", () => {
  it("undoes a batch, and says so", async () => {
    fill();
    expect(await main(["3"])).toBe(0);
    expect([at.out, at.err]).toEqual(["Batch 4 undoes batch 3: 1 value as before, 0 withdrawn.\n", ""]);
    expect(values()).toEqual([[5, 5]]);
  });

  it("refuses what later batches changed, names them, and takes --keep-later", async () => {
    fill();
    expect(await main(["2"])).toBe(1);
    expect(at.err).toContain("batch 3 (test.csv): 1\n");
    expect(values()).toEqual([[6, 5]]);
    expect(await main(["2", "--keep-later"])).toBe(0);
    expect(at.out).toBe("Batch 4 undoes batch 2: 0 values as before, 1 withdrawn, 1 left as later batches set them.\n");
    expect(values()).toEqual([[6]]);
  });

  it("prints one JSON value where that is asked for, undone or not", async () => {
    fill();
    expect(await main(["2", "--json"])).toBe(1);
    expect(JSON.parse(at.out)).toMatchObject({
      reverted: null,
      conflicts: { values: 1, batches: [{ batch: 3, name: "test.csv", changes: 1 }] },
    });
    at.out = "";
    expect(await main(["3", "--json"])).toBe(0);
    expect(JSON.parse(at.out)).toEqual({ reverted: 3, batch: 4, vintage: 4, restored: 1, retracted: 0, entries: 0, left: 0 });
    expect(at.err).toBe("");
  });

  it("writes nothing in a dry run", async () => {
    fill();
    expect(await main(["3", "--dry-run"])).toBe(0);
    expect(at.out).toContain("Nothing was written. The newest batch is 3.");
    expect(values()).toEqual([[6, 5]]);
  });

  it("makes no database where there is none", async () => {
    expect(await main(["3"])).toBe(1);
    expect(at.err).toMatch(/^There is no database at .*surge\.sqlite\./);
  });

  it.each([[[]], [["seven"]], [["0"]], [["1", "2"]], [["1", "--force"]]])("does nothing for %j and answers 2", async (argv) => {
    expect(await main(argv)).toBe(2);
    expect(at.out).toBe("");
    expect(at.err).toContain("npm run revert -- BATCH");
  });
});
