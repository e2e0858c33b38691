import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { problemText } from "../../data/model/problem.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { committed, EVERYTHING, metric, origin, REFERENCE } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import type { Format } from "./format.ts";
import { FROM, LONG, NOTHING, type Sent, signupsIn, taken } from "./ingest.fixture.ts";
import { type IngestJob, ingest } from "./ingest.ts";

let store: Store;

beforeEach(() => {
  store = openSqliteStore(":memory:");
  const rank = { ...metric("app_store_rank"), name: "App Store rank", least: 1, most: 10_000 };
  const minutes = { ...metric("session_minutes"), name: "Session minutes", whole: false, most: 1440 };
  const users = { ...metric("daily_active_users"), name: "Daily active users" };
  committed(store, (batch) => batch.put({ ...REFERENCE, metrics: [...REFERENCE.metrics, users, minutes, rank] }));
});

afterEach(() => store.close());

const take = (...sent: Sent) => taken(store, ...sent);

/** The faults in the words that a person reads. */
async function said(text: string | Buffer, format: Format = "csv", more: Partial<IngestJob> = {}): Promise<string[]> {
  return (await take(text, format, more)).errors.map(problemText);
}

const signups = (vintage?: number) => signupsIn(store, vintage);

describe("a good file", () => {
  it("is one batch, whatever it is written as", async () => {
    const rows = [
      ["2025-01-13", "rednote", "US", "signups", 5],
      ["2025-01-14", "rednote", "US", "signups", 6],
    ];
    const objects = rows.map(([date, platform, country, metric, value]) => ({ date, platform, country, metric, value }));
    const written: [Format, string][] = [
      ["csv", `${LONG}${rows.map((row) => row.join(",")).join("\n")}`],
      ["csv", `${LONG}${rows.map((row) => row.join(",")).join("\r\n")}\r\n`.replace("\n", "\r\n")],
      ["csv", `\ufeff${LONG}${rows.map((row) => row.map((field) => `"${field}"`).join(",")).join("\n\n")}\n\n`],
      ["csv", `${LONG}${rows.map((row) => row.join(",")).join("\n")}\n`.replaceAll(",", ";")],
      ["csv", `${LONG}${rows.map((row) => row.join(",")).join("\n")}\n`.replaceAll(",", "\t")],
      ["csv", `${LONG}${rows.map((row) => row.join(",")).join("\n")}\n`.replaceAll("\n", "\r")],
      ["csv", "value,metric,country,platform,date\n5,signups,US,rednote,2025-01-13\n6,signups,US,rednote,2025-01-14\n"],
      ["csv", "date,platform,country,signups\n2025-01-13,rednote,US,5\n2025-01-14,rednote,US,6\n"],
      ["ndjson", `${objects.map((row) => JSON.stringify(row)).join("\n")}\n`],
      ["ndjson", `\ufeff\n${objects.map((row) => JSON.stringify(row)).join("\r\n\r\n")}`],
      ["json", JSON.stringify(objects)],
      ["json", ` \n${JSON.stringify(objects, null, 2)}\n`],
    ];
    for (const [format, text] of written)
      for (const size of [1, 7, 65_536]) {
        const before = store.vintage();
        const receipt = await take(text, format, {}, size);
        // The same bytes once more get the receipt that they got first.
        const isFirst = text === written[0]?.[1];
        const counts = isFirst ? { inserted: 2, unchanged: 0, replayed: before === 2 } : { inserted: 0, unchanged: 2, replayed: false };
        expect({ text, receipt }).toMatchObject({ text, receipt: { rows: 2, rejected: 0, revised: 0, errors: [], ...counts } });
        expect(signups()).toEqual(["2025-01-13 rednote US all default 5", "2025-01-14 rednote US all default 6"]);
      }
    expect(store.vintage()).toBe(2);
  });

  it("says so when the same bytes change nothing, and not when they restore what was", async () => {
    const [a, b] = [`${LONG}2025-01-13,rednote,US,signups,5\n`, `${LONG}2025-01-13,rednote,US,signups,9\n`];
    expect(await take(a)).toMatchObject({ batch: 2, vintage: 2, inserted: 1, replayed: false });
    const first = { batch: 2, vintage: 2, rows: 1, inserted: 1, revised: 0, unchanged: 0, retracted: 0, rejected: 0, errors: [] };
    expect(await take(gzipSync(a), "csv", { packing: "gzip" })).toEqual({ ...first, replayed: true });
    expect(store.vintage()).toBe(2);
    expect(await take(b)).toMatchObject({ batch: 3, revised: 1 });
    expect(await take(a)).toMatchObject({ batch: 4, revised: 1, replayed: false });
    expect(await take(a)).toMatchObject({ batch: 4, revised: 1, replayed: true });
    expect([signups(2), signups(3), signups()].flat().map((text) => text.at(-1))).toEqual(["5", "9", "5"]);
    expect(store.batches()[0]).toMatchObject({ batch: 4, name: "test.csv", content_hash: createHash("sha256").update(a).digest("hex") });
  });

  it("answers the batch of the source that the same bytes were sent for, whichever came last", async () => {
    const text = `${LONG}2025-01-13,rednote,US,signups,5\n`;
    expect(await take(text)).toMatchObject({ batch: 2, replayed: false });
    expect(await take(text, "csv", { source: "panel" })).toMatchObject({ batch: 3, replayed: false });
    expect(await take(text)).toMatchObject({ batch: 2, inserted: 1, replayed: true });
    expect(await take(text, "csv", { source: "panel" })).toMatchObject({ batch: 3, inserted: 1, replayed: true });
  });

  it("gives rows without a source the one that is named, or `default`, and rows without a topic `all`", async () => {
    await take(
      "date,platform,country,metric,value,topic,source\n2025-01-13,rednote,US,signups,5,cats,panel\n2025-01-14,rednote,US,signups,6,,\n",
    );
    await take(`${LONG}2025-01-15,rednote,US,signups,7\n`, "csv", { source: "panel" });
    await take('{"date":"2025-01-16","platform":"rednote","country":"US","metric":"signups","value":8,"topic":null}', "ndjson", {
      source: "panel",
    });
    expect(signups().sort()).toEqual([
      "2025-01-13 rednote US cats panel 5",
      "2025-01-14 rednote US all default 6",
      "2025-01-15 rednote US all panel 7",
      "2025-01-16 rednote US all panel 8",
    ]);
  });

  it("may be wide: a column for each metric, a blank cell says nothing", async () => {
    const wide = "date,platform,country,signups,downloads,session_minutes\n2025-01-13,rednote,US,5,,12.5\n2025-01-14,rednote,US,,,\n";
    expect(await take(wide)).toMatchObject({ batch: 2, rows: 2, inserted: 2 });
    expect(store.series({ ...EVERYTHING, metric: "session_minutes" })[0]?.values).toEqual([12.5]);
    expect(store.series({ ...EVERYTHING, metric: "downloads" })).toEqual([]);
  });

  it("may hold nothing but a header, or no row at all: then nothing changes", async () => {
    for (const [text, format] of [
      [LONG, "csv"],
      ["[]", "json"],
      [" [ \n ] ", "json"],
      ["\n", "ndjson"],
    ] as const)
      expect(await take(text, format)).toEqual({ ...NOTHING, vintage: 1, rows: 0, rejected: 0, errors: [] });
  });

  it("reads numbers as files write them", async () => {
    const texts = ["5", "+5", "5.0", "5e0", "0.5e1", "005"];
    const rows = texts.map((text, index) => `2025-01-${10 + index},rednote,US,signups,${text}\n`);
    expect(await take(LONG + rows.join(""))).toMatchObject({ inserted: 6, rejected: 0 });
    expect(store.series(EVERYTHING)[0]?.values).toEqual([5, 5, 5, 5, 5, 5]);
  });

  it("may be dry: the same counts, and nothing is written", async () => {
    await take(`${LONG}2025-01-13,rednote,US,signups,5\n`);
    const text = `${LONG}2025-01-13,rednote,US,signups,6\n2025-01-14,rednote,US,signups,7\n`;
    expect(await take(text, "csv", { dryRun: true })).toMatchObject({ batch: null, vintage: 2, inserted: 1, revised: 1, rejected: 0 });
    expect(store.vintage()).toBe(2);
    expect(signups()).toHaveLength(1);
  });

  it("tells how far it is", async () => {
    const bytes = gzipSync(LONG + Array.from({ length: 5000 }, (_, day) => `${dayOf(day)},rednote,US,signups,${day}\n`).join(""));
    const seen: { bytes: number; rows: number }[] = [];
    await take(bytes, "csv", { packing: "gzip", onProgress: (progress) => seen.push(progress) }, 1000);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ bytes: bytes.length, rows: 5000 });
  });
});

