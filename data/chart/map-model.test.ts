import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import { defaultView } from "../model/view.ts";
import { catalogWith, madeUp, mapOf, RANGE, surging } from "./map.fixture.ts";
import { mapChoice, mapOptions, withChoice } from "./map-choice.ts";
import { cellsOn, DISAGREE, lastKnownDay, type MapModel, NO_VALUE, NOT_FOUND } from "./map-model.ts";
import { figure, press, series } from "./model.fixture.ts";

const us = madeUp("US", { "2025-01-10": 40_000, "2025-01-11": 900_000, "2025-01-13": 3_000_000 });
const no = madeUp("NO", { "2025-01-11": 700, "2025-01-12": 0 });

function cell(model: MapModel, country: string, day: string): number {
  const index = model.countries.findIndex(({ id }) => id === country);
  return cellsOn(model, numberOf(day))[index] as number;
}

describe("the cells of a map", () => {
  const { model } = mapOf({ sources: ["illustrative"] }, [us, no]);

  it("are steps of one ramp for all days, so that a colour keeps its meaning while days go by", () => {
    expect(model.steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 1_000],
      [1_000, 10_000],
      [10_000, 100_000],
      [100_000, 1_000_000],
      [1_000_000, 10_000_000],
    ]);
    expect(["2025-01-10", "2025-01-11", "2025-01-13"].map((day) => cell(model, "US", day))).toEqual([2, 3, 4]);
    expect(cell(model, "NO", "2025-01-11")).toBe(0);
  });

  it("tell a zero from a day without a value", () => {
    expect(cell(model, "NO", "2025-01-12")).toBe(0);
    expect(cell(model, "NO", "2025-01-13")).toBe(NO_VALUE);
    expect(cell(model, "GB", "2025-01-11")).toBe(NO_VALUE);
  });

  it("are counted for each day; the last day with any is the one that is shown first", () => {
    expect(model.known).toEqual([1, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(lastKnownDay(model)).toBe(numberOf("2025-01-13"));
    expect(lastKnownDay(mapOf({ platforms: ["lemon8"] }, [us]).model)).toBe(RANGE.to);
  });

  it("stay at the edge of the range where a day is outside of it", () => {
    expect(cell(model, "US", "2024-01-01")).toBe(cell(model, "US", "2025-01-10"));
  });

  it("leave the world out of steps and counts", () => {
    const world = madeUp("WORLD", { "2025-01-10": 5e9 });
    const { model: both } = mapOf({ sources: ["illustrative"] }, [us, no, world]);
    expect(both.steps).toEqual(model.steps);
    expect(both.known).toEqual(model.known);
    expect([both.count, both.countries.at(-1)?.id]).toEqual([5, "WORLD"]);
  });

  it("are for 100,000 people where that is asked, and none where nobody knows how many live there", () => {
    const ax = madeUp("AX", { "2025-01-11": 50 });
    const { model: each } = mapOf({ sources: ["illustrative"], measure: "per100k" }, [us, no, ax]);
    const width = each.countries.length;
    expect(each.values[width + 4]).toBeCloseTo((900_000 / 340_000_000) * 1e5);
    expect(cell(each, "AX", "2025-01-11")).toBe(NO_VALUE);
    const { model: rank } = mapOf({ sources: ["illustrative"], metric: "app_store_rank", measure: "per100k" }, [
      madeUp("US", { "2025-01-11": 3 }, { metric: "app_store_rank" }),
    ]);
    expect([rank.perPeople, rank.smallestFirst]).toEqual([false, true]);
  });
});

