import { decadesOf, place, type TimeTick, timeTicks, type ValueAxis } from "../../data/chart/axis.ts";
import type { ChartModel, Panel } from "../../data/chart/picture.ts";
import { marginOf } from "./label.ts";
import { textWidth } from "./text.ts";

/** Where a panel stands, in pixels of the chart. */
export interface PanelFrame {
  panel: Panel;
  top: number;
  bottom: number;
  /** Pixel of a value. */
  y: (value: number) => number;
  /** The values that stand at the bottom and the top of the whole plot, so that one axis of Recharts fits the panel. */
  domain: [bottom: number, top: number];
}

/** The pixels of a picture: its size, its time axis, its panels. */
export interface Frame {
  width: number;
  height: number;
  narrow: boolean;
  left: number;
  right: number;
  /** Top and bottom of the plot that all panels share; events stand above it. */
  top: number;
  bottom: number;
  /** Where the event line runs. */
  lane: number;
  panels: PanelFrame[];
  /** Pixel of a day. */
  x: (day: number) => number;
  /** Pixels of ×10 on a logarithmic axis. */
  decade: number;
  ticks: TimeTick[];
}

/** Below this width numbers stand in for the words of events, and margins close up. */
export const NARROW = 680;
const WIDE_FRAME = { left: 46, right: 146, lane: 70, decade: 110 };
const NARROW_FRAME = { left: 38, right: 10, lane: 44, decade: 84 };
const TALLEST = 460;
/** Names of lines beside the plot may take so much of a wide picture, and no more. */
const WIDEST_MARGIN = 232;
const HEADER = 30;
const BETWEEN = { log: 34, linear: 42 };
const FOOT = 28;

/**
 * The frame of a model at a width. One ratio in all panels: ×10 has the same height everywhere, and a panel is as tall
 * as its range.
 *
 * @param more pixels by which it is to be higher than it is by itself: panels share them as they share the height
 */
export function frameOf(model: ChartModel, width: number, more = 0): Frame {
  const narrow = width < NARROW;
  const { left, right: least, lane, decade: usual } = narrow ? NARROW_FRAME : WIDE_FRAME;
  const right = narrow ? least : Math.min(WIDEST_MARGIN, Math.max(least, ...model.panels.map(marginOf)));
  const tallest = Math.max(0, ...model.panels.map((panel) => decadesOf(panel.axis)));
  const own = Math.min(usual, TALLEST / Math.max(tallest, 0.1));
  const ownHeights = model.panels.map((panel) => heightOf(panel, model, own));
  const stretch = 1 + more / Math.max(1, sumOf(ownHeights));
  const decade = own * stretch;
  const heights = ownHeights.map((height) => height * stretch);
  const between = BETWEEN[model.view.scale];
  const top = lane + HEADER;
  const bottom = top + (heights.length > 0 ? sumOf(heights) + between * (heights.length - 1) : 280 + more);
  const plot = { left, right: width - right };
  const [first, last] = timeDomain(model.range);
  const x = (day: number) => plot.left + ((day - first) / (last - first)) * (plot.right - plot.left);
  let next = top;
  const panels = model.panels.map((panel, index): PanelFrame => {
    const from = next;
    const to = from + (heights[index] as number);
    next = to + between;
    return {
      panel,
      top: from,
      bottom: to,
      y: (value) => to - place(panel.axis, value) * (to - from),
      domain: extended(panel.axis, from, to, top, bottom),
    };
  });
  const most = Math.floor((plot.right - plot.left) / (narrow ? 60 : 72));
  const ticks = apart(
    (model.speech.wording?.days?.ticks ?? timeTicks)(model.range.from, model.range.to, most, model.speech.format),
    x,
    plot.left,
  );
  return { width, height: bottom + FOOT, narrow, ...plot, top, bottom, lane: lane - 2, panels, x, decade, ticks };
}

/** The days at both ends of the time axis; a single day stands in the middle. */
export function timeDomain({ from, to }: { from: number; to: number }): [first: number, last: number] {
  return from === to ? [from - 1, to + 1] : [from, to];
}

/** Where the label of a time tick stands: the first one begins at the axis, the others are centred on their day. */
export function tickAnchor(tick: TimeTick, frame: Pick<Frame, "x" | "left" | "right">): "start" | "middle" | "end" {
  const half = textWidth(tick.room, 12) / 2;
  if (frame.x(tick.day) - half < frame.left - 8) return "start";
  return frame.x(tick.day) + half > frame.right + 4 ? "end" : "middle";
}

function sumOf(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0);
}

function heightOf(panel: Panel, model: ChartModel, decade: number): number {
  if (panel.axis.scale === "log") return Math.max(56, decadesOf(panel.axis) * decade);
  return model.panels.length === 1 ? 340 : model.panels.length === 2 ? 180 : 130;
}

/** The axis drawn out to the edges of the plot, so that values keep their pixels. */
function extended(axis: ValueAxis, top: number, bottom: number, plotTop: number, plotBottom: number): [number, number] {
  const above = (top - plotTop) / (bottom - top);
  const below = (plotBottom - bottom) / (bottom - top);
  if (axis.scale === "log") {
    const ratio = axis.top / axis.bottom;
    return [axis.bottom / ratio ** below, axis.top * ratio ** above];
  }
  const span = axis.top - axis.bottom;
  return [axis.bottom - span * below, axis.top + span * above];
}

/** Ticks whose labels do not touch; the last one goes before its neighbour does. */
export function apart(ticks: TimeTick[], x: (day: number) => number, left: number): TimeTick[] {
  const kept: TimeTick[] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const width = textWidth(tick.room, 12);
    const start = Math.max(left, x(tick.day) - width / 2);
    if (start < edge + 12) continue;
    kept.push(tick);
    edge = start + width;
  }
  return kept;
}
