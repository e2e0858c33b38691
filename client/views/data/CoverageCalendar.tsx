import { type KeyboardEvent, memo, type PointerEvent, type ReactElement, useId, useMemo, useState } from "react";
import { type DayNumber, dayOf } from "../../../data/model/day.ts";
import { monthName } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./CoverageCalendar.module.css";
import { type CalendarDay, type Coverage, calendarOf, dayText, type Level, type Month } from "./coverage.ts";
import { DATA } from "./words.ts";

/** Pixels from one day to the next, and of a day itself. */
const PITCH = 20;
const SIDE = 17;

/**
 * The months with a square for each day, filled as far as the series have it. One control: the arrow keys walk the days,
 * and what a day is is its value, which screen readers say.
 */
export function CoverageCalendar({ coverage }: { coverage: Coverage }): ReactElement {
  const words = wordsOf(DATA).coverage;
  const [at, setAt] = useState<DayNumber>(coverage.from);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const hatch = useId();
  const months = useMemo(() => calendarOf(coverage), [coverage]);
  const day = Math.min(coverage.to, Math.max(coverage.from, at));
  const shown = pointed || focused;
  const move = (key: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28, Home: -1e6, End: 1e6 }[key.key];
    if (by === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
    key.preventDefault();
    const next = Math.min(coverage.to, Math.max(coverage.from, day + by));
    setAt(next);
    // Years of days are higher than a window.
    key.currentTarget.querySelector(`[data-day="${next}"]`)?.closest(`.${styles.month}`)?.scrollIntoView({ block: "nearest" });
  };
  const point = (pointer: PointerEvent) => {
    const found = pointer.target instanceof Element ? pointer.target.closest("[data-day]")?.getAttribute("data-day") : null;
    if (!found) return;
    setAt(Number(found));
    setPointed(true);
  };
  return (
    <figure className={styles.figure}>
      <Legend of={coverage.of} hatch={hatch} knowsRevisions={coverage.revisions !== null} />
      <figcaption className={styles.reading} data-shown={shown ? "" : undefined} aria-hidden="true">
        {shown ? dayText(coverage, day) : words.point}
      </figcaption>
      <div
        className={styles.calendar}
        role="slider"
        tabIndex={0}
        aria-label={words.calendar}
        aria-valuemin={coverage.from}
        aria-valuemax={coverage.to}
        aria-valuenow={day}
        aria-valuetext={dayText(coverage, day)}
        onKeyDown={move}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointed(false)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {months.map((month) => (
          <MonthGrid key={month.first} month={month} hatch={hatch} marked={shown ? markedIn(month, day) : null} />
        ))}
      </div>
    </figure>
  );
}

/** Redrawn only where its days or the mark in it are others: the months may be many. */
const MonthGrid = memo(function MonthGrid({
  month,
  hatch,
  marked,
}: {
  month: Month;
  hatch: string;
  marked: DayNumber | null;
}): ReactElement {
  const mark = month.days.find(({ day }) => day === marked);
  return (
    <div className={styles.month}>
      <span>{monthName(month.first)}</span>
      <svg width={7 * PITCH} height={((month.days.at(-1)?.row ?? 0) + 1) * PITCH} aria-hidden="true">
        {month.days.map((day) => (
          <Square key={day.day} day={day} hatch={hatch} />
        ))}
        {mark &&
          [styles.markGround, styles.mark].map((name) => (
            <rect
              key={name}
              className={name}
              x={mark.column * PITCH + 1}
              y={mark.row * PITCH + 1}
              width={SIDE + 1}
              height={SIDE + 1}
              rx={1}
            />
          ))}
      </svg>
    </div>
  );
});

function Square({ day, hatch }: { day: CalendarDay; hatch: string }): ReactElement {
  return (
    <g
      data-day={day.day}
      data-date={dayOf(day.day)}
      data-level={day.level}
      data-revised={day.revised ? "" : undefined}
      transform={`translate(${day.column * PITCH + 1.5} ${day.row * PITCH + 1.5})`}
    >
      <Sign level={day.level} revised={day.revised} hatch={hatch} />
    </g>
  );
}

/** How a day is drawn: hatched where it is missing, else filled from below in quarters; a ring says that it was revised. */
function Sign({ level, revised, hatch }: { level: Level; revised: boolean; hatch: string }): ReactElement {
  const height = (SIDE * level) / 4;
  return (
    <>
      <rect
        className={level === 0 ? styles.missing : styles.ground}
        width={SIDE}
        height={SIDE}
        fill={level === 0 ? `url(#${hatch})` : undefined}
      />
      {level > 0 && <rect className={styles.filled} y={SIDE - height} width={SIDE} height={height} />}
      {revised && <circle className={styles.revised} cx={SIDE / 2} cy={SIDE / 2} r={3.5} />}
    </>
  );
}

function Legend({ of, hatch, knowsRevisions }: { of: number; hatch: string; knowsRevisions: boolean }): ReactElement {
  const words = wordsOf(DATA).coverage.legend;
  const signs: [string, Level, boolean][] = [
    [of === 1 ? words.value : words.all(of), 4, false],
    ...(of === 1 ? [] : [[words.some, 2, false] as [string, Level, boolean]]),
    [words.missing, 0, false],
    ...(knowsRevisions ? [[words.revised, 4, true] as [string, Level, boolean]] : []),
  ];
  return (
    <ul className={styles.legend}>
      {signs.map(([text, level, revised]) => (
        <li key={text}>
          <svg width={SIDE} height={SIDE} aria-hidden="true">
            {level === 0 && (
              <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect className={styles.hatchGround} width="6" height="6" />
                <rect className={styles.hatchLine} width="1.5" height="6" />
              </pattern>
            )}
            <Sign level={level} revised={revised} hatch={hatch} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

function markedIn({ days }: Month, day: DayNumber): DayNumber | null {
  return days.some((one) => one.day === day) ? day : null;
}
