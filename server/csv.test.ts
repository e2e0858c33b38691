import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csv } from "./csv.ts";

it("quotes what needs quotes, and leaves the rest alone", () => {
  const rows = [{ id: "a", note: 'one, "two"', fixes: ["x", "y"], on: null, mirror: false }];
  expect(csv(["id", "note", "fixes", "on", "mirror"], rows)).toBe('id,note,fixes,on,mirror\r\na,"one, ""two""",x;y,,false\r\n');
});

it("gives back what went in, whatever stands in the cells", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ a: fc.string(), b: fc.string({ unit: "binary" }) }), { minLength: 1 }), (rows) => {
      expect(parse(csv(["a", "b"], rows), { columns: true, record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});
