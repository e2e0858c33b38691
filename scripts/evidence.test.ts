import { describe, expect, it, vi } from "vitest";
import { carried } from "../data/model/page.ts";
import { defaultView } from "../data/model/view.ts";
import { readConfig } from "../server/config.ts";
import { readReference } from "../server/reference.ts";
import { main, sentences } from "./evidence.ts";

const reference = await readReference(readConfig().dataFolder);
const everything = carried(defaultView(), "evidence");
const known = new Map<string, Set<string>>([
  ["reported-figures.csv", new Set(reference.figures.map(({ id }) => id))],
  ["claims.csv", new Set(reference.claims.map(({ id }) => id))],
]);

async function printed(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const catching = (lines: string[]) => (text: string | Uint8Array) => lines.push(String(text)) > 0;
  const write = vi.spyOn(process.stdout, "write").mockImplementation(catching(out));
  const fail = vi.spyOn(process.stderr, "write").mockImplementation(catching(err));
  try {
    return { code: await main(argv), out: out.join(""), err: err.join("") };
  } finally {
    write.mockRestore();
    fail.mockRestore();
  }
}

describe.each(["en", "zh"])("every sentence of the Evidence page, %s", (language) => {
  const views = [
    everything,
    defaultView(),
    { ...everything, known: "2025-01-16" },
    { ...everything, known: "2020-01-01" },
    { ...everything, providers: ["similarweb"] },
  ];

  it.each(views)("comes from rows that are there", (view) => {
    const list = sentences(reference, view, language);
    expect(list.length).toBeGreaterThan(50);
    for (const { said } of list) {
      expect(said.rows.length).toBeGreaterThan(0);
      for (const { file, id } of said.rows) expect(known.get(file)?.has(id), `${said.text}: ${file} ${id}`).toBe(true);
    }
  });

  it("tells of every figure and every claim, and of each number the one that its row has", () => {
    const list = sentences(reference, everything, language);
    const told = new Set(list.flatMap(({ said }) => said.rows.map(({ id }) => id)));
    for (const { id } of [...reference.figures, ...reference.claims]) expect(told.has(id), id).toBe(true);
    const dot = list.find(({ place, said }) => place === "dot" && said.rows.some(({ id }) => id === "rf007"));
    expect(dot?.said.text).toBe(language === "en" ? "32.5M" : "3250万");
  });
});

describe("npm run evidence", () => {
  it("prints each sentence with the file and the rows that it comes from", async () => {
    const { code, out } = await printed("known=2025-01-16", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain(
      "en  known     By 16 January 2025, 39 of the figures are known to have been published.\n    reported-figures.csv: rf001 ",
    );
    expect(out).toMatch(/en {2}claim {5}Growth shows no signs of slowing\n {4}claims\.csv: c04\n/);
  });

  it("prints both languages as one value of JSON", async () => {
    const { out } = await printed("--json");
    const list = JSON.parse(out) as { language: string; text: string; rows: unknown[] }[];
    expect(new Set(list.map(({ language }) => language))).toEqual(new Set(["en", "zh"]));
    expect(list.every(({ rows }) => rows.length > 0)).toBe(true);
  });

  it("refuses what it does not understand", async () => {
    expect((await printed("--lang", "fr")).code).toBe(2);
    expect((await printed("known=soon")).err).toContain("`known=soon`. It takes: day, YYYY-MM-DD.");
    expect((await printed("--sideways")).code).toBe(2);
  });
});
