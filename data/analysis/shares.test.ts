import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import { bucketsOf } from "./buckets.ts";
import { type ShareQuestion, topicShares } from "./shares.ts";

const FIRST = numberOf("2025-01-13");
const TOPICS = ["privacy", "cost-of-living"];

/** One value a day from 13 January 2025; `null` is a day without a report. */
function series(topic: string, values: readonly (number | null)[], of: Partial<DailySeries> = {}): DailySeries {
  const reported = values.flatMap((value, index) => (value === null ? [] : [{ day: FIRST + index, value }]));
  return {
    ...{ platform: "rednote", country: "US", metric: "posts", source: "desk", topic },
    days: reported.map(({ day }) => day),
    values: reported.map(({ value }) => value),
    ...of,
  };
}

function ask(days: number, of: Partial<ShareQuestion> = {}): ShareQuestion {
  return { topics: TOPICS, of: "all", buckets: bucketsOf(FIRST, FIRST + days - 1, "day"), partial: false, ...of };
}

const sharesOf = (given: readonly DailySeries[], question: ShareQuestion) =>
  topicShares(given, question)[0]?.columns.map((column) => column.shares);

describe("the share of a topic", () => {
  const given = [series("all", [10, 20]), series("privacy", [1, 4]), series("cost-of-living", [3, 4])];

  it("is of everything that was counted, and what no topic has is the rest", () => {
    const [group] = topicShares(given, ask(2));
    expect(group?.columns.map(({ topic, shares }) => [topic, shares])).toEqual([
      ["privacy", [0.1, 0.2]],
      ["cost-of-living", [0.3, 0.2]],
    ]);
    expect(group?.rest?.map((share) => Number(share?.toFixed(9)))).toEqual([0.6, 0.6]);
    expect(group).toMatchObject({ of: "all", days: [1, 1], incomplete: 0, over: 0 });
  });

  it("is of the sum of the topics where that is asked for, or where nobody counted everything", () => {
    expect(sharesOf(given, ask(2, { of: "topics" }))).toEqual([
      [0.25, 0.5],
      [0.75, 0.5],
    ]);
    const [group] = topicShares(given.slice(1), ask(2));
    expect(group).toMatchObject({ of: "topics", rest: null });
    expect(group?.columns[0]?.shares).toEqual([0.25, 0.5]);
  });

  it("is a gap on a day on which a topic or the whole is missing, never zero and never of less", () => {
    const gaps = [series("all", [10, 20, null, 10]), series("privacy", [1, 4, 1, 2]), series("cost-of-living", [3, null, 3, 2])];
    const [group] = topicShares(gaps, ask(5));
    expect(group?.columns.map((column) => column.shares)).toEqual([
      [0.1, null, null, 0.2, null],
      [0.3, null, null, 0.2, null],
    ]);
    expect(group).toMatchObject({ days: [1, 0, 0, 1, 0], incomplete: 2 });
  });

  it("is with `partial` of the topics that were reported, and the missing one is still a gap", () => {
    const gaps = [series("privacy", [1, 4]), series("cost-of-living", [3, null])];
    expect(sharesOf(gaps, ask(2, { partial: true }))).toEqual([
      [0.25, 1],
      [0.75, null],
    ]);
    const [group] = topicShares([series("all", [10, 20]), ...gaps], ask(2, { partial: true }));
    expect(group?.columns[0]?.shares).toEqual([0.1, 0.2]);
    expect(group?.rest).toEqual([0.6, null]);
  });

  it("is of a week the ratio of the sums over the days that count, not the mean of daily shares", () => {
    const uneven = [series("all", [10, 90, null]), series("privacy", [10, 0, 5]), series("cost-of-living", [0, 45, 5])];
    const [group] = topicShares(uneven, ask(0, { buckets: bucketsOf(FIRST, FIRST + 6, "week") }));
    expect(group?.columns.map(({ shares, amounts }) => [shares, amounts])).toEqual([
      [[0.1], [10]],
      [[0.45], [45]],
    ]);
    expect(group).toMatchObject({ days: [2], lengths: [7], incomplete: 1 });
  });

  it("does not exist where nothing was counted, and is zero where the topic was counted as zero", () => {
    const zeros = [series("all", [0, 4]), series("privacy", [0, 0]), series("cost-of-living", [0, 1])];
    expect(sharesOf(zeros, ask(2))).toEqual([
      [null, 0],
      [null, 0.25],
    ]);
  });

  it("leaves no rest where topics add up to more than everything: a post may have several", () => {
    const [group] = topicShares([series("all", [10]), series("privacy", [8]), series("cost-of-living", [7])], ask(1));
    expect(group).toMatchObject({ rest: [null], over: 1 });
    expect(group?.columns[0]?.shares).toEqual([0.8]);
  });

  it("keeps platforms, countries and sources apart, and leaves out those without topics", () => {
    const groups = topicShares(
      [
        ...given,
        series("privacy", [5], { country: "GB" }),
        series("privacy", [7], { source: "other" }),
        series("all", [7], { platform: "tiktok" }),
        series("privacy", [], { country: "DE" }),
      ],
      ask(1),
    );
    expect(groups.map(({ platform, country, source, of }) => [platform, country, source, of])).toEqual([
      ["rednote", "US", "desk", "all"],
      ["rednote", "GB", "desk", "topics"],
      ["rednote", "US", "other", "topics"],
    ]);
  });
});

describe("shares of any counts", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 40 });
  const topics = fc.array(values, { minLength: 1, maxLength: 6 });
  const asked = (count: number, interval: "day" | "week" | "month", partial: boolean): ShareQuestion => ({
    topics: Array.from({ length: count }, (_, index) => `t${index}`),
    of: "topics",
    buckets: bucketsOf(FIRST, FIRST + 39, interval),
    partial,
  });

  it("add up to one, or are a gap, by day, week and month, complete or not", () => {
    fc.assert(
      fc.property(topics, fc.constantFrom("day" as const, "week" as const, "month" as const), fc.boolean(), (given, interval, partial) => {
        const [group] = topicShares(
          given.map((one, index) => series(`t${index}`, one)),
          asked(given.length, interval, partial),
        );
        for (let at = 0; at < (group?.days.length ?? 0); at++) {
          const shares = group?.columns.map((column) => column.shares[at] ?? null) ?? [];
          const told = shares.filter((share) => share !== null);
          if (told.length === 0) continue;
          if (!partial) expect(told).toHaveLength(shares.length);
          expect(told.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it("stay the same when all counts grow alike, and in whatever order the topics come", () => {
    fc.assert(
      fc.property(topics, fc.integer({ min: 2, max: 50 }), (given, factor) => {
        const question = asked(given.length, "week", false);
        const plain = given.map((one, index) => series(`t${index}`, one));
        const grown = given.map((one, index) =>
          series(
            `t${index}`,
            one.map((value) => value && value * factor),
          ),
        );
        const before = sharesOf(plain, question);
        const after = sharesOf(grown.toReversed(), question);
        before?.forEach((shares, topic) => {
          shares.forEach((share, at) => {
            const other = after?.[topic]?.[at];
            if (share === null) expect(other).toBeNull();
            else expect(other).toBeCloseTo(share, 9);
          });
        });
      }),
    );
  });
});
