import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metric, REFERENCE } from "../store/store.fixture.ts";
import { decodeCsv } from "./csv.ts";
import { Faults, FileFault } from "./faults.ts";
import { Names } from "./names.ts";
import { CsvRows } from "./rows.ts";
import { Validator } from "./validate.ts";

/** Files of the property below; SURGE_FILES=10000 for as many as it was proved with. */
const FILES = Number(process.env.SURGE_FILES ?? 800);

/** Ten thousand files take a while beside other work. */
const MINUTES_10 = 600_000;

const MINUTES = { ...metric("session_minutes"), whole: false, most: 1440 };
const NAMES = new Names({ ...REFERENCE, metrics: [...REFERENCE.metrics, MINUTES] });

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All that a way of reading makes of a file: values in their order, faults, and how it ends. */
async function read(bytes: Buffer, size: number, quick: boolean, retract: boolean, names = NAMES) {
  const faults = new Faults(true);
  const values: string[] = [];
  const validator: Validator = new Validator({
    names,
    faults,
    source: "default",
    received_at: "2025-03-01T12:00:00.000Z",
    retract,
    accept: ({ count, series, days, values: of }) => {
      for (let at = 0; at < count; at++)
        values.push(`${Object.values(validator.keys[series[at] as number] ?? {}).join(" ")} ${days[at]} ${of[at]}`);
    },
  });
  const rows = new CsvRows(names, validator);
  let end: unknown = "read";
  try {
    await decodeCsv(pieces(bytes, size), { rows, validator, quick });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    end = error.problems;
  }
  validator.close();
  return { values, rows: validator.rows, rejected: faults.rejected, errors: faults.errors, kept: faults.kept, end };
}

const often = <Value>(good: fc.Arbitrary<Value>, bad: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: bad });
const one = (...texts: string[]) => fc.constantFrom(...texts);

const FIELDS: Record<string, fc.Arbitrary<string>> = {
  date: often(
    one("2025-01-13", "2025-01-14", "2025-01-31", "2024-02-29", "1970-01-01", "2025-03-02"),
    one(
      "2025-02-29",
      "2025-03-03",
      "1969-12-31",
      "13.01.2025",
      "2025-1-13",
      "",
      "2025-01-133",
      "20250113",
      "2025-13-01",
      "2025-01-32",
      "٢٠٢٥-01-13",
    ),
  ),
  platform: often(one("rednote", "tiktok", "lemon8"), one("RedNote", "", "小红书", "red\rnote", "vine", " tiktok", "\0")),
  country: often(one("US", "GB", "DE", "WORLD"), one("UK", "us", "", "USA")),
  metric: often(one("signups", "downloads", "session_minutes"), one("signup", "", "Signups")),
  topic: often(one("all", "cats", ""), one("dogs", " ")),
  source: often(one("default", "panel", ""), one("nobody")),
  value: often(
    fc.oneof(
      fc.nat(2000).map(String),
      fc.nat(14400).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
      one("0", "5.0", "007", "1439.99999999999", "123456789.25", "999999999999999", "0.1000000000000001"),
    ),
    one("", " ", "-1", "-0", "+5", "5.", ".5", "1e3", "5,5", "1 000", "NaN", "inf", "0x10", "1e999", "12345678901234567890", "5.5.5", "x"),
  ),
};

const LONG = ["date", "platform", "country", "metric", "value"];
const WIDE = ["date", "platform", "country"];

const COLUMNS: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.constantFrom(LONG, WIDE),
    fc.subarray(["topic", "source"]),
    fc.subarray(["signups", "downloads", "session_minutes"], { minLength: 1 }),
  )
  .map(([base, more, metrics]) => [...base, ...more, ...(base === WIDE ? metrics : [])])
  .chain((columns) =>
    fc.oneof(fc.constant(columns), fc.shuffledSubarray(columns, { minLength: columns.length, maxLength: columns.length })),
  );

