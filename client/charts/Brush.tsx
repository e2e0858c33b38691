import { type KeyboardEvent, type PointerEvent, type ReactElement, useMemo, useRef, useState } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import { timeTicks } from "../../data/chart/axis.ts";
import { CHART } from "../../data/chart/chart-words.ts";
import type { Stroke } from "../../data/chart/palette.ts";
import { bucketStart, nextBucket } from "../../data/model/day.ts";
import { type DailySeries, seriesId } from "../../data/model/series.ts";
import { format, longDay, monthName, rangeText, shortMonth, yearName } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./Brush.module.css";
import type { Frame } from "./frame.ts";
import { textWidth } from "./text.ts";

interface Props {
  range: Extent;
  /** First and last day with data; `null` where there is none. */
  extent: Extent | null;
  series: readonly DailySeries[];
  strokes: Map<string, Stroke>;
  frame: Pick<Frame, "left" | "right" | "width">;
  /** Called while the window moves; the last call stands. */
  onChange: (range: Extent) => void;
}

type Part = "from" | "to" | "window";
const HEIGHT = 32;

/** All days at a glance, with a window on those that the chart shows: dragged, or moved with the arrow keys. */
export function Brush({ range, extent, series, strokes, frame, onChange }: Props): ReactElement {
  const words = wordsOf(CHART).brush;
  const [held, setHeld] = useState<Extent | null>(null);
  const grip = useRef<{ part: Part; at: number; range: Extent } | null>(null);
  // While a handle is held the strip stands still under it, however far the range goes.
  const usual = useMemo(() => stripOf(range, extent), [range, extent]);
  const strip = held ?? usual;
  const x = (day: number) => frame.left + ((day - strip.from) / (strip.to - strip.from)) * (frame.right - frame.left);
  const { from, to } = strip;
  const { left, right } = frame;
  // The lines of the strip are those of all days: a change of the range alone leaves them as they are.
  const paths = useMemo(() => pathsOf(series, { from, to }, { left, right }), [series, from, to, left, right]);

  const move = (part: Part, start: Extent, by: number): Extent => {
    if (part === "window") {
      const days = start.to - start.from;
      const from = Math.min(strip.to - days, Math.max(strip.from, start.from + by));
      return { from, to: from + days };
    }
    if (part === "from") return { from: Math.max(strip.from, Math.min(start.from + by, start.to - 1)), to: start.to };
    return { from: start.from, to: Math.min(strip.to, Math.max(start.to + by, start.from + 1)) };
  };
  const grab = (part: Part) => (pointer: PointerEvent<HTMLElement>) => {
    if (pointer.button !== 0) return;
    pointer.currentTarget.setPointerCapture(pointer.pointerId);
    grip.current = { part, at: pointer.clientX, range };
    setHeld(usual);
  };
  const drag = (pointer: PointerEvent<HTMLElement>) => {
    const held = grip.current;
    if (!held) return;
    const by = Math.round(((pointer.clientX - held.at) / (frame.right - frame.left)) * (strip.to - strip.from));
    const next = move(held.part, held.range, by);
    if (next.from !== range.from || next.to !== range.to) onChange(next);
  };
  const release = () => {
    grip.current = null;
    setHeld(null);
  };
  const keys = (part: Part) => (key: KeyboardEvent) => {
    const step = key.shiftKey ? 7 : 1;
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -28, PageUp: 28, Home: -1e5, End: 1e5 }[
      key.key
    ];
    if (by === undefined) return;
    key.preventDefault();
    onChange(move(part, range, by));
  };
  const handlers = (part: Part) => ({
    onPointerDown: grab(part),
    onPointerMove: drag,
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: keys(part),
  });
  return (
    <div className={styles.strip}>
      <svg width={frame.width} height={46} aria-hidden="true">
        <rect x={frame.left} width={frame.right - frame.left} height={HEIGHT} fill="var(--surface-sunken)" />
        <rect x={x(range.from)} width={x(range.to) - x(range.from)} height={HEIGHT} fill="var(--surface-raised)" />
        {paths.map(({ id, d }) => (
          <path key={id} d={d} fill="none" stroke={`var(--${strokes.get(id)?.color ?? "text-3"})`} strokeWidth={1.5} />
        ))}
        <rect
          x={x(range.from)}
          y={0.5}
          width={Math.max(1, x(range.to) - x(range.from))}
          height={HEIGHT - 1}
          fill="none"
          stroke="var(--line-3)"
        />
        {ticksOf(strip, frame, x).map(({ day, text }) => (
          <g key={day}>
            <path d={`M${x(day)} ${HEIGHT}v4`} stroke="var(--line-2)" />
            <text x={x(day) + 4} y={HEIGHT + 13} fontSize={11} fill="var(--text-3)">
              {text}
            </text>
          </g>
        ))}
      </svg>
      <Grip
        strip={strip}
        left={x(range.from)}
        width={Math.max(8, x(range.to) - x(range.from))}
        label={words.shown}
        now={range.from}
        text={rangeText(range.from, range.to)}
        {...handlers("window")}
      />
      <Grip strip={strip} left={x(range.from)} label={words.first} now={range.from} text={longDay(range.from)} {...handlers("from")} />
      <Grip strip={strip} left={x(range.to)} label={words.last} now={range.to} text={longDay(range.to)} {...handlers("to")} />
    </div>
  );
}

