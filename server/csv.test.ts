import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csv } from "./csv.ts";

it("quotes what needs quotes, and leaves the rest alone", () => {
  const rows = [{ id: "a", note: 'one, "two"', fixes: ["x", "y"], on: null, mirror: false }];
  expect(csv(["id", "note", "fixes", "on", "mirror"], rows)).toBe('id,note,fixes,on,mirror\r\na,"one, ""two""",x;y,,false\r\n');
});

const beginsFormula = (text: string) => ["=", "+", "-", "@", "\t", "\r"].some((sign) => text.startsWith(sign));

it("gives back what went in, whatever stands in the cells; what would be a formula behind an apostrophe", () => {
  const shown = (text: string) => (beginsFormula(text) ? `'${text}` : text);
  fc.assert(
    fc.property(fc.array(fc.record({ a: fc.string(), b: fc.string({ unit: "binary" }) }), { minLength: 1 }), (rows) => {
      const expected = rows.map(({ a, b }) => ({ a: shown(a), b: shown(b) }));
      expect(parse(csv(["a", "b"], rows), { columns: true, record_delimiter: "\r\n" })).toEqual(expected);
    }),
  );
});

it("has no cell that a spreadsheet works out, and leaves numbers their sign", () => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];
  const rows = formulas.map((name) => ({ name, value: -0.05, list: ["=1", "x"] }));
  const read: { name: string }[] = parse(csv(["name", "value", "list"], rows), { columns: true, record_delimiter: "\r\n" });
  expect(read.map((row) => row.name)).toEqual(formulas.map((name) => `'${name}`));
  expect(read[0]).toMatchObject({ value: "-0.05", list: "'=1;x" });
});