const MANNER = fc.record({
  separator: one(",", ",", ";", "\t"),
  lineBreak: one("\n", "\n", "\r\n"),
  lastBreak: fc.boolean(),
  strange: often(
    fc.constant(undefined),
    fc.integer({ min: 0, max: 20 }).map((line): number | undefined => line),
  ),
});

const SLIPS = fc.array(fc.record({ at: fc.nat(1_000_000), byte: fc.constantFrom(...Buffer.from(",;.\n\r0x9-US")) }), { maxLength: 6 });

/** A file as providers send it: the same places in the same order, day by day. Then some bytes of it are others. */
const REPEATING = fc
  .record({
    columns: COLUMNS,
    places: fc
      .integer({ min: 1, max: 9 })
      .chain((count) => fc.array(fc.array(fc.nat(999), { minLength: 9, maxLength: 9 }), { minLength: count, maxLength: count })),
    days: fc.integer({ min: 2, max: 20 }),
    slips: SLIPS,
    lineBreak: one("\n", "\r\n"),
  })
  .map(({ columns, places, days, slips, lineBreak }) => {
    const names: Record<string, readonly string[]> = {
      platform: ["rednote", "tiktok", "lemon8"],
      country: ["US", "GB", "DE", "WORLD"],
      metric: ["signups", "downloads", "session_minutes"],
      topic: ["all", "cats", ""],
      source: ["default", "panel", ""],
    };
    const field = (column: string, day: number, picks: readonly number[], at: number) => {
      const known = names[column];
      const pick = picks[at] ?? 0;
      if (known) return known[pick % known.length];
      if (column === "date") return `2025-01-${String(day + 1).padStart(2, "0")}`;
      return [String(pick * (day + 1)), `${pick}.${day}`, ""][column === "value" ? 0 : (pick + day) % 3];
    };
    const lines = [columns.join(",")];
    for (let day = 0; day < days; day++)
      for (const picks of places) lines.push(columns.map((column, at) => field(column, day, picks, at)).join(","));
    const bytes = Buffer.from(lines.join(lineBreak) + lineBreak);
    const body = (lines[0] ?? "").length;
    for (const { at, byte } of slips) bytes[body + (at % (bytes.length - body))] = byte;
    return bytes;
  });

/** A file that is mostly right, of any shape: some rows have faults, too many or too few fields, quotes, or nothing in them. */
const FILE = COLUMNS.chain((columns) => {
  const row = fc.tuple(...columns.map((column) => FIELDS[column] ?? FIELDS.value ?? fc.constant("")));
  return fc.tuple(
    fc.constant(columns),
    fc.array(
      often(
        row.map((fields): string[] => fields),
        one("", ",", "a,b,c,d,e,f,g,h,i").map((text) => text.split(",")),
      ),
      { maxLength: 24 },
    ),
    MANNER,
  );
}).map(([columns, rows, { separator, lineBreak, lastBreak, strange }]) => {
  const lines = [columns, ...rows].map((fields) => fields.join(separator));
  const at = strange === undefined ? undefined : strange % lines.length;
  if (at !== undefined)
    lines[at] =
      strange === undefined || strange % 3 === 0
        ? `${lines[at]}\r`
        : strange % 3 === 1
          ? quoted(lines[at] ?? "", separator)
          : `${lines[at]}"`;
  return Buffer.from(lines.join(lineBreak) + (lastBreak ? lineBreak : ""));
});

function quoted(line: string, separator: string): string {
  return line
    .split(separator)
    .map((field) => `"${field}${field.length % 2 === 0 ? "" : "\n"}"`)
    .join(separator);
}

