import { describe, expect, it } from "vitest";
import { catalogOf, TOPICS_VIEW } from "../../../data/chart/topics.fixture.ts";
import { withMadeUp, withoutMadeUp } from "./made-up.ts";

const made = catalogOf("illustrative");
const [desk] = made.sources;
const catalog = {
  ...made,
  sources: [{ ...desk, id: "press", kind: "modelled" as const }, desk].flatMap((one) => (one ? [one] : [])) as typeof made.sources,
};
const view = { ...TOPICS_VIEW, sources: [] };

describe("what is made up", () => {
  it("is switched on beside what is on, and off again", () => {
    const offered = withMadeUp(view, catalog);
    expect(offered).toMatchObject({ topics: 9, view: { sources: ["press", "desk"], platforms: ["rednote"], countries: ["US"] } });
    expect(offered && withoutMadeUp(offered.view, catalog).sources).toEqual([]);
    expect(withoutMadeUp({ ...view, sources: ["desk"] }, catalog).sources).toEqual([]);
  });

  it("brings a platform and a country that have it, where the view has none that does", () => {
    expect(withMadeUp({ ...view, platforms: ["tiktok"], countries: ["FR"] }, catalog)?.view).toMatchObject({
      platforms: ["rednote"],
      countries: ["US"],
    });
  });

  it("is not offered where it is on, or has no topics of the metric", () => {
    expect(withMadeUp({ ...view, sources: ["desk"] }, catalog)).toBeNull();
    expect(withMadeUp({ ...view, metric: "comments" }, catalog)).toBeNull();
  });
});
