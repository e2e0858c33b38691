import { describe, expect, it } from "vitest";
import { drawTopics, topicSeries, topicsOf } from "./topics.fixture.ts";
import { comparedTopics } from "./topics-changes.ts";

/** On the third day there are 60 of 200 for the cost of living, not 40. */
const LATER = [topicSeries("all", [100, 100, 200]), topicSeries("cost-of-living", [10, null, 60]), topicSeries("privacy", [20, 20, 20])];

describe("topics beside those of a later vintage", () => {
  it("step back where they changed, line by line, on a scale that has room for both", () => {
    const [before, after] = [drawTopics({ stack: false }), drawTopics({ stack: false }, LATER)];
    const { model, changes } = comparedTopics(before, after);
    expect([before.top, model.top]).toEqual([0.3, 0.4]);
    expect(model.ticks).toBe(after.ticks);
    const [cost, privacy] = model.panels;
    expect([cost?.marks[0]?.edge?.dash, privacy?.marks[0]?.edge]).toEqual(["4 3", undefined]);
    expect(cost?.marks[0]?.stroke).toEqual(before.panels[0]?.marks[0]?.stroke);
    const [change] = changes.get("cost-of-living") ?? [];
    expect([change?.dates, change?.mark.shares[2], change?.old?.shares[2]]).toEqual([[2], 0.3, 0.2]);
    expect(changes.get("privacy")).toEqual([]);
  });

  it("move the edges of the bands above in a stack, and count no date of those", () => {
    const { model, changes } = comparedTopics(drawTopics(), drawTopics({}, LATER));
    const [[id, own] = ["", []]] = [...changes];
    expect(id).toBe(model.panels[0]?.id);
    expect(own.map(({ mark, dates }) => [mark.id, dates])).toEqual([
      ["cost-of-living", [2]],
      ["privacy", []],
    ]);
  });

  it("are as they were where nothing changed", () => {
    const before = drawTopics();
    const { model, changes } = comparedTopics(before, drawTopics({}, topicsOf(["US"])));
    expect([...changes.values()]).toEqual([[]]);
    expect(model.panels).toEqual(before.panels);
  });
});
