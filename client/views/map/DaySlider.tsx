import { type KeyboardEvent, type PointerEvent, type ReactElement, useId, useMemo, useRef } from "react";
import type { MapModel } from "../../../data/chart/map-model.ts";
import { type DayNumber, numberOf } from "../../../data/model/day.ts";
import type { SurgeEvent } from "../../../data/model/figure.ts";
import { dayWithWeekday, format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { useWidth } from "../growth/width.ts";
import styles from "./DaySlider.module.css";
import type { LaterMap } from "./later-map.ts";
import { countOf } from "./MapLegend.tsx";
import { eventsOn, runsOf, ticksOf } from "./track.ts";
import { MAP_PAGE } from "./words.ts";

interface Props {
  model: MapModel;
  day: DayNumber;
  events: readonly SurgeEvent[];
  /** A later vintage that has days otherwise. */
  later: LaterMap | null;
  playing: boolean;
  onPlay: () => void;
  onPause: () => void;
  /** While a hand moves it. */
  onMove: (day: DayNumber) => void;
  /** Where it comes to rest. */
  onRest: (day: DayNumber) => void;
}

const BARS = 26;
const EVENTS = 8;

/** The days as a track: how many countries have a value on each, what happened, and a handle on the one that is shown. */
export function DaySlider({ model, day, events, later, playing, onPlay, onPause, onMove, onRest }: Props): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const [measured, width] = useWidth<HTMLDivElement>();
  const track = useRef<HTMLDivElement>(null);
  const { range, known } = model;
  const days = range.to - range.from;
  const count = known[day - range.from] ?? 0;
  const x = (one: DayNumber) => (days === 0 ? width / 2 : ((one - range.from) / days) * width);
  const own = useMemo(() => eventsOn(events, model.platform, range), [events, model.platform, range]);
  const here = own.filter((event) => numberOf(event.date) <= day && numberOf(event.until ?? event.date) >= day);
  const dayAt = (pointer: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return day;
    return range.from + Math.round(Math.min(1, Math.max(0, (pointer.clientX - box.left) / box.width)) * days);
  };
  const grab = (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.button !== 0) return;
    pointer.currentTarget.setPointerCapture(pointer.pointerId);
    onMove(dayAt(pointer));
  };
  const drag = (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.currentTarget.hasPointerCapture(pointer.pointerId)) onMove(dayAt(pointer));
  };
  const keys = (key: KeyboardEvent) => {
    const step = key.shiftKey ? 7 : 1;
    const by = {
      ...{ ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -28, PageUp: 28 },
      ...{ Home: range.from - day, End: range.to - day },
    }[key.key];
    if (key.key === " ") (playing ? onPause : onPlay)();
    else if (by === undefined) return;
    else onRest(Math.min(range.to, Math.max(range.from, day + by)));
    key.preventDefault();
  };
  const other = countOf(later?.cellsOn(day));
  const said = [words.dayText(dayWithWeekday(day), count), ...(later && other > 0 ? [words.laterDay(other, later.vintage)] : [])];
  const text = said.join(". ");
  return (
    <div className={styles.days}>
      <button type="button" className={`primary ${styles.play}`} onClick={playing ? onPause : onPlay}>
        <svg width="12" height="12" aria-hidden="true" fill="currentColor">
          <path d={playing ? "M1 0h3.5v12H1zM7.5 0H11v12H7.5z" : "M1 0l11 6L1 12z"} />
        </svg>
        {playing ? words.pause : words.play}
      </button>
      <p className={styles.now}>
        <b>{dayWithWeekday(day)}</b>
        <span>{count === 0 ? words.nobody : words.known(count)}</span>
        {later && other > 0 && <span>{words.laterDay(other, later.vintage)}</span>}
        {here[0] && <span className={styles.event}>{here.map(({ title }) => title).join("; ")}</span>}
      </p>
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        className={styles.track}
        aria-label={words.day}
        aria-valuemin={range.from}
        aria-valuemax={range.to}
        aria-valuenow={day}
        aria-valuetext={here[0] ? `${text}. ${here.map(({ title }) => title).join("; ")}` : text}
        onPointerDown={grab}
        onPointerMove={drag}
        onPointerUp={(pointer) => onRest(dayAt(pointer))}
        onPointerCancel={() => onRest(day)}
        onKeyDown={keys}
        data-day={day}
      >
        <div ref={measured} className={styles.rail}>
          {width > 0 && <Track model={model} width={width} events={own} changed={later?.days} />}
          <span className={styles.handle} style={{ transform: `translateX(${x(day)}px)` }} />
        </div>
      </div>
    </div>
  );
}

/** What stands still on the track. */
function Track({
  model,
  width,
  events,
  changed,
}: {
  model: MapModel;
  width: number;
  events: readonly SurgeEvent[];
  /** Days that are other in a later vintage. */
  changed: readonly DayNumber[] | undefined;
}): ReactElement {
  const hatch = useId().replaceAll(/[^a-zA-Z0-9]/g, "");
  return useMemo(() => {
    const { range, known } = model;
    const days = Math.max(1, range.to - range.from);
    const x = (day: DayNumber) => Math.min(width, Math.max(0, ((day - range.from) / days) * width));
    const half = width / days / 2;
    const most = Math.max(1, ...known);
    const ticks = ticksOf(range, width, format());
    return (
      <svg width={width} height={EVENTS + BARS + 18} aria-hidden="true">
        <defs>
          <pattern id={hatch} patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(-45)">
            <rect width="6" height="6" fill="var(--nodata-bg)" />
            <rect width="6" height="1" fill="var(--nodata-line)" />
          </pattern>
        </defs>
        {runsOf(model).map((run) => {
          const [left, right] = [Math.max(0, x(run.from) - half), Math.min(width, x(run.to) + half)];
          const height = run.known === 0 ? BARS : Math.max(3, (run.known / most) * BARS);
          return (
            <rect
              key={run.from}
              x={left}
              y={EVENTS + BARS - height}
              width={right - left}
              height={height}
              fill={run.known === 0 ? `url(#${hatch})` : "var(--line-2)"}
            />
          );
        })}
        <path d={`M0 ${EVENTS + BARS + 0.5}H${width}`} stroke="var(--line-3)" />
        {events.map((event) => (
          <path
            key={event.slug}
            d={`M${x(numberOf(event.until ?? event.date))} 0v${EVENTS + BARS}`}
            stroke="var(--text-3)"
            strokeDasharray="2 2"
          >
            <title>{event.title}</title>
          </path>
        ))}
        {changed && (
          <g fill="var(--text-1)" data-changed-days="">
            {changed.map((day) => (
              <circle key={day} cx={x(day)} cy={3} r={Math.min(2.5, Math.max(1, half))} />
            ))}
          </g>
        )}
        {ticks.map(({ day, text }, index) => {
          const anchor = index === 0 ? "start" : x(day) > width - 40 ? "end" : "middle";
          return (
            <text key={day} x={x(day)} y={EVENTS + BARS + 14} fontSize="11" fill="var(--text-3)" textAnchor={anchor}>
              {text}
            </text>
          );
        })}
      </svg>
    );
  }, [model, width, events, changed, hatch]);
}
