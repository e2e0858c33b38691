import { afterEach, expect, it, vi } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { origin, REFERENCE } from "../store/store.fixture.ts";
import { MOST_ERRORS, MOST_KEPT } from "./faults.ts";
import type { Format, OnError } from "./format.ts";
import { ingest } from "./ingest.ts";
import { CsvRows } from "./rows.ts";
import { Validator } from "./validate.ts";

const { content_hash: _, ...FROM } = origin("2025-03-01T12:00:00.000Z");

const ROWS = 30_000;

afterEach(() => vi.restoreAllMocks());

// Millions of such rows fit into a small archive. To say what is wrong with one, or to fail to parse it, takes ten times
// as long as to see that it is none; so that is done for no more rows than a receipt lists, or the batch keeps.
it.each([
  ["ndjson", "reject", "a,b,c\n"],
  ["ndjson", "skip", "a,b,c\n"],
  ["ndjson", "skip", "[\n"],
  ["csv", "reject", "a,b,c\n"],
  ["csv", "skip", "a,b,c\n"],
  ["csv", "skip", '"a","b"\n'],
] as [Format, OnError, string][])(
  "looks at no more %s rows that are none than it tells of, with on_error=%s: %j",
  async (format, onError, row) => {
    const store = openSqliteStore(":memory:");
    const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
    batch.put(REFERENCE);
    batch.commit();
    const text = (format === "csv" ? "date,platform,country,metric,value\n" : "") + row.repeat(ROWS);
    async function* stream() {
      yield Buffer.from(text);
    }
    const parse = vi.spyOn(JSON, "parse");
    const reject = vi.spyOn(Validator.prototype, "reject");
    const take = vi.spyOn(CsvRows.prototype, "take");
    const receipt = await ingest({ store, stream: stream(), format, origin: FROM, onError });
    store.close();
    expect(receipt).toMatchObject({ batch: null, rejected: ROWS });
    expect(receipt.errors).toHaveLength(MOST_ERRORS);

    const told = onError === "skip" ? MOST_KEPT : MOST_ERRORS;
    expect(reject).toHaveBeenCalledTimes(ROWS);
    expect(reject.mock.calls.filter(([, , problems]) => problems.length > 0)).toHaveLength(told);
    expect(parse.mock.calls.filter(([json]) => json === row.trim())).toHaveLength(format === "ndjson" ? told : 0);
    // With the header; from the first quote on the general way reads.
    const cut = row.includes('"') ? ROWS : told;
    expect(take).toHaveBeenCalledTimes(format === "csv" ? cut + 1 : 0);
  },
);