describe("a faulty file", () => {
  it("is rejected as a whole, with the line, the field and the hint of each fault", async () => {
    const receipt = await take(`${LONG}2025-01-12,rednote,US,signups,4\n2025-01-13,rednote,UK,signups,5\n`);
    expect(receipt).toEqual({
      ...NOTHING,
      vintage: 1,
      rows: 2,
      rejected: 1,
      errors: [{ line: 3, field: "country", code: "unknown_country", detail: "There is no country UK.", value: "UK", hint: "GB" }],
    });
    expect(problemText(receipt.errors[0] ?? { field: "", code: "", detail: "" })).toBe(
      "line 3, country: There is no country UK. Did you mean GB?",
    );
    expect(signups()).toEqual([]);
    expect(store.batches()).toHaveLength(1);
  });

  it("has every fault of a row named", async () => {
    expect(await said(`${LONG}2025-02-30,RedNote,us,signup,-1\n`)).toEqual([
      "line 2, date: No calendar has the day 2025-02-30.",
      "line 2, platform: There is no platform RedNote. Did you mean rednote?",
      "line 2, country: There is no country us. Did you mean US?",
      "line 2, metric: There is no metric signup. Did you mean signups?",
    ]);
  });

  const row = (date: string, value: string, metric = "signups") => `${LONG}${date},rednote,US,${metric},${value}\n`;

  it.each([
    [row("2025-3-1", "5"), "malformed_date", "2025-03-01"],
    [row("2025/01/13", "5"), "malformed_date", "2025-01-13"],
    [row("20250113", "5"), "malformed_date", "2025-01-13"],
    [row("2025-01-13T08:00:00Z", "5"), "malformed_date", "2025-01-13"],
    [row("13.01.2025", "5"), "malformed_date", "2025-01-13"],
    [row("01/13/2025", "5"), "malformed_date", "2025-01-13"],
    [row("01/02/2025", "5"), "malformed_date", undefined],
    [row("yesterday", "5"), "malformed_date", undefined],
    [row("", "5"), "blank", undefined],
    [row("2025-02-29", "5"), "impossible_date", undefined],
    [row("1969-12-31", "5"), "date_too_early", undefined],
    [row("2025-03-03", "5"), "future_date", undefined],
    [row("2025-01-13", ""), "blank", undefined],
    [row("2025-01-13", "many"), "not_a_number", undefined],
    [row("2025-01-13", '"1,234"'), "not_a_number", "1234"],
    [row("2025-01-13", "1 234 567"), "not_a_number", "1234567"],
    [row("2025-01-13", " 5"), "not_a_number", "5"],
    [row("2025-01-13", "0x10"), "not_a_number", undefined],
    [row("2025-01-13", "NaN"), "not_a_number", undefined],
    [row("2025-01-13", "Infinity"), "not_finite", undefined],
    [row("2025-01-13", "1e999"), "not_finite", undefined],
    [row("2025-01-13", "-5"), "negative", undefined],
    [row("2025-01-13", "0", "app_store_rank"), "too_small", undefined],
    [row("2025-01-13", "10000000001"), "too_large", undefined],
    [row("2025-01-13", "0.5"), "not_whole", undefined],
  ])("%j is %s", async (text, code, hint) => {
    const { errors, rejected, rows } = await take(text);
    expect({ errors: errors.map((error) => [error.line, error.code, error.hint]), rejected, rows }).toEqual({
      errors: [[2, code, hint]],
      rejected: 1,
      rows: 1,
    });
  });

  it("may name today and tomorrow in UTC", async () => {
    expect(await take(row("2025-03-01", "5"))).toMatchObject({ inserted: 1 });
    expect(await take(row("2025-03-02", "5"))).toMatchObject({ inserted: 1 });
  });

  it("names both lines of a day that comes twice", async () => {
    const twice = `${LONG}2025-01-13,rednote,US,signups,5\n2025-01-13,rednote,GB,signups,5\n2025-01-13,rednote,US,signups,5\n`;
    expect(await said(twice)).toEqual(["line 4, date: Line 2 has 2025-01-13 of rednote, US, signups, all, default already."]);
    expect(await said(`${twice}2025-01-13,rednote,US,signups,5\n`)).toHaveLength(2);
    const wide = "date,platform,country,source,signups\n2025-01-13,rednote,US,,5\n2025-01-13,rednote,US,default,5\n";
    expect(await said(wide)).toHaveLength(1);
  });

  it("has its columns named where they are missing, unheard of, or there twice", async () => {
    expect(await said("date,platform,metric,value\n")).toEqual([
      expect.stringMatching(/^line 1, country: The header has no column country\./),
    ]);
    expect(await said("date,platform,country\n")).toEqual([expect.stringMatching(/^line 1, value: The header has no column value\./)]);
    expect(await said("Date,platform,country,metric,value\n")).toEqual([
      "line 1, Date: A file has no column Date. Did you mean date?",
      expect.stringMatching(/^line 1, date: The header has no column date\./),
    ]);
    expect(await said("date,platform,country,DAU,\n")).toEqual([
      "line 1, DAU: A file has no column DAU. Did you mean daily_active_users?",
      "line 1, column 5: The header gives column 5 no name.",
      expect.stringMatching(/^line 1, value:/),
    ]);
    expect((await take("date,platform,country,metric,value,value\n")).errors).toMatchObject([{ code: "repeated_column", value: "value" }]);
    expect(await said("date,platform,country,metric,value,signups\n")).toHaveLength(1);
    expect(await said("2025-01-13,rednote,US,signups,5\n")).toEqual([
      expect.stringMatching(/^line 1, file: The first line names no column\./),
    ]);
  });

  it("has rows named that have too many or too few fields, by the lines of the file", async () => {
    const text = `date,platform,country,metric,value,topic\r\n\r\n"2025-01-13","re\r\nd\nnote",US,signups,5,all\r\n2025-01-14,rednote\r\n2025-01-15,rednote,US,signups,1,234,all\r\n`;
    expect(await said(text)).toEqual([
      "line 3, platform: There is no platform re\\r\\nd\\nnote. Did you mean rednote?",
      "line 6, country: The row has 2 fields, the header 6.",
      "line 7, column 7: The row has 7 fields, the header 6. Put quotes around a field that holds the separator.",
    ]);
  });

  it("is read to the first broken quote", async () => {
    expect(await said(`${LONG}2025-01-13,vine,US,signups,5\n2025-01-14,"rednote,US,signups,5\n`)).toEqual([
      "line 2, platform: There is no platform vine. A new one is added by `npm run catalog -- add platform`.",
      "line 3, row: A quote opens in this row and is never closed. The rest was not read.",
    ]);
    expect(await said(`${LONG}2025-01-13,red"note,US,signups,5\n`)).toEqual([expect.stringMatching(/^line 2, row: A quote stands beside/)]);
    expect(await said(`${LONG}2025-01-13,"red"note,US,signups,5\n`)).toEqual([
      expect.stringMatching(/^line 2, row: A quote stands beside/),
    ]);
  });

  it("may not have rows of any length", async () => {
    const long = "x".repeat(70_000);
    expect(await said(`${LONG}2025-01-13,${long},US,signups,5\n`)).toEqual([expect.stringMatching(/^line 2, row: The row is longer/)]);
    expect(await said(`\n{"date":"${long}"}`, "ndjson")).toEqual([expect.stringMatching(/^line 2, row: The row is longer/)]);
    expect(await said(`[\n"${long}`, "json")).toEqual([expect.stringMatching(/^line 2, row: The row is longer/)]);
  });

  it("must be UTF-8, whole and not empty", async () => {
    const latin = Buffer.from(`${LONG}2025-01-13,rednote,US,signups,5\n2025-01-14,caf\u00e9,US,signups,5\n`, "latin1");
    for (const size of [1, 3, 65_536]) {
      const { errors, rejected } = await take(latin, "csv", {}, size);
      expect([errors.at(-1)?.line, errors.at(-1)?.code, rejected]).toEqual([3, "not_utf8", 1]);
    }
    for (const format of ["csv", "json", "ndjson"] as const) expect((await take("", format)).errors[0]?.code).toBe("empty_file");
    const packed = gzipSync(row("2025-01-13", "5"));
    expect((await take(packed.subarray(0, 40), "csv", { packing: "gzip" })).errors[0]?.code).toBe("bad_gzip");
    expect((await take(row("2025-01-13", "5"), "csv", { packing: "gzip" })).errors[0]?.code).toBe("bad_gzip");
  });

  it("keeps characters whole that fall between two chunks", async () => {
    for (const size of [1, 2, 3, 5])
      expect((await take(`${LONG}2025-01-13,小红书🎉,US,signups,5\n`, "csv", {}, size)).errors[0]?.value).toBe("小红书🎉");
  });

  it("may be told a source that does not exist", async () => {
    expect(await said(row("2025-01-13", "5"), "csv", { source: "pannel" })).toEqual([
      "source: There is no source pannel. Did you mean panel?",
    ]);
  });

  it("of JSON has the line of each row", async () => {
    const good = '{"date":"2025-01-13","platform":"rednote","country":"US","metric":"signups","value":5}';
    const array = `[\n  ${good},\n\n  {"date":"2025-01-14","platform":"rednote",\n   "country":"UK","metric":"signups","value":5},\n  7, {"a": "]}"}\n]`;
    const faults = [
      "line 4, country: There is no country UK. Did you mean GB?",
      expect.stringMatching(/^line 6, row: A row is an object/),
      "line 6, a: A row has no a.",
      "line 6, date: The row has no date.",
      "line 6, platform: The row has no platform.",
      "line 6, country: The row has no country.",
      "line 6, metric: The row has no metric.",
      "line 6, value: The row has no value.",
    ];
    expect(await said(array, "json")).toEqual(faults);
    expect(await take(array, "json", {}, 1)).toMatchObject({ rows: 4, rejected: 3 });
    expect(await said(`${good}\n\n{oops\n${good.replace("US", "uk").replace("5}", '"6"}')}`, "ndjson")).toEqual([
      "line 3, row: The row is not JSON.",
      'line 4, value: "6" is not a number. Did you mean 6?',
    ]);
    const typed = '{"date":20250113,"platform":null,"country":["US"],"metric":"signups","value":null,"topic":1}';
    expect((await take(typed, "ndjson")).errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      "date not_text",
      "platform not_text",
      "country not_text",
      "topic not_text",
      "value blank",
    ]);
  });

  it.each(['{"rows": []}', "[{}", "[{}] []", "", "[1,]", "[,]", '["a', "[{]}]", "null"])("%j is no array of rows", async (text) => {
    const { errors, rejected } = await take(text, "json");
    expect(rejected).toBeGreaterThan(0);
    expect(errors.length).toBeGreaterThan(0);
    expect(store.vintage()).toBe(1);
  });

  it("has all faults counted and the first thousand listed", async () => {
    const rows = Array.from({ length: 5000 }, (_, day) => `${dayOf(day)},vine,UK,signups,5\n`);
    const { errors, rows: read, rejected } = await take(LONG + rows.join(""));
    expect([errors.length, read, rejected]).toEqual([1000, 5000, 5000]);
    expect(errors.at(-1)?.line).toBe(501);
  });

  it("leaves the store open for the next", async () => {
    await take(`${LONG}${"2025-01-13,vine,US,signups,5\n".repeat(10_000)}`);
    expect(await take(row("2025-01-13", "5"))).toMatchObject({ batch: 2 });
  });
});

