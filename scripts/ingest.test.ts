import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import type { Receipt } from "../data/model/snapshot.ts";
import { ask, desk } from "./command/command.fixture.ts";
import { inWords, main } from "./ingest.ts";

const GOOD = "date,platform,country,metric,value\n2025-01-13,rednote,GB,signups,5\n";
const BAD = "date,platform,country,metric,value\n2025-01-13,rednote,UK,signups,5\n";

const at = desk();

function file(name: string, content: string | Buffer): string {
  const path = join(at.folder, name);
  writeFileSync(path, content);
  return path;
}

const vintage = () => ask(at, (store) => store.vintage());

describe("npm run ingest", () => {
  it("makes the database with its catalog, takes files in their order and says what became of each", async () => {
    const [one, two] = [file("one.csv", GOOD), file("two.csv.gz", gzipSync(GOOD.replace(",5\n", ",1234\n")))];
    expect(await main([one, two, two])).toBe(0);
    expect(at.out.split("\n")).toEqual([
      `${one}: batch 2. 1 row: 1 new, 0 revised, 0 unchanged.`,
      `${two}: batch 3. 1 row: 0 new, 1 revised, 0 unchanged.`,
      `${two}: These very bytes came before, as batch 3; nothing changed.`,
      "",
    ]);
    expect(at.err).toBe("");
  });

  it("names line, field and hint of a fault, writes nothing and answers 1", async () => {
    await main([file("good.csv", GOOD)]);
    const before = vintage();
    const bad = file("bad.csv", BAD);
    expect(await main([bad])).toBe(1);
    expect(at.err).toBe(
      `${bad}: rejected, nothing was written. 1 of 1 row is at fault:\n  line 2, country: There is no country UK. Did you mean GB?\n`,
    );
    expect(vintage()).toBe(before);
  });

  it("prints one JSON value on standard output: a receipt, or a list of them", async () => {
    const good = file("good.csv", GOOD);
    expect(await main(["--json", good])).toBe(0);
    expect(JSON.parse(at.out)).toEqual({
      batch: 2,
      vintage: 2,
      rows: 1,
      inserted: 1,
      revised: 0,
      unchanged: 0,
      retracted: 0,
      rejected: 0,
      errors: [],
      replayed: false,
    } satisfies Receipt);
    at.out = "";
    expect(await main([good, file("bad.csv", BAD), "--json"])).toBe(1);
    expect(JSON.parse(at.out)).toMatchObject([
      { batch: 2, replayed: true },
      { rejected: 1, errors: [{ line: 2, hint: "GB" }] },
    ]);
    expect(at.err).toBe("");
  });

  it("gives rows a source where they name none", async () => {
    const good = file("good.csv", GOOD);
    expect(await main([good, "--source", "model-blog"])).toBe(0);
    expect(await main([good, "--source", "model-blgo"])).toBe(1);
    expect(at.err).toContain("source: There is no source model-blgo. Did you mean model-blog?");
    expect(ask(at, (store) => store.catalog().coverage.map(({ source }) => source))).toEqual(["model-blog"]);
  });

  it("tries nothing where an argument means nothing, and answers 2", async () => {
    const good = file("good.csv", GOOD);
    for (const [argv, complaint] of [
      [[], "Name a file."],
      [["--jsno", good], "--jsno"],
      [[good, join(at.folder, "gone.csv")], "There is no file"],
      [[at.folder], "is not a file"],
      [[file("table.xlsx", GOOD)], "does not say what it is"],
      [[good, "--source", "My Source"], "--source is `My Source`"],
    ] as const) {
      at.err = "";
      expect(await main([...argv])).toBe(2);
      expect(at.err).toContain(complaint);
    }
    expect(at.out).toBe("");
    expect(vintage()).toBe(0);
  });

  it("unpacks a file of one's own however well it is packed, up to SURGE_UNPACKED_BYTES", async () => {
    const packed = join(at.folder, "same.csv.gz");
    writeFileSync(packed, gzipSync(`date,platform,country,metric,value\n${"2025-01-13,vine,US,signups,5\n".repeat(60_000)}`));
    expect(await main([packed])).toBe(1);
    expect(at.err).toContain("60,000 of 60,000 rows are at fault");
    at.err = "";
    vi.stubEnv("SURGE_UNPACKED_BYTES", "1000000");
    expect(await main([packed])).toBe(1);
    expect(at.err).toBe("Unpacked it is larger than 1000000 bytes (SURGE_UNPACKED_BYTES). Nothing was written. Send it in parts.\n");
  });

  it("says in plain words that the database is none", async () => {
    vi.stubEnv("SURGE_DATABASE", file("notes.txt", "nothing like a database ".repeat(100)));
    expect(await main([file("good.csv", GOOD)])).toBe(1);
    expect(at.err).toMatch(/notes\.txt is not a database\..*SURGE_DATABASE\.\n$/);
  });

  it("helps", async () => {
    expect(await main(["--help"])).toBe(0);
    expect(at.out).toContain("npm run ingest -- FILE...");
  });
});

describe("a receipt in words", () => {
  const receipt: Receipt = {
    batch: null,
    vintage: 7,
    rows: 0,
    inserted: 0,
    revised: 0,
    unchanged: 0,
    retracted: 0,
    rejected: 0,
    errors: [],
    replayed: false,
  };

  it("says why nothing changed", () => {
    expect(inWords("a.csv", receipt)).toBe("a.csv: There are no rows in it; nothing changed. The newest batch is 7.\n");
    expect(inWords("a.csv", { ...receipt, rows: 5, unchanged: 5 })).toBe(
      "a.csv: All of its rows are known; nothing changed. The newest batch is 7.\n",
    );
  });

  it("lists the first fifty faults and counts the others", () => {
    const errors = Array.from({ length: 1000 }, (_, line) => ({ line, field: "date", code: "blank", detail: "The date is blank." }));
    const text = inWords("a.csv", { ...receipt, rows: 1_234_567, rejected: 1500, errors });
    expect(text.split("\n")).toHaveLength(53);
    expect(text).toContain("1,500 of 1,234,567 rows are at fault:");
    expect(text).toMatch(/ {2}and 950 or more other faults\n$/);
  });
});
