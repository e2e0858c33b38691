import { describe, expect, it } from "vitest";
import { catalog, model, series } from "../../data/chart/model.fixture.ts";
import { multiplesOf } from "../../data/chart/multiples.ts";
import type { View } from "../../data/model/view.ts";
import { type MultiplesFrame, multiplesFrame } from "./multiples-frame.ts";
import { smallLabels } from "./multiples-labels.ts";
import { smallPath } from "./small-path.ts";

const codes = Array.from(
  { length: 40 },
  (_, index) => `${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`,
);
const values = { "2025-01-11": 45_000, "2025-01-12": 80_000, "2025-01-15": 260_000 };

function framed(countries: string[], width: number, change: Partial<View> = {}, platforms = ["rednote"]): MultiplesFrame {
  const all = countries.flatMap((country, index) =>
    platforms.map((platform, at) =>
      series(Object.fromEntries(Object.entries(values).map(([day, value]) => [day, value * (index + 1) * 10 ** at])), {
        country,
        platform,
      }),
    ),
  );
  const drawn = model({ layout: "countries", countries, platforms, ...change }, all, { figures: [] });
  const multiples = multiplesOf(drawn, catalog);
  if (!multiples) throw new Error("nothing is drawn");
  return multiplesFrame(drawn, multiples, width);
}

describe("the frame of small charts", () => {
  it.each([
    [1376, 40, 5],
    [1376, 3, 3],
    [900, 40, 3],
    [680, 40, 2],
    [358, 40, 1],
    [288, 40, 1],
  ])("at %i pixels puts %i countries into %i columns, none over another and none over the edge", (width, count, columns) => {
    const frame = framed(codes.slice(0, count), width);
    expect(frame.columns).toBe(columns);
    expect(frame.panels).toHaveLength(count);
    frame.panels.forEach((panel, index) => {
      expect(panel.left).toBeGreaterThanOrEqual(0);
      expect(panel.end).toBeLessThanOrEqual(width + 0.01);
      expect(panel.right - panel.left).toBeGreaterThan(90);
      expect(panel.bottom).toBeLessThan(frame.height);
      for (const other of frame.panels.slice(0, index))
        expect(other.end <= panel.left || other.bottom <= panel.top - 20 || panel.bottom <= other.top - 20).toBe(true);
    });
  });

  it("gives one value one height in every row, numbers to the first column and days to the last picture of each", () => {
    const frame = framed(codes.slice(0, 7), 1376);
    expect(new Set(frame.panels.map((panel) => (panel.bottom - panel.y(100_000)).toFixed(6))).size).toBe(1);
    expect(frame.panels.map((panel) => panel.hasNumbers)).toEqual([true, false, false, false, false, true, false]);
    expect(frame.panels.map((panel) => panel.hasDays)).toEqual([false, false, true, true, true, true, true]);
    expect(frame.ticks.length).toBeGreaterThan(1);
  });

  it("gives a linear scale one height, too", () => {
    const frame = framed(codes.slice(0, 5), 1376, { scale: "linear" });
    expect(frame.decade).toBe(0);
    expect(new Set(frame.panels.map((panel) => (panel.bottom - panel.y(100_000)).toFixed(6))).size).toBe(1);
  });
});

describe("the names in a small chart", () => {
  it("stand one under the other inside it, and count those that have no room", () => {
    const [panel] = framed(["US"], 358, {}, ["rednote", "tiktok", "lemon8"]).panels;
    if (!panel) throw new Error("no panel");
    const speech = model({}, [series(values)]).speech;
    const lines = Array.from({ length: 30 }, () => panel.panel.lines).flat();
    const { labels, more } = smallLabels({ ...panel, panel: { ...panel.panel, lines } }, speech);
    expect(labels.length + more).toBe(lines.length);
    expect(more).toBeGreaterThan(0);
    labels.slice(1).forEach((label, index) => {
      expect(label.y - (labels[index]?.y ?? 0)).toBeGreaterThanOrEqual(12.99);
    });
    for (const label of labels) expect(label.y).toBeLessThan(panel.bottom + 14);
  });
});

describe("the path of a small line", () => {
  const at = { y: (value: number) => 100 - value, bottom: 100 };
  const line = (list: (number | null)[]) => ({ values: list }) as Parameters<typeof smallPath>[0];

  it("has a gap where nothing was reported, and a dot for a value that stands alone", () => {
    expect(smallPath(line([10, 20, null, 30, null, 40, 50]), [0, 1, 2, 3, 4, 5, 6], at)).toEqual({
      d: "M0 90L1 80M5 60L6 50",
      alone: [{ x: 3, y: 70 }],
      under: "",
    });
  });

  it("closes along the bottom where it has no gap", () => {
    expect(smallPath(line([10, 20]), [0, 1], at).under).toBe("M0 90L1 80V100H0Z");
    expect(smallPath(line([null, 10]), [0, 1], at)).toEqual({ d: "", alone: [{ x: 1, y: 90 }], under: "" });
  });
});
