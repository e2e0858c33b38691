import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { committed, REFERENCE } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { MOST_KEPT } from "./faults.ts";
import { LONG, NOTHING, type Sent, signupsIn, taken } from "./ingest.fixture.ts";
import { UnpackedTooLargeError } from "./packing.ts";
import { rejectedCsv } from "./rejected.ts";

let store: Store;

beforeEach(() => {
  store = openSqliteStore(":memory:");
  committed(store, (batch) => batch.put(REFERENCE));
});

afterEach(() => store.close());

const take = (...sent: Sent) => taken(store, ...sent);

const signups = (vintage?: number) => signupsIn(store, vintage);

describe("a file of which faulty rows are left out", () => {
  const text = `${LONG}2025-01-13,rednote,US,signups,5\n2025-01-14,rednote,UK,signups,"6,5"\n2025-01-15,rednote\n2025-01-16,rednote,US,signups,7\n`;

  it("has the others taken, and those that were left out kept beside the batch", async () => {
    const receipt = await take(text, "csv", { onError: "skip" });
    expect(receipt).toMatchObject({ batch: 2, rows: 4, inserted: 2, rejected: 2, replayed: false });
    expect(receipt.errors.map(({ line, code }) => [line, code])).toEqual([
      [3, "unknown_country"],
      [3, "not_a_number"],
      [4, "too_few_fields"],
    ]);
    expect(signups()).toHaveLength(2);
    expect(store.rejected(2).map(({ line, row, problems }) => [line, row, problems.length])).toEqual([
      [3, '2025-01-14,rednote,UK,signups,"6,5"', 2],
      [4, "2025-01-15,rednote", 1],
    ]);
    expect(rejectedCsv(store.rejected(2)).split("\r\n").slice(0, 2)).toEqual([
      "line,field,code,detail,hint,row",
      '3,country,unknown_country,There is no country UK.,GB,"2025-01-14,rednote,UK,signups,""6,5"""',
    ]);
    expect(await take(text, "csv", { onError: "skip" })).toEqual({ ...receipt, replayed: true });
    expect(store.vintage()).toBe(2);
  });

  it("answers the same when it is dry, and is rejected where no row is right or the file cannot be read to its end", async () => {
    expect(await take(text, "csv", { onError: "skip", dryRun: true })).toMatchObject({ batch: null, rows: 4, inserted: 2, rejected: 2 });
    expect(await take(`${LONG}2025-01-13,vine,US,signups,5\n`, "csv", { onError: "skip" })).toMatchObject({ ...NOTHING, rejected: 1 });
    expect(await take(`${text}2025-01-17,"rednote`, "csv", { onError: "skip" })).toMatchObject({ ...NOTHING, rejected: 3 });
    expect(store.vintage()).toBe(1);
  });

  it("keeps no more rows than it may, and counts all", async () => {
    const rows = Array.from({ length: MOST_KEPT + 500 }, (_, day) => `${dayOf(day)},vine,US,signups,5\n`).join("");
    const receipt = await take(`${LONG}2025-01-13,rednote,US,signups,5\n${rows}`, "csv", { onError: "skip" });
    expect([receipt.batch, receipt.inserted, receipt.rejected, receipt.errors.length]).toEqual([2, 1, MOST_KEPT + 500, 1000]);
    expect(store.rejected(2)).toHaveLength(MOST_KEPT);
  });
});

describe("a blank value", () => {
  it("withdraws the one that is there where it is asked to, and is a fault otherwise", async () => {
    const [csv, json] = [
      `${LONG}2025-01-13,rednote,US,signups,\n2025-01-14,rednote,US,signups,6\n`,
      '[{"date":"2025-01-14","platform":"rednote","country":"US","metric":"signups","value":null}]',
    ];
    await take(`${LONG}2025-01-13,rednote,US,signups,5\n`);
    expect(await take(csv)).toMatchObject({ ...NOTHING, rejected: 1, errors: [{ line: 2, field: "value", code: "blank" }] });
    expect(await take(json, "json")).toMatchObject({ ...NOTHING, rejected: 1, errors: [{ code: "blank" }] });
    expect(await take(csv, "csv", { retract: true })).toMatchObject({ batch: 3, rows: 2, inserted: 1, retracted: 1 });
    expect(signups()).toEqual(["2025-01-14 rednote US all default 6"]);
    expect(await take(json, "json", { retract: true })).toMatchObject({ batch: 4, rows: 1, retracted: 1 });
    expect([signups(2), signups()]).toEqual([["2025-01-13 rednote US all default 5"], []]);
  });

  it("of a wide file means nothing, whatever is asked for", async () => {
    await take(`${LONG}2025-01-13,rednote,US,signups,5\n`);
    const wide = "date,platform,country,signups,downloads\n2025-01-13,rednote,US,,7\n";
    expect(await take(wide, "csv", { retract: true })).toMatchObject({ rows: 1, inserted: 1, retracted: 0 });
    expect(signups()).toHaveLength(1);
  });
});

describe("a packed file", () => {
  const text = `${LONG}2025-01-13,rednote,US,signups,5\n`;

  it("may be packed by brotli", async () => {
    const packed = brotliCompressSync(text);
    expect(await take(packed, "csv", { packing: "br" }, 7)).toMatchObject({ inserted: 1 });
    expect((await take(packed.subarray(0, 20), "csv", { packing: "br" })).errors[0]?.code).toBe("bad_brotli");
    expect((await take(text, "csv", { packing: "br" })).errors[0]?.code).toBe("bad_brotli");
  });

  it("may not grow without end", async () => {
    const rows = LONG + "2025-01-13,vine,US,signups,5\n".repeat(60_000);
    for (const [packing, packed] of [
      ["gzip", gzipSync(rows)],
      ["br", brotliCompressSync(rows)],
    ] as const) {
      let read = 0;
      const onProgress = (progress: { rows: number }) => {
        read = progress.rows;
      };
      const large = take(packed, "csv", { packing, mostUnpacked: 1_000_000, onProgress });
      await expect(large).rejects.toThrow(
        new UnpackedTooLargeError(
          "Unpacked it is larger than 1000000 bytes (SURGE_UNPACKED_BYTES). Nothing was written. Send it in parts.",
        ),
      );
      expect([read > 10_000, read < 40_000]).toEqual([true, true]);
      await expect(take(packed, "csv", { packing, mostTimes: 100, onError: "skip" })).rejects.toThrow("more than 100 times as large");
      expect(read).toBeLessThan(60_000);
      // Nobody sends himself a bomb: the command does not ask how many times as large.
      expect((await take(packed, "csv", { packing })).rejected).toBe(60_000);
      expect((await take(gzipSync(Buffer.alloc(5_000_000)), "csv", { packing: "gzip" })).errors[0]?.code).toBe("row_too_long");
    }
  });
});
