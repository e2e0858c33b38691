import { describe, expect, it } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG, figure } from "./catalog.fixture.ts";
import { countryOptions, metricOptions, platformOptions, sourceOptions, topicOptions } from "./options.ts";

const view = defaultView();
const ids = (options: { id: string }[]) => options.map(({ id }) => id);

describe("what can be chosen", () => {
  it("has platforms with data first, and lights the colour of those that are chosen", () => {
    const options = platformOptions(view, CATALOG, []);
    expect(ids(options)).toEqual(["rednote", "tiktok", "capcut"]);
    expect(options.map(({ color }) => color)).toEqual(["rednote", "tiktok", null]);
    expect(options[2]).toMatchObject({ faint: true, detail: "no data for this metric" });
  });

  it("has the chosen countries on top, then those with data, each by name", () => {
    const chosen = { ...view, countries: ["US", "CY"] };
    expect(ids(countryOptions(chosen, CATALOG, [figure({ country: "GB" })])).slice(0, 5)).toEqual(["CY", "US", "GB", "DE", "WORLD"]);
  });

  it("says of metrics what they count, and what is known", () => {
    expect(metricOptions(view, CATALOG, []).map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      "Daily active users: users",
      "Posts: posts, only in sources that are off",
      "App Store rank: rank, no data for this metric",
    ]);
  });

  it("has the made-up source last, named for what it is, and those without data before it", () => {
    const options = sourceOptions(view, CATALOG);
    expect(ids(options)).toEqual(["model-press", "model-blog", "default", "illustrative"]);
    expect(options[0]?.detail).toBe("How Press reading is made");
    expect(options[2]?.detail).toBe("How Unnamed source is made; no data here");
    expect(options[3]).toMatchObject({ kind: "illustrative", detail: "made up to show the feature" });
  });

  it("has the topics of the metric, and one that the address named", () => {
    expect(ids(topicOptions({ ...view, metric: "posts" }, CATALOG, []))).toEqual(["all", "privacy"]);
    expect(ids(topicOptions(view, CATALOG, []))).toEqual(["all"]);
    expect(ids(topicOptions({ ...view, topics: ["privacy"] }, CATALOG, []))).toEqual(["all", "privacy"]);
  });

  it("marks the one that cannot go", () => {
    expect(countryOptions(view, CATALOG, [])[0]).toMatchObject({ id: "US", stays: true });
    expect(platformOptions(view, CATALOG, []).every(({ stays }) => !stays)).toBe(true);
  });
});
