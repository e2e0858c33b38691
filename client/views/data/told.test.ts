import { describe, expect, it } from "vitest";
import type { Receipt } from "../../../data/model/snapshot.ts";
import type { Batch } from "./load.ts";
import { batchText, bytesText, channelText, receiptText, receivedText } from "./told.ts";

const receipt: Receipt = {
  batch: 3,
  vintage: 3,
  rows: 1204,
  inserted: 1200,
  revised: 3,
  unchanged: 1,
  retracted: 0,
  rejected: 0,
  errors: [],
  replayed: false,
};
const batch: Batch = {
  batch: 3,
  channel: "http",
  name: "newsroom",
  content_hash: "0".repeat(64),
  received_at: "2026-11-22T10:03:21.000Z",
  sources: ["default"],
  entries: 0,
  inserted: 1,
  revised: 0,
  unchanged: 0,
  retracted: 2,
};

describe("a receipt in words", () => {
  it("says what a dry run would do, and that nothing is written", () => {
    expect(receiptText({ ...receipt, batch: null }, true)).toBe(
      "No fault. 1,204 values: 1,200 new, 3 revised, 1 unchanged. Nothing is written yet.",
    );
  });

  it("says which batch was taken", () => {
    expect(receiptText(receipt, false)).toBe("Batch 3 was taken. 1,204 values: 1,200 new, 3 revised, 1 unchanged.");
  });

  it("counts what is at fault", () => {
    const nothing = { ...receipt, batch: null, inserted: 0, revised: 0, unchanged: 0 };
    for (const dry of [true, false]) {
      expect(receiptText({ ...nothing, rejected: 1 }, dry)).toBe("1 of 1,204 rows is at fault. Nothing was written.");
      expect(receiptText({ ...nothing, rejected: 2 }, dry)).toBe("2 of 1,204 rows are at fault. Nothing was written.");
    }
  });

  it("of rows that were skipped says how many were written and how many left out", () => {
    const skipped = { ...receipt, inserted: 1197, rejected: 3 };
    expect(receiptText({ ...skipped, batch: null }, true)).toBe(
      "3 of 1,204 rows are at fault and would be left out. 1,201 values: 1,197 new, 3 revised, 1 unchanged. Nothing is written yet.",
    );
    expect(receiptText(skipped, false)).toBe("Batch 3 was taken: 1,200 rows written, 3 left out. 1,197 new, 3 revised, 1 unchanged.");
    const known = { ...skipped, batch: null, inserted: 0, revised: 0, unchanged: 1201 };
    expect(receiptText(known, false)).toBe(
      "All of its other values are known: nothing changed. Vintage 3 stays the newest. 3 rows at fault are left out.",
    );
    expect(receiptText({ ...skipped, rejected: 1, replayed: true }, false)).toBe(
      "These very bytes came before, as batch 3: nothing changed. 1 row at fault is left out.",
    );
  });

  it("counts what is withdrawn", () => {
    expect(receiptText({ ...receipt, rows: 2, inserted: 0, revised: 0, unchanged: 0, retracted: 2 }, false)).toBe(
      "Batch 3 was taken. 2 values: none new, none revised, none unchanged, 2 withdrawn.",
    );
  });

  it("says why nothing changes", () => {
    const same = { ...receipt, batch: null, inserted: 0, revised: 0, unchanged: 1204 };
    expect(receiptText(same, true)).toBe("All of its values are known: it would change nothing. Vintage 3 stays the newest.");
    expect(receiptText({ ...same, batch: 3, inserted: 2, unchanged: 0, replayed: true }, false)).toBe(
      "These very bytes came before, as batch 3: nothing changed.",
    );
    expect(receiptText({ ...same, rows: 0 }, false)).toMatch(/^There are no rows in it:/);
  });

  it("of a stored batch counts its values, withdrawn ones among them, and its entries", () => {
    expect(batchText(batch, ["Unnamed source"])).toBe("3 values of Unnamed source: 1 new, none revised, none unchanged, 2 withdrawn.");
    expect(batchText({ ...batch, inserted: 0, retracted: 0, entries: 1 }, [])).toBe(
      "It brought no values. 1 entry of catalog, figures, events or claims changed.",
    );
  });
});

describe("where a batch came from", () => {
  it.each([
    ["http", "HTTP, token newsroom"],
    ["file", "File newsroom"],
    ["command", "Command: newsroom"],
    ["reference", "Shipped with the program"],
  ] as const)("by %s is %s", (channel, words) => {
    expect(channelText({ ...batch, channel })).toBe(words);
  });

  it("is told with its time in UTC", () => {
    expect(receivedText(batch.received_at)).toBe("22 Nov 2026, 10:03 UTC");
  });
});

describe("the size of a file", () => {
  it.each([
    [1, "1 byte"],
    [70, "70 bytes"],
    [3400, "3 kB"],
    [3_400_000, "3.4 MB"],
  ])("of %i bytes is %s", (bytes, words) => {
    expect(bytesText(bytes)).toBe(words);
  });
});
