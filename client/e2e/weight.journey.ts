import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, stage } from "./stage.ts";
import { MOST_BEFORE_CHART, MOST_BYTES, type Weight, weigh } from "./weight.ts";

let set: Stage;
let weight: Weight;
beforeAll(async () => {
  set = await stage();
  weight = await weigh(set.browser, `${set.origin}/`);
  const lines = weight.fetched.map(({ path, bytes, encoding }) => `${String(bytes).padStart(8)}  ${encoding.padEnd(4)}  ${path}`);
  console.log(
    [
      "bytes of a first visit until the chart is drawn:",
      ...lines,
      `${String(weight.total).padStart(8)}  of at most ${MOST_BYTES}; ${weight.beforeChart} of at most ${MOST_BEFORE_CHART} before the chart's own chunk`,
    ].join("\n"),
  );
});
afterAll(() => set.stop());

describe("a first visit", () => {
  it("fetches at most 190 kB until the chart is drawn, its data among them", () => {
    expect(weight.fetched.some(({ path }) => path === "/api/v1/series")).toBe(true);
    expect(weight.total).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("fetches at most 80 kB before the chart's own chunk", () => {
    expect(weight.fetched.some(({ path }) => path.endsWith(".js"))).toBe(true);
    expect(weight.beforeChart).toBeGreaterThan(0);
    expect(weight.beforeChart).toBeLessThanOrEqual(MOST_BEFORE_CHART);
  });

  it("fetches everything of weight as brotli", () => {
    expect(weight.fetched.filter(({ bytes, encoding }) => bytes >= 1024 && encoding !== "br")).toEqual([]);
  });
});
