import type { DayNumber } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import { type Buckets, bucketLength } from "./buckets.ts";

/** What a share is of: `all`, everything that was counted, whatever its topic; or the sum of some `topics`. */
export type Whole = "all" | "topics";

/** The topics of one platform, country and source as shares of a whole, a value for each bucket. */
export interface TopicShares {
  platform: string;
  country: string;
  source: string;
  of: Whole;
  /** In the order that was asked for; topics without any day are left out. */
  columns: ShareColumn[];
  /** What none of these topics has of everything; `null` where the whole is the topics themselves. */
  rest: (number | null)[] | null;
  /** Days of each bucket that count. */
  days: number[];
  /** Days of the calendar that each bucket has. */
  lengths: number[];
  /** Days on which something was reported, but not each of the topics and the whole. */
  incomplete: number;
  /** Buckets in which the topics add up to more than everything: there is no rest, and nothing to stack to a whole. */
  over: number;
}

export interface ShareColumn {
  topic: string;
  /** 0 to 1; `null` where it cannot be told: never zero for what was not reported. */
  shares: (number | null)[];
  /** What was counted on the days that count, in the metric's unit. */
  amounts: (number | null)[];
}

export interface ShareQuestion {
  /** The topics, without `all`, in the order in which they are wanted. */
  topics: readonly string[];
  /** Groups whose source does not report `all` have shares of the topics all the same. */
  of: Whole;
  buckets: Buckets;
  /** Count days on which a topic is missing, too: the whole is then the topics that were reported. */
  partial: boolean;
}

/** Shares of rounded counts may add up to a little more than the whole. */
const ROUNDING = 1e-9;

/**
 * What share each topic has, by day, week or month. A day counts where all of the topics, and the whole, were reported:
 * a missing topic would make the others look larger, so such a day is a gap. With `partial` it counts as well, and only
 * the missing topic has none. A week or month is the ratio of its sums over the days that count, not a mean of daily
 * shares; where all are zero there is no share.
 *
 * @param series of one metric, by topic, `all` among them; of any platforms, countries and sources, in any order
 * @returns one for each platform, country and source that has any of the topics, in the order of `series`
 * @example
 * // privacy 1 and cost-of-living 3 of all 10 posts on a day:
 * topicShares(series, { topics: ["privacy", "cost-of-living"], of: "all", ... })[0].columns[0].shares // [0.1]
 * // of: "topics" // [0.25]
 */
export function topicShares(series: readonly DailySeries[], { topics, of, buckets, partial }: ShareQuestion): TopicShares[] {
  const groups = new Map<string, DailySeries[]>();
  for (const one of series) {
    const name = `${one.platform}/${one.country}/${one.source}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].flatMap((group): TopicShares[] => {
    const shown = topics.flatMap((topic) => group.find((one) => one.topic === topic && one.days.length > 0) ?? []);
    const everything = group.find((one) => one.topic === ALL_TOPICS && one.days.length > 0);
    const [first] = shown;
    if (first === undefined) return [];
    const { platform, country, source } = first;
    const whole = of === "all" ? everything : undefined;
    return [{ platform, country, source, ...sharesOf(shown, whole, buckets, partial) }];
  });
}

function sharesOf(
  shown: readonly DailySeries[],
  whole: DailySeries | undefined,
  buckets: Buckets,
  partial: boolean,
): Omit<TopicShares, "platform" | "country" | "source"> {
  const { starts, to } = buckets;
  const counts = shown.map((one) => new Map(one.days.map((day, index): [DayNumber, number] => [day, one.values[index] as number])));
  const wholes = whole && new Map(whole.days.map((day, index): [DayNumber, number] => [day, whole.values[index] as number]));
  const columns = shown.map(({ topic }): ShareColumn => ({ topic, shares: [], amounts: [] }));
  const rest: (number | null)[] = [];
  const [days, lengths]: [number[], number[]] = [[], []];
  let incomplete = 0;
  let over = 0;
  for (const start of starts) {
    const length = bucketLength(start, buckets.interval);
    const amounts: (number | null)[] = shown.map(() => null);
    let sum = 0;
    let counted = 0;
    let isWhole = true;
    for (let day = Math.max(start, buckets.from); day < start + length && day <= to; day++) {
      const values = counts.map((one) => one.get(day));
      const all = wholes?.get(day);
      const reported = values.filter((value) => value !== undefined).length;
      const hasWhole = wholes === undefined || all !== undefined;
      const isComplete = reported === shown.length && hasWhole;
      if (!isComplete && (reported > 0 || all !== undefined)) incomplete++;
      if (!isComplete && !(partial && reported > 0 && hasWhole)) continue;
      counted++;
      if (!isComplete) isWhole = false;
      values.forEach((value, index) => {
        if (value !== undefined) amounts[index] = (amounts[index] ?? 0) + value;
      });
      sum += all ?? values.reduce<number>((total, value) => total + (value ?? 0), 0);
    }
    columns.forEach((column, index) => {
      const amount = amounts[index] ?? null;
      column.amounts.push(amount);
      column.shares.push(amount === null || sum <= 0 ? null : amount / sum);
    });
    const told = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
    const isOver = wholes !== undefined && told > sum * (1 + ROUNDING);
    if (isOver) over++;
    rest.push(sum > 0 && isWhole && !isOver ? Math.max(0, 1 - told / sum) : null);
    days.push(counted);
    lengths.push(length);
  }
  return { of: wholes ? "all" : "topics", columns, rest: wholes ? rest : null, days, lengths, incomplete, over };
}
