import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, stage } from "./stage.ts";
import { MOST_BEFORE_CHART, MOST_BYTES, type Weight, weigh } from "./weight.ts";

const FIRST = ["/", "/growth"] as const;

let set: Stage;
const weights = new Map<string, Weight>();
beforeAll(async () => {
  set = await stage();
  for (const path of FIRST) {
    const weight = await weigh(set.browser, set.origin + path);
    weights.set(path, weight);
    const lines = weight.fetched.map(({ path, bytes, encoding }) => `${String(bytes).padStart(8)}  ${encoding.padEnd(4)}  ${path}`);
    console.log(
      [
        `bytes of a first visit to ${path} until the chart is drawn:`,
        ...lines,
        `${String(weight.total).padStart(8)}  of at most ${MOST_BYTES}; ${weight.beforeChart} of at most ${MOST_BEFORE_CHART} before the chart's own chunk`,
      ].join("\n"),
    );
  }
});
afterAll(() => set.stop());

describe.each(FIRST)("a first visit to %s", (path) => {
  const weight = () => weights.get(path) as Weight;

  it("fetches at most 190 kB until the chart is drawn, its data among them", () => {
    expect(weight().fetched.some((one) => one.path === "/api/v1/series")).toBe(true);
    expect(weight().total).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("fetches at most 80 kB before the chart's own chunk", () => {
    expect(weight().fetched.some((one) => one.path.endsWith(".js"))).toBe(true);
    expect(weight().beforeChart).toBeGreaterThan(0);
    expect(weight().beforeChart).toBeLessThanOrEqual(MOST_BEFORE_CHART);
  });

  it("fetches everything of weight as brotli", () => {
    expect(weight().fetched.filter(({ bytes, encoding }) => bytes >= 1024 && encoding !== "br")).toEqual([]);
  });
});
