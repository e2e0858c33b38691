import { describe, expect, it } from "vitest";
import { defaultView } from "../model/view.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { catalogOf, drawTopics, FIRST, NAMES, TOPICS_VIEW, topicSeries, topicsOf } from "./topics.fixture.ts";
import { topicsModel } from "./topics.ts";
import { spokenTopics, topicReading } from "./topics-reading.ts";
import { topicsView } from "./topics-view.ts";
import { TOPICS } from "./topics-words.ts";
import { topicsInChinese } from "./topics-words.zh.ts";

const GIVEN = topicsOf(["US"]);
const VIEW = TOPICS_VIEW;
const series = topicSeries;
const draw = drawTopics;

const rounded = (values: readonly (number | null)[] | undefined) => values?.map((value) => value && Number(value.toFixed(6)));

describe("topics stacked to a whole", () => {
  it("stand on each other in their order, the rest on top; a day on which one is missing is a gap", () => {
    const [panel] = draw().panels;
    expect(panel).toMatchObject({ title: "RedNote, United States", subtitle: "share of all posts", kinds: ["observed"] });
    expect(panel?.marks.map(({ id, label, stroke, low, high }) => [id, label, stroke?.color, rounded(low), rounded(high)])).toEqual([
      ["cost-of-living", "T cost-of-living", "series-3", [0, null, 0], [0.1, null, 0.2]],
      ["privacy", "T privacy", "series-4", [0.1, null, 0.2], [0.3, null, 0.3]],
      ["rest", "Other or none", undefined, [0.3, null, 0.3], [1, null, 1]],
    ]);
  });

  it("are of themselves where `all` is not among the topics of the view", () => {
    const model = draw({ topics: ["privacy", "cost-of-living"] });
    expect(model.panels[0]?.subtitle).toBe("share of posts on these topics");
    expect(model.panels[0]?.marks.map(({ id, high }) => [id, rounded(high)])).toEqual([
      ["cost-of-living", [0.333333, null, 0.666667]],
      ["privacy", [1, null, 1]],
    ]);
    expect(model.headline).toBe("Of RedNote posts in the US on two topics, 67% were on “T cost-of-living” on 15 January 2025.");
  });

  it("are those of the view beside `all`, as shares of everything", () => {
    const [panel] = draw({ topics: ["all", "privacy"] }).panels;
    expect(panel?.marks.map(({ id, shares }) => [id, rounded(shares)])).toEqual([
      ["privacy", [0.2, 0.2, 0.1]],
      ["rest", [0.8, 0.8, 0.9]],
    ]);
  });

  it("leave a gap where they add up to more than everything, and say so", () => {
    const model = draw({}, [series("all", [10, 10, 10]), series("cost-of-living", [9, 1, 1]), series("privacy", [9, 1, 1])]);
    expect(model.panels[0]?.marks.map(({ high }) => high[0])).toEqual([null, null, null]);
    expect(model.panels[0]?.marks[0]?.shares[0]).toBe(0.9);
    expect(model.remarks).toContainEqual(expect.stringMatching(/^1 date has topics that add up to more than everything/));
  });

  it("have colours for seven; of more, the smallest are one band without a hue", () => {
    const given = [series("all", [1000]), ...NAMES.map((topic, index) => series(topic, [10 * (index + 1)]))];
    const marks = draw({}, given, "observed", NAMES).panels[0]?.marks ?? [];
    expect(marks.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f", "smaller", "rest"]);
    expect(marks.find(({ id }) => id === "smaller")).toMatchObject({
      label: "3 smaller topics",
      stroke: { color: "text-3" },
      shares: [0.06, null, null],
    });
    const hues = marks.flatMap(({ stroke }) => (stroke ? [stroke.color] : []));
    expect(new Set(hues).size).toBe(7);
    expect(hues).not.toContain("rednote");
  });
});

describe("topics each by itself", () => {
  it("have a panel each, with a line for each country, on one scale", () => {
    const given = [...GIVEN, series("all", [50, 50, 50], "GB"), series("privacy", [5, 10, 15], "GB")];
    const model = draw({ stack: false, countries: ["US", "GB"] }, given);
    expect(model.panels.map(({ title, marks }) => [title, marks.map(({ label }) => label)])).toEqual([
      ["T cost-of-living", ["United States"]],
      ["T privacy", ["United States", "United Kingdom"]],
    ]);
    const [us, gb] = model.panels[1]?.marks ?? [];
    expect(us?.stroke?.color).not.toBe(gb?.stroke?.color);
    expect(rounded(gb?.shares)).toEqual([0.1, 0.2, 0.3]);
    expect([model.top, model.ticks.map(({ text }) => text)]).toEqual([0.4, ["0%", "20%", "40%"]]);
  });
});

describe("what is said of topics", () => {
  it("quotes both ends, and the largest; of weeks only those with all their days", () => {
    expect(draw().headline).toBe(
      "Two topics had 30% of RedNote posts in the US on 13 January 2025, and 30% on 15 January 2025. Then the largest was “T cost-of-living”, with 20%.",
    );
    const given = [series("all", [...Array(8).fill(10)]), series("privacy", [...Array(7).fill(1), 9])];
    const catalog = catalogOf("observed", ["privacy"]);
    const view = { ...VIEW, interval: "week" as const };
    const model = topicsModel({ view, range: { from: FIRST, to: FIRST + 7 }, series: given, catalog });
    expect(model.headline).toBe("One topic had 10% of RedNote posts in the US in the week of 13 January 2025.");
  });

  it("begins with what made the numbers, and tells no number of a model", () => {
    expect(draw({}, GIVEN, "illustrative").headline).toMatch(/^Made up: two topics had 30%/);
    expect(draw({}, GIVEN, "estimate").headline).toMatch(/^By an estimate: two topics/);
    expect(draw({}, GIVEN, "modelled").headline).not.toMatch(/\d+%/);
  });

  it("names what is missing, how many days lack a topic, and sources that do not count everything", () => {
    const model = draw({ platforms: ["rednote", "tiktok"], countries: ["US", "GB"] });
    expect(model.remarks).toEqual([
      "No topics here for TikTok or the UK.",
      "On 1 day a topic was not reported: a gap, since the others would look larger.",
    ]);
    expect(draw({}, GIVEN.slice(1)).remarks[0]).toBe(
      "Desk does not say how many there were in all: its shares are of these topics together.",
    );
  });

  it("is why nothing is drawn, where nothing is", () => {
    const model = draw({ countries: ["GB"] });
    expect([model.panels, model.empty]).toEqual([
      [],
      "No source that is on has posts of RedNote by topic for the UK, 13 Jan to 15 Jan 2025.",
    ]);
    expect(draw({ platforms: [] }).empty).toBe("No platform is chosen.");
  });

  it("is said in Chinese, too", () => {
    const input = {
      view: { ...VIEW },
      range: { from: FIRST, to: FIRST + 2 },
      series: GIVEN,
      catalog: catalogOf("illustrative", ["privacy", "cost-of-living"]),
    };
    const model = topicsModel({ ...input, words: topicsInChinese, format: CHINESE_FORMAT });
    expect(model.headline).toBe(
      "虚构：2025年1月13日，2 个话题占RedNote在United Statesposts的 30%；2025年1月15日为 30%。此时占比最大的是“T cost-of-living”，为 20%。",
    );
  });
});

describe("a reading of topics", () => {
  it("goes from the top of the stack down, with what each share is of", () => {
    const model = draw();
    const panel = model.panels[0] as (typeof model.panels)[number];
    const format = { ...CHINESE_FORMAT, dayWithWeekday: () => "Monday" };
    const reading = topicReading(model, panel, 0, TOPICS.english, format);
    expect(reading?.rows.map(({ label, text, remark }) => [label, text, remark])).toEqual([
      ["Other or none", "70%", ""],
      ["T privacy", "20%", "20 posts"],
      ["T cost-of-living", "10%", "10 posts"],
    ]);
    expect(reading && spokenTopics(reading, (kind) => kind)).toBe(
      "Monday. RedNote, United States, observed. Other or none 70%; T privacy 20%; T cost-of-living 10%",
    );
    expect(topicReading(model, panel, 1, TOPICS.english, format)?.nothing).toBe("Not reported.");
    expect(topicReading(model, panel, 3, TOPICS.english, format)).toBeNull();
  });
});

describe("the view of topics", () => {
  it("has a metric that somebody has by topic", () => {
    expect(topicsView(defaultView(), catalogOf("observed")).metric).toBe("posts");
    expect(topicsView({ ...defaultView(), metric: "comments" }, { ...catalogOf("observed"), coverage: [] }).metric).toBe("posts");
  });
});
