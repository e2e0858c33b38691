import { describe, expect, it } from "vitest";
import { kindOf } from "./file-kind.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const GZIP = new Uint8Array([0x1f, 0x8b, 8, 0]);

describe("what a file is", () => {
  it.each([
    ["january.csv", "text/csv", null],
    ["JANUARY.CSV", "text/csv", null],
    ["january.tsv", "text/csv", null],
    ["january.ndjson", "application/x-ndjson", null],
    ["january.jsonl", "application/x-ndjson", null],
    ["january.json", "application/json", null],
    ["january.json.br", "application/json", "br"],
  ])("%s is %s by its name", (name, type, packing) => {
    expect(kindOf(name, bytes("whatever"))).toEqual({ type, packing });
  });

  it.each([
    ["january.csv.gz", "text/csv"],
    ["january.ndjson.gz", "application/x-ndjson"],
    ["january.json", "application/json"],
    ["january.gz", "text/csv"],
  ])("%s is gzipped where its bytes are", (name, type) => {
    expect(kindOf(name, GZIP)).toEqual({ type, packing: "gzip" });
  });

  it("is not gzipped by name alone: some programs unpack a download and leave the name", () => {
    expect(kindOf("january.csv.gz", bytes("date,platform"))).toEqual({ type: "text/csv", packing: null });
  });

  it.each([
    ['[{"date":', "application/json"],
    ['\n {"date":', "application/x-ndjson"],
    ["date,platform", "text/csv"],
    ["", "text/csv"],
  ])("that has no ending and begins with %j is %s", (text, type) => {
    expect(kindOf("january", bytes(text)).type).toBe(type);
  });
});
