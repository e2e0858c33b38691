import { expect, it } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { origin, REFERENCE } from "../store/store.fixture.ts";
import type { Format } from "./format.ts";
import { ingest } from "./ingest.ts";
import type { OnError } from "./read.ts";

const { content_hash: _, ...FROM } = origin("2025-03-01T12:00:00.000Z");

const ROWS = 400_000;

it.each([
  ["ndjson", "reject", "a,b,c\n"],
  ["ndjson", "skip", "a,b,c\n"],
  ["ndjson", "skip", "[\n"],
  ["csv", "reject", "a,b,c\n"],
  ["csv", "skip", "a,b,c\n"],
  ["csv", "skip", '"a","b"\n'],
] as [Format, OnError, string][])("counts %s rows that are none quickly, with on_error=%s: %j", async (format, onError, row) => {
  const store = openSqliteStore(":memory:");
  const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
  batch.put(REFERENCE);
  batch.commit();
  async function* stream() {
    if (format === "csv") yield Buffer.from("date,platform,country,metric,value\n");
    for (let block = 0; block < ROWS / 10_000; block++) yield Buffer.from(row.repeat(10_000));
  }
  const begin = performance.now();
  const receipt = await ingest({ store, stream: stream(), format, origin: FROM, onError });
  const microseconds = ((performance.now() - begin) * 1000) / ROWS;
  store.close();
  expect(receipt).toMatchObject({ batch: null, rejected: ROWS });
  expect(receipt.errors).toHaveLength(1000);
  // A failed JSON.parse alone takes five; the limit leaves room for a machine that is busy.
  expect(microseconds).toBeLessThan(4);
});