describe("a file that breaks off", () => {
  it("is not written, and the failure is thrown on", async () => {
    const csv = LONG + Array.from({ length: 9000 }, (_, day) => `${dayOf(day)},rednote,US,signups,5\n`).join("");
    const starts = { csv, ndjson: "{}\n", json: "[{}," };
    for (const packing of [undefined, "gzip"] as const)
      for (const format of ["csv", "json", "ndjson"] as const) {
        async function* broken(): AsyncGenerator<Uint8Array> {
          yield packing ? gzipSync(starts[format]) : Buffer.from(starts[format]);
          throw new Error("the sender went away");
        }
        await expect(ingest({ store, stream: broken(), format, packing, origin: FROM })).rejects.toThrow("the sender went away");
      }
    expect([store.vintage(), signups()]).toEqual([1, []]);
    store.open(origin()).rollback();
  });
});

describe("any bytes", () => {
  it("end in a receipt whose counts add up, never in an exception", async () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(LONG + text)),
      fc
        .array(fc.constantFrom('"', ",", "\n", "\r", ";", "{", "}", "[", "]", ":", "5", "US", "rednote", "2025-01-13", "signups", LONG))
        .map((parts) => Buffer.from(parts.join(""))),
    );
    const format = fc.constantFrom<Format>("csv", "ndjson", "json");
    await fc.assert(
      fc.asyncProperty(hostile, format, fc.integer({ min: 1, max: 50 }), async (bytes, format, size) => {
        const receipt = await take(bytes, format, {}, size);
        const { rows, inserted, revised, unchanged, retracted, rejected, errors } = receipt;
        expect(errors.length > 0).toBe(rejected > 0);
        if (rejected === 0) expect(inserted + revised + unchanged + retracted).toBe(rows);
        else expect([receipt.batch, inserted, rows >= rejected]).toEqual([null, 0, true]);
      }),
      { numRuns: 400 },
    );
  });
});
