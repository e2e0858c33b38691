import type { EventMark } from "../../data/chart/picture.ts";
import type { Frame } from "./frame.ts";
import { type Box, overlap } from "./place.ts";
import { textWidth } from "./text.ts";

/** An event as it stands above the plot: a label with a rule, a numbered mark, or a small ring where nothing fits. */
export interface PlacedEvent {
  mark: EventMark;
  x: number;
  form: "label" | "number" | "ring";
  row: number;
  /** Labels: which side of the rule the words stand on. */
  anchor: "start" | "end";
  /** Numbers: counted along the axis. */
  number: number;
}

const ROW = 20;
const MAJOR = 8;
/** Ranks from here on are minor: they get words only where all the others have. */
const WORDY = 1180;

/**
 * Places events by rank, never over each other and no rule across a label: those before the highest-ranked event run
 * to the left, the later ones to the right, in three rows. What finds no room becomes a ring; on a phone the first
 * eight become numbers.
 */
export function placeEvents(marks: readonly EventMark[], frame: Frame): PlacedEvent[] {
  const byRank = [...marks].sort((a, b) => a.event.rank - b.event.rank);
  const major = byRank.slice(0, MAJOR);
  const placed = frame.narrow ? numbers(major, frame) : labels(major, byRank.slice(MAJOR), frame);
  const taken = new Set(placed.map((one) => one.mark));
  if (!frame.narrow)
    for (const mark of byRank) {
      const x = xOf(mark, frame);
      if (taken.has(mark) || placed.some((one) => Math.abs(one.x - x) < 4)) continue;
      placed.push({ mark, x, form: "ring", row: 0, anchor: "start", number: 0 });
    }
  return placed.sort((a, b) => a.x - b.x);
}

/** Where the rule of an event stands; one that lasted, at its last day. */
function xOf(mark: EventMark, frame: Pick<Frame, "x" | "left" | "right">): number {
  return Math.min(frame.right, Math.max(frame.left, frame.x(mark.to)));
}

function labels(major: EventMark[], minor: EventMark[], frame: Frame): PlacedEvent[] {
  const pivot = major[0]?.from ?? 0;
  const outwards = (a: EventMark, b: EventMark) =>
    Number(a.from >= pivot) - Number(b.from >= pivot) || (a.from < pivot ? b.from - a.from : a.from - b.from);
  const placed: PlacedEvent[] = [];
  const boxes: Box[] = [];
  const place = (mark: EventMark): boolean => {
    const x = xOf(mark, frame);
    const width = textWidth(mark.dateText, 12, 600) + 5 + textWidth(mark.event.short, 12) + 6;
    const sides = mark.from < pivot ? (["end", "start"] as const) : (["start", "end"] as const);
    for (let row = 0; row < 3; row++)
      for (const anchor of sides) {
        const box = { x: (anchor === "start" ? x : x - width) - 7, y: row * ROW, width: width + 14, height: ROW - 2 };
        if (box.x < -7 || box.x + box.width > frame.width + 7) continue;
        if (boxes.some((other) => overlap(box, other))) continue;
        // A rule falls from its row down to the plot: it may cross no label below, nor be crossed by this one.
        const crossesRule = placed.some((one) => one.x > box.x + 9 && one.x < box.x + box.width - 9 && one.row < row + 1 && one.x !== x);
        const crossed = boxes.some((other) => x > other.x + 9 && x < other.x + other.width - 9 && other.y > box.y);
        if (crossesRule || crossed) continue;
        boxes.push(box);
        placed.push({ mark, x, form: "label", row, anchor, number: 0 });
        return true;
      }
    return false;
  };
  const all = major.toSorted(outwards).map(place).every(Boolean);
  if (all && frame.width >= WORDY) for (const mark of minor) place(mark);
  return placed;
}

function numbers(major: EventMark[], frame: Frame): PlacedEvent[] {
  const placed: PlacedEvent[] = [];
  for (const mark of major) {
    const x = Math.min(frame.width - 10, Math.max(10, xOf(mark, frame)));
    const row = [0, 1].find((candidate) =>
      placed.every((one) => (one.row === candidate ? Math.abs(one.x - x) >= 20 : Math.abs(one.x - x) >= 10 || candidate > one.row)),
    );
    if (row !== undefined) placed.push({ mark, x, form: "number", row, anchor: "start", number: 0 });
  }
  placed.sort((a, b) => a.x - b.x);
  placed.forEach((one, index) => {
    one.number = index + 1;
  });
  return placed;
}
