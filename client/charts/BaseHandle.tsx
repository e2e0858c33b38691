import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from "react";
import { MEASURE } from "../../data/chart/measure-words.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { bucketStart, type DayNumber, nextBucket } from "../../data/model/day.ts";
import { wordsOf } from "../app/language.ts";
import type { Frame } from "./frame.ts";

const WIDTH = 34;
const HEIGHT = 18;
/** What a finger needs. */
const REACH = 44;

/** The day on which an index is 100, as a handle on the time axis: dragged, or moved with the arrow keys. */
export function BaseHandle({
  model,
  frame,
  onBase,
}: {
  model: ChartModel;
  frame: Frame;
  onBase: (day: DayNumber) => void;
}): ReactElement | null {
  const grip = useRef<{ at: number; day: DayNumber } | null>(null);
  const base = model.reshaped?.base;
  const { from, to } = model.range;
  if (!base || base.day > to) return null;
  const { handle } = wordsOf(MEASURE);
  const { interval } = model.view;
  const now = Math.max(from, base.day);
  if (nextBucket(bucketStart(base.day, interval), interval) <= from) return null;
  const x = frame.x(now);
  // Inside of the plot: beside it stand the values of the axis.
  const left = Math.min(frame.right - WIDTH, Math.max(frame.left + 1, x - WIDTH / 2));
  const move = (day: DayNumber) => {
    const next = Math.min(to, Math.max(from, day));
    if (next !== base.day || !base.chosen) onBase(next);
  };
  const stepped = (steps: number): DayNumber => {
    let day = bucketStart(base.day, interval);
    for (let step = 0; step < Math.abs(steps); step++) day = steps > 0 ? nextBucket(day, interval) : bucketStart(day - 1, interval);
    return day;
  };
  const onKeyDown = (key: KeyboardEvent) => {
    const many = key.shiftKey && interval === "day" ? 7 : 1;
    const day = {
      ArrowLeft: stepped(-many),
      ArrowDown: stepped(-many),
      ArrowRight: stepped(many),
      ArrowUp: stepped(many),
      Home: from,
      End: to,
    }[key.key];
    if (day === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    move(day);
  };
  const grab = (pointer: PointerEvent<Element>) => {
    if (pointer.button !== 0) return;
    pointer.currentTarget.setPointerCapture(pointer.pointerId);
    grip.current = { at: pointer.clientX, day: now };
  };
  const drag = (pointer: PointerEvent<Element>) => {
    if (grip.current === null) return;
    const days = ((pointer.clientX - grip.current.at) / Math.max(1, frame.right - frame.left)) * (to - from);
    move(Math.round(grip.current.day + days));
  };
  const release = () => {
    grip.current = null;
  };
  const day = model.speech.format.longDay(base.day);
  return (
    <g
      className="event"
      data-mark="base"
      role="slider"
      tabIndex={0}
      aria-label={handle.label}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={now}
      aria-valuetext={base.chosen ? day : handle.own(day)}
      onKeyDown={onKeyDown}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      style={{ cursor: "ew-resize", touchAction: "none" }}
    >
      <title>{handle.hint}</title>
      <path d={`M${x} ${frame.panels[0]?.top ?? frame.top}V${frame.bottom - HEIGHT}`} stroke="var(--ink)" strokeDasharray="2 4" />
      <rect x={x - REACH / 2} y={frame.bottom - REACH} width={REACH} height={REACH} fill="transparent" />
      <rect
        x={left}
        y={frame.bottom - HEIGHT}
        width={WIDTH}
        height={HEIGHT}
        rx={3}
        fill={base.chosen ? "var(--ink)" : "var(--surface-page)"}
        stroke="var(--ink)"
      />
      <text
        x={left + WIDTH / 2}
        y={frame.bottom - 5}
        fontSize={12}
        fontWeight={600}
        textAnchor="middle"
        fill={base.chosen ? "var(--text-on-ink)" : "var(--text-1)"}
      >
        100
      </text>
    </g>
  );
}
