import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Figure } from "../model/figure.ts";
import { FIGURE_ROW } from "../reference/entries.ts";
import { tableOf } from "../reference/table.ts";
import { conflictsOf, factorOf, isRelay, quantityOf, widest } from "./conflicts.ts";

const records = parse(readFileSync("data/reference/reported-figures.csv")) as string[][];
const lines = records.map((cells, index) => ({ line: index + 1, cells }));
const FIGURES = tableOf(FIGURE_ROW, lines).entries.map((one): Figure => ({ ...one, fixes: [] }));
const figure = (id: string) => FIGURES.find((one) => one.id === id) as Figure;
const pairs = (conflicts = conflictsOf(FIGURES)) => conflicts.map(({ low, high }) => `${low.id} ${high.id}`);
const made = (id: string, change: Partial<Figure>): Figure => ({ ...figure("rf003"), id, url: `https://example.org/${id}`, ...change });

describe("conflicts of the reported figures", () => {
  it("are those that the notes and the days say", () => {
    expect(pairs()).toEqual(
      expect.arrayContaining([
        "rf003 rf007", // 3.4M and 32.5M, by the note
        "rf003 rf005", // 3.4M on two days, by the note
        "rf004 rf003", // 2.4M and 3.4M on one day
        "rf016 rf014", // 70 and 700 thousand
        "rf028 rf033", // more in a day than in the month
        "rf022 rf023", // 3 and 20 times, by the note
        "rf043 rf044", // places 11 and 25 of one day
        "rf124 rf125", // 800M and 1.91B, by the note
        "rf090 rf087", // 200M and 300M a month, by the note
        "rf164 rf163", // over 170M and over 200M, by the note
      ]),
    );
  });

  it("are none where two figures stand on one page, count other things, or change against another base", () => {
    const all = pairs().join(", ");
    expect(all).not.toMatch(/rf173 rf174/); // the ends of one dip
    expect(all).not.toMatch(/rf139|rf140|rf131|rf133/); // corpora and rooms
    expect(all).not.toMatch(/rf024/); // 30 times against the year before, not the week
    expect(all).not.toMatch(/rf052 rf056/); // first on two days
  });

  it("begin with the farthest apart", () => {
    const [first] = conflictsOf(FIGURES);
    expect([first?.low.id, first?.high.id, first?.ratio]).toEqual(["rf016", "rf019", 10_000]);
  });
});

describe("two levels of one day", () => {
  it("agree within a bound, and within a tenth where one is about", () => {
    expect(conflictsOf([made("a", { value: 100, qualifier: "over" }), made("b", { value: 300 })])).toEqual([]);
    expect(conflictsOf([made("a", { value: 100 }), made("b", { value: 300, qualifier: "under" })])).toEqual([]);
    expect(conflictsOf([made("a", { value: 100, qualifier: "about" }), made("b", { value: 109 })])).toEqual([]);
    expect(pairs(conflictsOf([made("a", { value: 100, qualifier: "about" }), made("b", { value: 112 })]))).toEqual(["a b"]);
    expect(pairs(conflictsOf([made("a", { value: 100 }), made("b", { value: 101 })]))).toEqual(["a b"]);
  });

  it("of another country or another day do not meet", () => {
    const other = made("b", { value: 300, country: "DE" });
    const later = made("c", { value: 300, date_from: "2025-01-14", date_to: "2025-01-14" });
    expect(conflictsOf([made("a", { value: 100 }), other, later])).toEqual([]);
  });
});

describe("two totals", () => {
  const total = (id: string, value: number, from: string, to: string) =>
    made(id, { value, basis: "total", date_from: from, date_to: to, metric: "downloads" });

  it("may grow with their days, but no part is more than the whole", () => {
    const month = total("a", 800, "2025-01-01", "2025-01-20");
    expect(conflictsOf([month, total("b", 300, "2025-01-13", "2025-01-14")])).toEqual([]);
    expect(pairs(conflictsOf([month, total("b", 900, "2025-01-13", "2025-01-14")]))).toEqual(["a b"]);
    expect(conflictsOf([month, total("b", 900, "2025-01-15", "2025-01-30")])).toEqual([]);
    expect(pairs(conflictsOf([month, total("b", 900, "2025-01-02", "2025-01-21")]))).toEqual(["a b"]);
  });
});

describe("what a bracket spans", () => {
  it("is the widest pair of one day, and what cannot be traced hides no other", () => {
    const of = (id: string) => conflictsOf(FIGURES.filter((one) => quantityOf(one) === quantityOf(figure(id))));
    expect(pairs(widest(of("rf106")))).toEqual(["rf109 rf114"]);
    expect(pairs(widest(of("rf014")))).toEqual(["rf016 rf019", "rf016 rf014"]);
    expect(pairs(widest(of("rf003")))).toEqual(["rf003 rf007", "rf004 rf003"]);
  });
});

describe("a figure", () => {
  it("relays another where provider and number are the same, ranks aside", () => {
    expect(isRelay(figure("rf003"), figure("rf005"))).toBe(true);
    expect(isRelay(figure("rf003"), figure("rf004"))).toBe(false);
    expect(isRelay(figure("rf055"), figure("rf057"))).toBe(false);
  });

  it("that tells of a change is a factor", () => {
    expect(factorOf(figure("rf032"))).toBeCloseTo(0.201, 10);
    expect(factorOf(figure("rf021"))).toBeCloseTo(2.94, 10);
    expect(factorOf(figure("rf026"))).toBe(22);
    expect(factorOf(figure("rf023"))).toBe(20);
  });
});
