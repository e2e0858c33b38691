import { describe, expect, it } from "vitest";
import { ENGLISH_FORMAT } from "../../../data/chart/format.ts";
import { catalogOf, drawTopics, FIRST, TOPICS_VIEW, topicSeries } from "../../../data/chart/topics.fixture.ts";
import { topicsModel } from "../../../data/chart/topics.ts";
import { TOPICS } from "../../../data/chart/topics-words.ts";
import { shareRows } from "./share-rows.ts";

describe("shares in numbers", () => {
  it("have a row for each topic and the rest: both ends, the highest, and the change in points", () => {
    const rows = shareRows(drawTopics(), TOPICS.english, ENGLISH_FORMAT);
    expect(rows.map((row) => [row.topic, row.first.text, row.most.text, row.last.text, row.change, row.dates])).toEqual([
      ["T cost-of-living", "10%", "20%", "20%", "+10", "2 / 3"],
      ["T privacy", "20%", "20%", "10%", "−10", "2 / 3"],
      ["Other or none", "70%", "70%", "70%", "0", "2 / 3"],
    ]);
    expect(rows[0]).toMatchObject({ place: "RedNote, United States", source: "Desk", kind: "observed" });
    expect(rows[1]?.most.when).toBe("13 Jan 2025");
  });

  it("tell no change from or to a week of which days are missing, and how many there are", () => {
    const series = [topicSeries("all", Array(10).fill(10)), topicSeries("privacy", Array(10).fill(1))];
    const view = { ...TOPICS_VIEW, interval: "week" as const };
    const model = topicsModel({ view, range: { from: FIRST, to: FIRST + 9 }, series, catalog: catalogOf("observed", ["privacy"]) });
    const [row] = shareRows(model, TOPICS.english, ENGLISH_FORMAT);
    expect([row?.first.when, row?.last.when, row?.change]).toEqual(["13 Jan 2025", "20 Jan 2025, 3 of 7 days", null]);
  });
});
