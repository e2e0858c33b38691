import { nameOf } from "./names.ts";
import { FURTHER, type Stroke } from "./palette.ts";
import { type ShareMark, type TopicGroup, type TopicsTold, topicColors } from "./topic-group.ts";

/** Topics that a stack can have in colours of their own; of more, the smallest are one band. */
const MOST = FURTHER.length + 1;
/** Shares of rounded counts may add up to a little more than the whole. */
const WHOLE = 1 + 1e-9;

/** The part of a band that is drawn before its place in the stack is known. */
type Share = Omit<ShareMark, "low" | "high">;

/**
 * The topics of a group on each other, from bottom to top, and what is left to the whole on top of them. A date whose
 * topics add up to more than the whole has no stack.
 *
 * @param groups all that are drawn: the same topics have bands of their own, in the same colours, everywhere
 */
export function stackedMarks(group: TopicGroup, groups: readonly TopicGroup[], { choice, catalog, words }: TopicsTold): ShareMark[] {
  const { columns, rest } = group.shares;
  const named = namedTopics(choice.topics, groups);
  const colors = topicColors(named);
  const dates = group.shares.days.length;
  const shares = named.flatMap((topic): Share[] => {
    const column = columns.find((one) => one.topic === topic);
    if (!column) return [];
    const stroke = strokeOf(colors.get(topic) ?? "text-3", group.kind);
    return [{ id: topic, label: nameOf(catalog.topics, topic), kind: group.kind, stroke, shares: column.shares, amounts: column.amounts }];
  });
  const smaller = columns.filter((column) => !named.includes(column.topic));
  if (smaller.length > 0) {
    const together = (pick: (column: (typeof smaller)[number]) => (number | null)[]) =>
      Array.from({ length: dates }, (_, at) => sumOf(smaller.map((column) => pick(column)[at] ?? null)));
    shares.push({
      ...{ id: "smaller", label: words.smaller(smaller.length), kind: group.kind, stroke: strokeOf("text-3", group.kind) },
      ...{ shares: together((column) => column.shares), amounts: together((column) => column.amounts) },
    });
  }
  if (rest)
    shares.push({ id: "rest", label: words.rest, kind: group.kind, stroke: null, shares: rest, amounts: new Array(dates).fill(null) });
  const reached = new Array<number>(dates).fill(0);
  const isOver = reached.map((_, at) => columns.reduce((sum, column) => sum + (column.shares[at] ?? 0), 0) > WHOLE);
  return shares.map((share): ShareMark => {
    const low = share.shares.map((value, at) => (value === null || isOver[at] ? null : (reached[at] as number)));
    const high = share.shares.map((value, at) => (value === null || isOver[at] ? null : Math.min(1, (reached[at] as number) + value)));
    high.forEach((value, at) => {
      if (value !== null) reached[at] = value;
    });
    return { ...share, low, high };
  });
}

/** The topics that have a band of their own: all of them, or the largest where there are too many, in their order. */
function namedTopics(topics: readonly string[], groups: readonly TopicGroup[]): string[] {
  if (topics.length <= MOST) return [...topics];
  const size = (topic: string) =>
    groups.reduce((sum, { shares }) => {
      const column = shares.columns.find((one) => one.topic === topic);
      return sum + (column?.shares.reduce<number>((total, share) => total + (share ?? 0), 0) ?? 0);
    }, 0);
  const largest = topics.toSorted((a, b) => size(b) - size(a)).slice(0, MOST - 1);
  return topics.filter((topic) => largest.includes(topic));
}

function strokeOf(color: Stroke["color"], kind: ShareMark["kind"]): Stroke {
  return { color, dash: kind === "modelled" ? "7 4" : "", width: 1.5, cap: "butt", hatched: kind === "illustrative" };
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