interface GripProps {
  strip: Extent;
  left: number;
  /** The window has one; the handles at its edges do not. */
  width?: number;
  label: string;
  now: number;
  text: string;
  onPointerDown: (pointer: PointerEvent<HTMLElement>) => void;
  onPointerMove: (pointer: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onKeyDown: (key: KeyboardEvent) => void;
}

function Grip({ strip, left, width, label, now, text, ...handlers }: GripProps): ReactElement {
  return (
    <div
      role="slider"
      tabIndex={0}
      className={width === undefined ? styles.handle : styles.window}
      style={{ left, width }}
      aria-label={label}
      aria-valuemin={strip.from}
      aria-valuemax={strip.to}
      aria-valuenow={now}
      aria-valuetext={text}
      title={text}
      {...handlers}
    />
  );
}

/** The months around the data and the range, with room to drag on both sides. */
function stripOf(range: Extent, extent: Extent | null): Extent {
  const from = Math.min(range.from, extent?.from ?? range.from);
  const to = Math.max(range.to, extent?.to ?? range.to);
  const room = Math.max(14, Math.round((to - from) * 0.2));
  return { from: bucketStart(from - 1, "month"), to: nextBucket(bucketStart(to + room, "month"), "month") - 1 };
}

function pathsOf(series: readonly DailySeries[], strip: Extent, frame: Pick<Frame, "left" | "right">): { id: string; d: string }[] {
  const values = series.flatMap((one) => one.values).filter((value) => value > 0);
  const low = Math.log(values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY));
  const high = Math.log(values.reduce((most, value) => Math.max(most, value), 0));
  const y = (value: number) => HEIGHT - 4 - ((Math.log(value) - low) / Math.max(0.001, high - low)) * (HEIGHT - 8);
  const x = (day: number) => frame.left + ((day - strip.from) / (strip.to - strip.from)) * (frame.right - frame.left);
  return series.map((one) => ({
    id: seriesId(one),
    d: one.days
      .map((day, index) => {
        const value = one.values[index] as number;
        if (value <= 0) return "";
        return `${index === 0 || (one.days[index - 1] as number) < day - 1 ? "M" : "L"}${x(day).toFixed(1)} ${y(value).toFixed(1)}`;
      })
      .join(""),
  }));
}

function ticksOf(strip: Extent, frame: Props["frame"], x: (day: number) => number): { day: number; text: string }[] {
  const most = Math.floor((frame.right - frame.left) / 90);
  let edge = Number.NEGATIVE_INFINITY;
  // A strip spans whole months: its ticks are firsts of months even where it is short.
  const months = strip.to - strip.from < 200 ? firsts(strip) : timeTicks(strip.from, strip.to, most, format());
  return months.filter(({ day, text }) => {
    const fits = x(day) > edge + 8 && x(day) + 4 + textWidth(text, 11) < frame.width;
    if (fits) edge = x(day) + 4 + textWidth(text, 11);
    return fits;
  });
}

function firsts(strip: Extent): { day: number; text: string }[] {
  const ticks: { day: number; text: string }[] = [];
  for (let day = strip.from; day <= strip.to; day = nextBucket(day, "month")) {
    const known = day > strip.from && yearName(day) === yearName(day - 1);
    ticks.push({ day, text: known ? shortMonth(day) : monthName(day) });
  }
  return ticks;
}
