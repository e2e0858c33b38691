import { describe, expect, it } from "vitest";
import { knownSeries } from "../../data/analysis/surge.fixture.ts";
import { surgeOf } from "../../data/analysis/surge.ts";
import { seriesTable } from "../../data/analysis/table.ts";
import { catalog, figure } from "../../data/chart/model.fixture.ts";
import { chartModel } from "../../data/chart/model.ts";
import { surgeLayer, valuesOf } from "../../data/chart/surge-layer.ts";
import { dayOf } from "../../data/model/day.ts";
import type { DailySeries } from "../../data/model/series.ts";
import { defaultView } from "../../data/model/view.ts";
import { frameOf } from "./frame.ts";
import type { Label } from "./label.ts";
import { panelLabels } from "./labels.ts";
import { type Box, overlap } from "./place.ts";
import { MOST_MARKED, placeMarks } from "./surge-place.ts";
import { textWidth } from "./text.ts";

const metric = catalog.metrics[0] as (typeof catalog.metrics)[number];
const codes = ["US", "GB", "NO", "DE", "FR", "CA", "AU", "BR"];

/** Surges of some size, one in each country, as a page draws them. */
function drawn(count: number, width: number, figures = 0, days = 120) {
  const countries = codes.slice(0, count);
  const series = countries.map((country, seed): DailySeries => {
    const { days: all, values } = knownSeries(seed, 3_100_000);
    const key = { platform: "rednote", country, metric: metric.id, topic: "all", source: "default" };
    return { ...key, days: all.slice(0, days), values: values.slice(0, days).map((value) => value / (seed + 1) ** 2) };
  });
  const range = { from: 20_030, to: 20_030 + days - 31 };
  const view = { ...defaultView(), platforms: ["rednote"], countries, range: { from: dayOf(range.from), to: dayOf(range.to) } };
  const layer = surgeLayer(series, (one) => surgeOf(one, metric), { range, metric, kindOf: () => "observed" });
  const table = seriesTable(view, series, catalog);
  const published = Array.from({ length: figures }, (_, at) =>
    figure(`rf${at}`, 400_000 * (at + 1), dayOf(20_042 + at), { fixes: ["default"] }),
  );
  const model = chartModel({ view, range, table, daily: table, series, figures: published, events: [], catalog, beside: valuesOf(layer) });
  const frame = frameOf(model, width);
  const labels = frame.panels.flatMap((at) => panelLabels(model, at, frame));
  return { frame, labels, marks: frame.panels.flatMap((at) => placeMarks(layer, at, frame, labels)) };
}

function boxOf({ x, y, anchor, size, rows }: Label, row = 0): Box {
  const width = (rows[row] ?? []).reduce((sum, run) => sum + textWidth(run.text, size, run.bold ? 600 : 400), 0);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x: left, y: y + row * 16 - size + 2, width, height: size };
}

describe("marks of a surge", () => {
  it.each([1376, 900, 358])("stand on the line with their words beside them, at %i pixels", (width) => {
    const { marks, frame } = drawn(1, width);
    expect(marks.map((mark) => mark.mark.figure)).toEqual(["onset", "peak", "half_life"]);
    for (const mark of marks) {
      expect(mark.x).toBeCloseTo(frame.x(mark.mark.day), 6);
      expect(mark.y).toBeCloseTo(frame.panels[0]?.y(mark.mark.value) ?? 0, 6);
    }
    expect(marks.find((mark) => mark.mark.figure === "peak")?.label?.rows[0]?.[0]?.text).toMatch(/^Peak ×\d/);
  });

  it.each([
    [1376, 9],
    [900, 9],
    [358, 9],
    [1376, 3],
    [358, 3],
  ])("put no word over a word that is there: at %i pixels with %i figures", (width, figures) => {
    const { marks, labels, frame } = drawn(2, width, figures);
    const taken = labels.flatMap((label) => label.rows.map((_, row) => boxOf(label, row)));
    const own = marks.flatMap((mark) => (mark.label ? [boxOf(mark.label)] : []));
    expect(labels.length).toBeGreaterThan(figures / 3);
    own.forEach((box, index) => {
      expect(box.x >= frame.left && box.x + box.width <= frame.right).toBe(true);
      for (const other of [...taken, ...own.slice(0, index)]) expect(overlap(box, other)).toBe(false);
    });
    for (const mark of marks.filter(({ form }) => form === "bracket")) {
      const bracket = { x: mark.x, y: mark.y - 5, width: (mark.end as number) - mark.x, height: 10 };
      for (const other of taken) expect(overlap(bracket, other)).toBe(false);
    }
  });

  it("are signs alone where there are many lines, and those of the first six at most", () => {
    expect(drawn(4, 1376).marks.every((mark) => mark.label === undefined)).toBe(true);
    const many = drawn(8, 1376);
    expect(new Set(many.marks.map((mark) => mark.key.split(" ")[0])).size).toBe(MOST_MARKED);
  });

  it("have no half-life while it is too early to tell", () => {
    expect(drawn(1, 1376, 0, 60).marks.map((mark) => mark.mark.figure)).toEqual(["onset", "peak"]);
  });
});
