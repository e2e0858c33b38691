import { decadesOf, endTicks, place, type TimeTick, timeTicks } from "../../data/chart/axis.ts";
import { pointText, type Speech } from "../../data/chart/lines.ts";
import type { CountryPanel, Multiples } from "../../data/chart/multiples.ts";
import type { ChartModel, EventMark } from "../../data/chart/picture.ts";
import { apart, NARROW, timeDomain } from "./frame.ts";
import { indentOf } from "./label.ts";
import { textWidth } from "./text.ts";

/** Where a small picture stands, in pixels of the whole. */
export interface SmallFrame {
  panel: CountryPanel;
  left: number;
  right: number;
  /** Where the names beside it end. */
  end: number;
  top: number;
  bottom: number;
  /** Whether it has the numbers of the value axis beside it, and the days under it. */
  hasNumbers: boolean;
  hasDays: boolean;
  x: (day: number) => number;
  y: (value: number) => number;
}

/** The pixels of small pictures: equally large, in rows, on one value axis and one time axis. */
export interface MultiplesFrame {
  width: number;
  height: number;
  narrow: boolean;
  columns: number;
  panels: SmallFrame[];
  /** Days under each column. */
  ticks: TimeTick[];
  /** Pixels of ×10 on a logarithmic axis; 0 on a linear one. */
  decade: number;
  /** Events that have words above and a rule in each picture. */
  events: { mark: EventMark; x: number; row: number }[];
}

const NUMBERS = 42;
const GAP = 16;
const NARROWEST = 232;
const MOST_COLUMNS = 5;
const HEAD = 24;
const FOOT = 26;
const BELOW = 14;
const DECADE = 56;
const TALLEST = 170;
const LEAST = 64;
const LINEAR = 110;
/** Share of a picture that the names beside it may take. */
const MOST_NAMES = 0.42;
const EVENT_ROW = 20;
const MOST_EVENTS = 4;
const MOST_EVENT_ROWS = 2;

/**
 * The frame of small pictures at a width: as many beside each other as stay wide enough to be read, one on a phone.
 *
 * @param more pixels by which it is to be higher than it is by itself: its rows share them
 */
export function multiplesFrame(model: ChartModel, { axis, panels }: Multiples, width: number, more = 0): MultiplesFrame {
  const narrow = width < NARROW;
  const most = narrow ? 1 : Math.min(MOST_COLUMNS, Math.max(1, Math.floor((width - NUMBERS + GAP) / (NARROWEST + GAP))));
  const columns = Math.min(most, panels.length);
  const wide = (width - NUMBERS - GAP * (columns - 1)) / columns;
  // Names stand at the ends of lines.
  const names = Math.min(wide * MOST_NAMES, Math.max(...panels.map((panel) => namesWidth(panel, model.speech))));
  const decades = decadesOf(axis);
  // One or two have room to be taller.
  const size = panels.length > 2 ? 1 : 1.7;
  const usual = axis.scale === "log" ? Math.min(DECADE * size, (TALLEST * size) / Math.max(decades, 0.1)) : 0;
  const own = axis.scale === "log" ? Math.max(LEAST, decades * usual) : LINEAR * size;
  const events = placeRules(model, width);
  const rows = Math.ceil(panels.length / columns);
  const tall = own + more / rows;
  const decade = (usual * tall) / own;
  const top = events.length > 0 ? (Math.max(...events.map((event) => event.row)) + 1) * EVENT_ROW + 8 : 0;
  const [first, last] = timeDomain(model.range);
  const frames: SmallFrame[] = [];
  let next = top;
  for (let row = 0; row < rows; row++) {
    const own = panels.slice(row * columns, (row + 1) * columns);
    const from = next + HEAD;
    own.forEach((panel, column) => {
      const left = NUMBERS + column * (wide + GAP);
      const right = left + wide - names;
      const index = row * columns + column;
      frames.push({
        panel,
        left,
        right,
        end: left + wide,
        top: from,
        bottom: from + tall,
        hasNumbers: column === 0,
        hasDays: index + columns >= panels.length,
        x: (day) => left + ((day - first) / (last - first)) * (right - left),
        y: (value) => from + tall - place(axis, value) * tall,
      });
    });
    // The last pictures of some columns may stand a row above the others.
    const days = frames.slice(row * columns).some((frame) => frame.hasDays);
    next = from + tall + (days ? FOOT : BELOW);
  }
  const one = frames[0] as SmallFrame;
  const ticks = apart(smallTicks(model, one), one.x, one.left);
  return { width, height: next + 2, narrow, columns, panels: frames, ticks, decade, events };
}

/** Days under a picture: where there is room for one alone, the first and the last day. */
function smallTicks({ range, speech }: ChartModel, { left, right }: SmallFrame): TimeTick[] {
  const most = Math.floor((right - left) / 66);
  const ticks = speech.wording?.days?.ticks(range.from, range.to, most) ?? timeTicks(range.from, range.to, most, speech.format);
  if (ticks.length > 1 || speech.wording?.days) return ticks;
  return endTicks(range.from, range.to, speech.format);
}

/** Pixels that the names and the last values of a country's lines take. */
function namesWidth({ lines }: CountryPanel, speech: Speech): number {
  const widths = lines.flatMap((line) => {
    const end = line.points.at(-1);
    return end ? [indentOf(line) + textWidth(line.label, 11, 600), indentOf(line) + textWidth(pointText(end, line.kind, speech), 11)] : [];
  });
  return Math.max(40, ...widths) + 14;
}

/** The events of highest rank whose words find room above; the others stand in the list below the picture. */
function placeRules(model: ChartModel, width: number): MultiplesFrame["events"] {
  const marks = model.events
    .toSorted((a, b) => a.event.rank - b.event.rank)
    .slice(0, MOST_EVENTS)
    .sort((a, b) => a.from - b.from);
  const placed: MultiplesFrame["events"] = [];
  let [x, row] = [0, 0];
  for (const mark of marks) {
    const words = 12 + textWidth(mark.dateText, 12, 600) + 5 + textWidth(mark.event.short, 12) + 20;
    if (x > 0 && x + words > width) [x, row] = [0, row + 1];
    if (row >= MOST_EVENT_ROWS) break;
    placed.push({ mark, x, row });
    x += words;
  }
  return placed;
}
