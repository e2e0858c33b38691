import { type TimeTick, timeTicks } from "../../data/chart/axis.ts";
import type { Format } from "../../data/chart/format.ts";
import { type ShareMark, shareText } from "../../data/chart/topic-group.ts";
import type { TopicPanel, TopicsModel } from "../../data/chart/topics.ts";
import type { TopicsWords } from "../../data/chart/topics-words.ts";
import { badgeWidth } from "./label.ts";
import { textWidth } from "./text.ts";

/** The words at the end of a line or a band, and where that end is. */
interface ShareLabel {
  mark: ShareMark;
  /** Empty where the legend has the name. */
  name: string;
  text: string;
  /** Baseline of the words; they begin at `x`. */
  x: number;
  y: number;
  /** Where the line or the middle of the band ends. */
  endX: number;
  endY: number;
}

/** One picture of topics in pixels. */
export interface ShareFrame {
  panel: TopicPanel;
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (day: number) => number;
  y: (share: number) => number;
  ticks: TimeTick[];
  labels: ShareLabel[];
  /** Whether there is room for the words behind the title, and the badges after them. */
  hasSubtitle: boolean;
}

/** How wide pictures are beside each other, and between them. */
export interface ShareColumns {
  count: number;
  width: number;
}

const GAP = 40;
const LEFT = 42;
const HEADER = 34;
const FOOT = 26;
const STEP = 16;
/** Of a picture that is narrower, the legend has the names. */
export const NAMED = 520;
const SIZE = 12;
/** Where the reader's face is not Inter, words may be this much wider than they are reckoned. */
const ROOM = 1.14;

/** Columns of pictures on a page: a stack alone takes all of it. */
export function shareColumns({ groups, panels, view }: TopicsModel, width: number): ShareColumns {
  const most = Math.min(panels.length, view.stack || groups.length > 1 ? 2 : 3);
  const least = view.stack || groups.length > 1 ? 520 : 320;
  const count = Math.max(1, Math.min(most, Math.floor((width + GAP) / (least + GAP))));
  return { count, width: Math.floor((width - GAP * (count - 1)) / count) };
}

/** Where everything of one picture stands. All pictures of a page have one scale, and so one height. */
export function shareFrame(model: TopicsModel, panel: TopicPanel, width: number, words: TopicsWords, format: Format): ShareFrame {
  const alone = model.panels.length === 1;
  const plot = model.view.stack ? (alone ? 340 : 230) : 130;
  const isNamed = width >= NAMED && panel.marks.length > 0 && (model.view.stack || model.groups.length > 1);
  const texts = panel.marks.map((mark) => ({ mark, name: isNamed ? mark.label : "", ...lastOf(mark, words, format) }));
  const margin = Math.max(12, ...texts.map(({ name, text }) => widthOf(name, text) + 34));
  const [left, right, top, bottom] = [LEFT, width - Math.min(margin, width * 0.45), HEADER, HEADER + plot];
  const { from, to } = model.range;
  const [first, last] = from === to ? [from - 1, to + 1] : [from, to];
  const x = (day: number) => left + ((day - first) / (last - first)) * (right - left);
  const y = (share: number) => bottom - (share / model.top) * plot;
  const ends = texts.flatMap(({ mark, name, text, at }) => {
    if (at === undefined) return [];
    const middle = ((mark.low[at] ?? 0) + (mark.high[at] ?? 0)) / 2;
    return [{ mark, name, text, endX: x(model.starts[at] as number), endY: y(middle) }];
  });
  return {
    ...{ panel, width, height: bottom + FOOT, left, right, top, bottom, x, y },
    ticks: ticksOf(model, left, right, x, format),
    hasSubtitle: headWidth(panel) <= width,
    labels: apart(ends, right, top, bottom),
  };
}

/** The last date on which a mark is drawn, and its share there. */
function lastOf(mark: ShareMark, words: TopicsWords, format: Format): { at: number | undefined; text: string } {
  const at = mark.high.findLastIndex((value) => value !== null);
  if (at < 0) return { at: undefined, text: "" };
  return { at, text: shareText(mark.shares[at] as number, words, format) };
}

function widthOf(name: string, text: string): number {
  return ((name === "" ? 0 : textWidth(`${name} `, SIZE)) + textWidth(text, SIZE, 600)) * ROOM;
}

function headWidth({ title, subtitle, kinds }: TopicPanel): number {
  const badges = kinds.reduce((sum, kind) => sum + badgeWidth(kind) + 6, 0);
  return (textWidth(title, 14, 600) + textWidth(subtitle, SIZE) + 6) * ROOM + badges;
}

/** Labels beside the plot, pushed apart from the top down in the order of their ends, and back up where they would leave it. */
function apart(ends: readonly Omit<ShareLabel, "x" | "y">[], right: number, top: number, bottom: number): ShareLabel[] {
  const sorted = ends.toSorted((a, b) => a.endY - b.endY);
  const step = Math.min(STEP, (bottom - top + 12) / Math.max(1, sorted.length));
  let next = top;
  const ys = sorted.map(({ endY }) => {
    const y = Math.max(endY, next);
    next = y + step;
    return y;
  });
  let edge = bottom;
  for (let index = ys.length - 1; index >= 0; index--) {
    ys[index] = Math.min(ys[index] as number, edge);
    edge = (ys[index] as number) - step;
  }
  return sorted.map((end, index) => ({ ...end, x: right + 26, y: (ys[index] as number) + 4 }));
}

/** Ticks whose words do not touch, in the language of the page. */
function ticksOf({ range }: TopicsModel, left: number, right: number, x: (day: number) => number, format: Format): TimeTick[] {
  const most = Math.max(2, Math.floor((right - left) / 72));
  let edge = Number.NEGATIVE_INFINITY;
  return timeTicks(range.from, range.to, most, format).flatMap((tick) => {
    const { day } = tick;
    const width = textWidth(tick.room, SIZE);
    const start = Math.max(left, x(day) - width / 2);
    if (start < edge + 12 || start + width > right + 40) return [];
    edge = start + width;
    return [tick];
  });
}