describe("the two ways to read CSV", () => {
  it("agree on values, faults and lines", { timeout: MINUTES_10 }, async () => {
    let taken = 0;
    let faulty = 0;
    await fc.assert(
      fc.asyncProperty(FILE, fc.integer({ min: 1, max: 300 }), fc.boolean(), async (bytes, size, retract) => {
        const general = await read(bytes, size, false, retract);
        const fast = await read(bytes, size, true, retract);
        expect(fast).toEqual(general);
        taken += fast.values.length;
        faulty += fast.rejected;
      }),
      { numRuns: FILES },
    );
    // Of a property over empty files nothing follows.
    expect(taken).toBeGreaterThan(FILES);
    expect(faulty).toBeGreaterThan(FILES);
  });

  it("agree on files that repeat the order of their rows, with slips in them", { timeout: MINUTES_10 }, async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(REPEATING, fc.integer({ min: 1, max: 8000 }), fc.boolean(), async (bytes, size, retract) => {
        const general = await read(bytes, size, false, retract);
        const fast = await read(bytes, size, true, retract);
        expect(fast).toEqual(general);
        taken += fast.values.length;
      }),
      { numRuns: FILES },
    );
    expect(taken).toBeGreaterThan(10 * FILES);
  });

  it("agree on any bytes behind a header", { timeout: MINUTES_10 }, async () => {
    const parts = one(
      ",",
      "\n",
      "\r",
      "\r\n",
      '"',
      "2025-01-13",
      "rednote",
      "US",
      "signups",
      "5",
      "2025-01-13,rednote,US,signups,5\n",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), async (texts, size) => {
        const bytes = Buffer.from(`date,platform,country,metric,value\n${texts.join("")}`);
        expect(await read(bytes, size, true, false)).toEqual(await read(bytes, size, false, false));
      }),
      { numRuns: Math.ceil(FILES / 2) },
    );
  });

  it("agree on thousands of series in any order, in chunks of any size", { timeout: MINUTES_10 }, async () => {
    const countries = Array.from(
      { length: 1500 },
      (_, at) => ({ ...REFERENCE.countries[0], id: `C${at}` }) as (typeof REFERENCE.countries)[number],
    );
    const names = new Names({ ...REFERENCE, countries, metrics: [...REFERENCE.metrics, MINUTES] });
    const places = countries.flatMap(({ id }) => [`rednote,${id},signups`, `tiktok,${id},session_minutes`, `lemon8,${id},downloads`]);
    // Each once a day in another order: what they are counted by has no factor in common with 4,500. One day comes twice.
    const rows = [7, 11, 13, 11].flatMap((day) =>
      places.map((_, at) => `2025-01-${9 + day},${places[(at * 2851 * day) % places.length]},${at % 1440}${at % 97 === 0 ? ".5" : ""}`),
    );
    const bytes = Buffer.from(`date,platform,country,metric,value\n${rows.join("\n")}\n`);
    const general = await read(bytes, 50_000, false, false, names);
    expect([general.rows, general.values.length > 12_000, general.rejected > 4500]).toEqual([18_000, true, true]);
    for (const size of [bytes.length, 300_001, 262_144, 8191]) expect(await read(bytes, size, true, false, names)).toEqual(general);
  });

  it("agree on how long a row may be", { timeout: MINUTES_10 }, async () => {
    const head = "date,platform,country,metric,value\n2025-01-13,rednote,US,signups,5\n";
    for (const length of [65_535, 65_536, 65_537, 200_000])
      for (const end of ["", "\n"])
        for (const size of [1000, 65_536, 1_000_000]) {
          const bytes = Buffer.from(`${head}${"x".repeat(length)}${end}`);
          const fast = await read(bytes, size, true, false);
          // How the row begins is known to the quick way alone.
          expect(fast).toMatchObject(await read(bytes, size, false, false));
          expect(fast.end).toEqual(
            length > 65_536
              ? [expect.objectContaining({ line: 3, code: "row_too_long", value: expect.stringMatching(/^x{79}…$/) })]
              : "read",
          );
        }
    for (const quick of [true, false])
      expect((await read(Buffer.from(`${head}${",".repeat(1_000_000)}`), 4096, quick, false)).end).toEqual([
        expect.objectContaining({ line: 3, code: "row_too_long" }),
      ]);
  });
});
