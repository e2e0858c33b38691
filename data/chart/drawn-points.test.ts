import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import { defaultView, type View } from "../model/view.ts";
import { drawnPoints } from "./drawn-points.ts";
import { catalog, event, figures, press, series } from "./model.fixture.ts";

const observed = (values: Record<string, number>) => series(values, { source: "default" });
const of = (change: Partial<View>, all = [press]) =>
  drawnPoints(
    { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-01", to: "2025-01-31" }, ...change },
    { catalog, series: all, figures, events: [] },
  );

describe("the drawn points of a view", () => {
  it("are the values of its lines, then its figures with who said them", () => {
    const { points, unit, title } = of({});
    const lines = points.filter(({ mark }) => mark === "line");
    expect(lines.map(({ date, value }) => [numberOf(date), value])).toEqual(press.days.map((day, index) => [day, press.values[index]]));
    expect(lines[0]).toMatchObject({
      platform: "rednote",
      country: "US",
      topic: "all",
      source: "model-press",
      kind: "modelled",
      offset: null,
    });
    const figure = points.find(({ mark }) => mark === "figure");
    expect(figure).toMatchObject({ kind: "figure", source: "", publisher: "Reuters via Investing.com", provider: "Similarweb" });
    expect(figure?.figure).toBe("rf001");
    expect(unit).toBe("users");
    expect(title).toContain("RedNote");
  });

  it("keep a zero that a logarithmic scale has no place for", () => {
    const { points } = of({ scale: "log" }, [observed({ "2025-01-10": 0, "2025-01-11": 5 })]);
    expect(points.filter(({ mark }) => mark === "line").map(({ value }) => value)).toEqual([0, 5]);
  });

  it("say of weeks how many days were reported", () => {
    const { points } = of({ interval: "week" }, [observed({ "2025-01-13": 10, "2025-01-14": 20 })]);
    expect(points).toEqual([expect.objectContaining({ date: "2025-01-13", value: 15, days_reported: 2, days_of: 7 })]);
  });

  it("are in the unit of the measure, beside what was reported", () => {
    const one = observed({ "2025-01-10": 200, "2025-01-11": 300 });
    const { points, unit } = of({ measure: "index", figures: false }, [one]);
    expect(points.map(({ value, reported }) => [value, reported])).toEqual([
      [100, 200],
      [150, 300],
    ]);
    expect(unit).toBe("index, 100 on the base day");
  });

  it("of lines from day 0 have their calendar day, and how far it is", () => {
    const one = observed({ "2025-01-10": 200, "2025-01-11": 300 });
    const events = [event("ban", "2025-01-11")];
    const { points } = drawnPoints(
      { ...defaultView(), platforms: ["rednote"], align: "ban", figures: false },
      { catalog, series: [one], figures, events },
    );
    expect(points.map(({ date, offset }) => [date, offset])).toEqual([
      ["2025-01-10", -1],
      ["2025-01-11", 0],
    ]);
  });

  it("of a second period are marked, on their own days", () => {
    const one = observed({ "2025-01-10": 200, "2025-01-11": 300, "2025-02-10": 7 });
    const { points } = of({ compare: "2025-02-01", figures: false }, [one]);
    const second = points.filter(({ mark }) => mark === "second");
    expect(second.map(({ date, value }) => [date, value])).toEqual([["2025-02-10", 7]]);
  });
});
