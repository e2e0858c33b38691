import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { BABEL } from "./plugins.ts";

type Made = Record<string, (...given: unknown[]) => unknown>;

/** Babel's own functions, as a module of Recharts has them. */
const theirs = made(
  readFileSync(resolve(import.meta.dirname, "../../node_modules/recharts/es6/cartesian/CartesianAxis.js"), "utf8")
    .split("\n")
    .filter((line) => /^function \w+\(.*\}$/.test(line))
    .join("\n"),
);
const ours = made(
  Object.entries(BABEL)
    .map(([name, value]) => `const ${name} = ${value};`)
    .join("\n"),
);

function made(source: string): Made {
  return new Function(`${source}\nreturn { ${Object.keys(BABEL).join(", ")} };`)() as Made;
}

describe("functions in the place of Babel's", () => {
  const props = { stroke: "red", points: [1, null], "data-x": undefined, hide: false };

  it.each(Object.keys(BABEL))("has %s in Recharts at all", (name) => {
    expect(theirs[name]).toBeTypeOf("function");
  });

  it.each([
    ["_objectSpread", () => [{ a: 1 }, props, {}, { stroke: "blue" }]],
    ["_objectSpread", () => [{}, null]],
    ["_extends", () => [{ a: 1 }, props, null, { hide: true }]],
    ["_objectWithoutProperties", () => [props, ["points", "missing"]]],
    ["_objectWithoutProperties", () => [null, ["points"]]],
    ["_slicedToArray", () => [[1, 2], 2]],
    ["_slicedToArray", () => [new Map([["a", 1]]).entries().next().value, 2]],
  ] as const)("%s makes the same, in the same order", (name, given) => {
    const result = ours[name]?.(...given());
    expect(result).toEqual(theirs[name]?.(...given()));
    expect(JSON.stringify(result)).toBe(JSON.stringify(theirs[name]?.(...given())));
  });

  it("leaves what it copies from as it was", () => {
    const from = { a: 1, b: 2 };
    ours._objectWithoutProperties?.(from, ["a"]);
    ours._extends?.({}, from);
    expect(from).toEqual({ a: 1, b: 2 });
  });
});
