import { expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { origin, REFERENCE } from "../store/store.fixture.ts";
import { ingest } from "./ingest.ts";

const { content_hash: _, ...FROM } = origin("2025-03-01T12:00:00.000Z");

async function take(rows: number, onError: "reject" | "skip") {
  const store = openSqliteStore(":memory:");
  const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
  batch.put(REFERENCE);
  batch.commit();
  async function* stream() {
    yield Buffer.from("date,platform,country,metric,value\n");
    for (let day = 0; day < rows; day++) yield Buffer.from(`${dayOf(20_000 - day)},rednote,US,signups,5\n`);
  }
  const receipt = await ingest({ store, stream: stream(), format: "csv", origin: FROM, mostRows: 100, onError });
  const vintage = store.vintage();
  store.close();
  return { receipt, vintage };
}

it.each(["reject", "skip"] as const)("a file may have so many rows and not one more, with on_error=%s", async (onError) => {
  expect(await take(100, onError)).toMatchObject({ receipt: { batch: 2, inserted: 100 }, vintage: 2 });
  const { receipt, vintage } = await take(101, onError);
  expect(receipt).toMatchObject({ batch: null, inserted: 0, errors: [{ field: "file", code: "too_many_rows" }] });
  expect(receipt.errors[0]?.detail).toBe("It has more than 100 rows. Send it in parts. The rest was not read.");
  expect(vintage).toBe(1);
});

it.each(["csv", "ndjson"] as const)("blank lines of %s count as rows, so that a small archive of them is soon refused", async (format) => {
  const store = openSqliteStore(":memory:");
  let read = 0;
  async function* stream() {
    yield Buffer.from(format === "csv" ? "date,platform,country,metric,value\n" : "\n");
    for (; read < 1000; read++) yield Buffer.from("\n".repeat(50));
  }
  const { errors, rejected } = await ingest({ store, stream: stream(), format, origin: FROM, mostRows: 100 });
  store.close();
  expect([rejected, errors.map(({ code, detail }) => [code, detail])]).toEqual([
    1,
    [["too_many_rows", "It has more than 100 rows, blank lines among them. Send it in parts. The rest was not read."]],
  ]);
  expect(read).toBeLessThan(10);
});

it.each([
  ["csv", `date,platform,country,metric,value\n${"x".repeat(201)}\n`],
  ["csv", `date,platform,country,metric,value\n"${"x".repeat(201)}"\n`],
  ["ndjson", `${" ".repeat(201)}{}`],
  ["json", `${" ".repeat(201)}[]`],
  ["json", `[{"date":"${"x".repeat(201)}"}]`],
] as const)("a row of %s may be as long as is told: %j", async (format, text) => {
  const store = openSqliteStore(":memory:");
  async function* stream() {
    yield Buffer.from(text);
  }
  const codes = async (longestRow?: number) => {
    const { errors } = await ingest({ store, stream: stream(), format, origin: FROM, longestRow });
    return errors.map(({ code }) => code);
  };
  expect(await codes(200)).toEqual(["row_too_long"]);
  expect(await codes()).not.toContain("row_too_long");
  store.close();
});