describe("published figures on a map", () => {
  const later = figure("a", 90_000, "2025-01-18", { country: "NO", date_to: "2025-01-19" });

  it("stand for their days where the modelled line has none", () => {
    const { model } = mapOf({}, [press], [later]);
    expect(cell(model, "NO", "2025-01-17")).toBe(NO_VALUE);
    expect(cell(model, "NO", "2025-01-18")).toBeGreaterThanOrEqual(0);
    expect(cell(model, "NO", "2025-01-19")).toBeGreaterThanOrEqual(0);
    expect(model.known.slice(7)).toEqual([0, 1, 1, 0]);
  });

  it("do not take the place of a line's own value", () => {
    const { model } = mapOf({}, [press], [figure("b", 9, "2025-01-13")]);
    const index = model.countries.findIndex(({ id }) => id === "US");
    expect(model.values[3 * model.countries.length + index]).toBe(3_400_000);
  });

  it("make no steps where they fill nothing, nor does the world", () => {
    const beside = [figure("b", 9e9, "2025-01-13"), figure("c", 9e9, "2025-01-18", { country: "WORLD" }), figure("d", 9e9, "2025-03-01")];
    expect(mapOf({}, [press], beside).model.steps).toEqual(mapOf({}, [press]).model.steps);
    expect(mapOf({}, [press], [figure("e", 9e9, "2025-01-18")]).model.steps.at(-1)?.to).toBe(1e10);
  });

  it("are never mixed with what is counted or made up", () => {
    expect(mapOf({ sources: ["illustrative"] }, [us], [later]).model.known[8]).toBe(0);
    expect(mapOf({}, [series({ "2025-01-10": 5 }, { source: "default" })], [later]).model.known[8]).toBe(0);
  });

  it("that fall into different steps disagree, whichever comes first; those of one step are one", () => {
    const near = figure("c", 95_000, "2025-01-18", { country: "NO" });
    const far = figure("d", 4_000, "2025-01-18", { country: "NO" });
    const day = "2025-01-18";
    expect(cell(mapOf({}, [press], [later, far]).model, "NO", day)).toBe(DISAGREE);
    expect(cell(mapOf({}, [press], [far, later, far]).model, "NO", day)).toBe(DISAGREE);
    expect(cell(mapOf({}, [press], [later, near]).model, "NO", day)).toBeGreaterThanOrEqual(0);
  });

  it("that nobody can trace, or that are totals of several days, are not drawn", () => {
    const { model } = mapOf(
      {},
      [press],
      [
        { ...later, estimate_kind: "untraceable" },
        { ...later, basis: "total" },
        { ...later, metric_id: null },
      ],
    );
    expect(model.figures.size).toBe(0);
  });

  it("are off where the view has them off", () => {
    expect(mapOf({ figures: false }, [press], [later]).model.known[8]).toBe(0);
  });
});

describe("a map of a surge", () => {
  const all = [surging("US", 300_000, 11), surging("NO", 4_000, 3), madeUp("GB", { "2025-01-01": 5 })];

  it("has one row for all days, and tells a series without a surge from no series", () => {
    const { model } = mapOf({ sources: ["illustrative"], by: "multiple" }, all);
    expect([model.daily, model.values.length]).toEqual([false, 6]);
    expect(model.values[4]).toBeCloseTo(11, 0);
    expect(cell(model, "GB", "2025-01-10")).toBe(NOT_FOUND);
    expect(cell(model, "SG", "2025-01-10")).toBe(NO_VALUE);
    expect(model.known).toEqual([2]);
  });

  it("counts an early onset first, in steps of whole days", () => {
    const { model } = mapOf({ sources: ["illustrative"], by: "onset" }, all);
    expect(model.smallestFirst).toBe(true);
    expect(model.steps.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to))).toBe(true);
  });

  it("takes shares linearly, whatever the scale of the view", () => {
    const { model } = mapOf({ sources: ["illustrative"], by: "retained_7" }, all);
    const sizes = model.steps.map(({ from, to }) => Number((to - from).toPrecision(6)));
    expect(new Set(sizes).size).toBe(1);
  });
});

describe("what a map shows of a view", () => {
  const blog = series({ "2025-01-10": 5 }, { source: "model-blog" });
  const catalog = catalogWith([press, blog, us, series({ "2025-01-10": 5 }, { topic: "privacy", source: "illustrative" })]);

  it("is the first platform, and the first source and topic that have data of it", () => {
    expect(mapChoice(defaultView(), catalog)).toMatchObject({ platform: "rednote", source: { id: "model-press" }, topic: "all" });
    expect(mapChoice({ ...defaultView(), sources: ["default", "model-blog"] }, catalog).source?.id).toBe("model-blog");
    expect(mapChoice({ ...defaultView(), platforms: ["tiktok"] }, catalog).source).toBeNull();
    expect(mapChoice({ ...defaultView(), topics: ["privacy"], sources: ["model-press", "illustrative"] }, catalog)).toMatchObject({
      ...{ source: { id: "illustrative" }, topic: "privacy" },
    });
  });

  it("never begins with what is made up", () => {
    expect(mapOptions(defaultView(), catalog).sources.map(({ id }) => id)).toEqual(["model-press", "model-blog"]);
  });

  it("is another one where another is put first", () => {
    expect(withChoice(defaultView(), catalog, "platforms", "tiktok").platforms).toEqual(["tiktok", "rednote"]);
    const view = withChoice(defaultView(), catalog, "sources", "illustrative");
    expect(view.sources).toEqual(["illustrative", "default", "model-press", "model-blog"]);
    expect(mapChoice(view, catalog).source?.id).toBe("illustrative");
  });
});
