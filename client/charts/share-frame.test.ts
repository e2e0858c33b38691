import { describe, expect, it } from "vitest";
import { ENGLISH_FORMAT } from "../../data/chart/format.ts";
import { drawTopics, topicsOf } from "../../data/chart/topics.fixture.ts";
import type { topicsModel } from "../../data/chart/topics.ts";
import { TOPICS } from "../../data/chart/topics-words.ts";
import { shareColumns, shareFrame } from "./share-frame.ts";

const frameOf = (model: ReturnType<typeof topicsModel>, width: number, panel = 0) =>
  shareFrame(model, model.panels[panel] as (typeof model.panels)[number], width, TOPICS.english, ENGLISH_FORMAT);

describe("the place of pictures of topics", () => {
  const alone = drawTopics();
  const many = drawTopics({ countries: ["US", "GB"] }, topicsOf(["US", "GB"]));

  it("is all of the page for one stack, and two or three columns for more where there is room", () => {
    expect(shareColumns(alone, 1376)).toEqual({ count: 1, width: 1376 });
    expect(shareColumns(many, 1376)).toEqual({ count: 2, width: 668 });
    expect(shareColumns(many, 900).count).toBe(1);
    expect(shareColumns(drawTopics({ stack: false }), 1376).count).toBe(2);
    expect(shareColumns(many, 288)).toEqual({ count: 1, width: 288 });
  });

  it("has the whole between the axis and the top, and the days from edge to edge", () => {
    const frame = frameOf(alone, 1376);
    expect([frame.y(0), frame.y(1)]).toEqual([frame.bottom, frame.top]);
    expect([frame.x(alone.range.from), frame.x(alone.range.to)]).toEqual([frame.left, frame.right]);
  });

  it("names marks beside the plot in the order of the stack, never on each other, inside the picture", () => {
    const { labels, top, bottom } = frameOf(alone, 1376);
    expect(labels.map(({ name, text }) => `${name} ${text}`)).toEqual(["Other or none 70%", "T privacy 10%", "T cost-of-living 20%"]);
    labels.slice(1).forEach(({ y }, index) => {
      expect(y - (labels[index]?.y ?? 0)).toBeGreaterThanOrEqual(16);
    });
    expect(labels.every(({ y }) => y >= top && y <= bottom + 5)).toBe(true);
  });

  it("leaves names to the legend where a picture is narrow, and the last shares stay", () => {
    const { labels, right, hasSubtitle } = frameOf(alone, 288);
    expect(labels.map(({ name }) => name)).toEqual(["", "", ""]);
    expect(labels.every(({ text }) => text.endsWith("%"))).toBe(true);
    expect(right).toBeGreaterThan(200);
    expect(hasSubtitle).toBe(false);
  });
});
