import { describe, expect, it } from "vitest";
import { EVERYTHING, FIGURES } from "../../../data/chart/evidence.fixture.ts";
import { choicesOf, unknownChoices, withChoice } from "./options.ts";

describe("the choices of a filter", () => {
  it("are what figures have, with how many the other filters let pass", () => {
    const providers = choicesOf("providers", FIGURES, EVERYTHING, (id) => id);
    expect(providers[0]).toEqual({ id: "sensor-tower", name: "sensor-tower", count: 36 });
    expect(providers.reduce((sum, { count }) => sum + count, 0)).toBe(FIGURES.length);
    const some = choicesOf("providers", FIGURES, { ...EVERYTHING, platforms: ["youtube"], providers: ["tiktok"] }, (id) => id);
    expect(some.filter(({ count }) => count > 0).map(({ id, count }) => [id, count])).toEqual([["apptopia-guggenheim", 1]]);
  });

  it("grow and shrink, and are everything where all or none are chosen", () => {
    expect(withChoice([], "a", ["a", "b", "c"])).toEqual(["a"]);
    expect(withChoice(["a"], "b", ["a", "b", "c"])).toEqual(["a", "b"]);
    expect(withChoice(["a"], "a", ["a", "b", "c"])).toEqual([]);
    expect(withChoice(["a", "b"], "c", ["a", "b", "c"])).toEqual([]);
  });
});

describe("names that no figure has", () => {
  it("are told by their parameter", () => {
    const view = { ...EVERYTHING, providers: ["similarweb", "oracle"], quantities: ["vibes"], figure: "rf999" };
    expect(unknownChoices(view, FIGURES)).toEqual([
      { field: "providers", id: "oracle" },
      { field: "quantities", id: "vibes" },
      { field: "figure", id: "rf999" },
    ]);
    expect(unknownChoices({ ...EVERYTHING, figure: "rf003" }, FIGURES)).toEqual([]);
  });
});
