import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { type CalendarDay, type DayButtonProps, DayPicker, DayButton as PlainDayButton, TZDate } from "react-day-picker";
import type { Extent } from "../../data/analysis/table.ts";
import { type DayNumber, MS_PER_DAY, numberOf } from "../../data/model/day.ts";
import { dayWithWeekday, longDay, monthName } from "../app/format.ts";
import { language, wordsOf } from "../app/language.ts";
import styles from "./Calendar.module.css";
import type { DayDots } from "./dots.ts";
import type { PlatformKey } from "./keys.ts";
import { useMedia } from "./media.ts";
import { PANEL } from "./panel-words.ts";

const TWO_MONTHS = "(min-width: 45em)";
/** The days that an address can name. */
const START = dateOf(0);
const END = dateOf(numberOf("2199-12-31"));

/**
 * The months around a range. The first press begins another range, the second ends it; days outside the data can be
 * chosen like any other. All dates of the picker are midnights in UTC, so that the day is the one that was pressed
 * whatever the reader's zone does to its clocks.
 */
export function Calendar({
  days,
  dots,
  keys,
  onChoose,
}: {
  days: Extent | null;
  dots: ReadonlyMap<DayNumber, DayDots>;
  keys: readonly PlatformKey[];
  onChoose: (days: Extent) => void;
}) {
  const words = wordsOf(PANEL);
  const two = useMedia(TWO_MONTHS);
  const [begun, setBegun] = useState<DayNumber | null>(null);
  const [ahead, setAhead] = useState<DayNumber | null>(null);
  const from = days?.from ?? Math.floor(Date.now() / MS_PER_DAY);
  const [month, setMonth] = useState(from);
  useEffect(() => {
    setBegun(null);
    setMonth(from);
  }, [from]);

  const shown = begun === null ? days : ordered(begun, ahead ?? begun);
  const press = (day: DayNumber) => {
    if (begun === null) {
      setBegun(day);
      setAhead(day);
    } else {
      setBegun(null);
      onChoose(ordered(begun, day));
    }
  };
  const known = useMemo(() => ({ dots, keys }), [dots, keys]);
  return (
    <Known value={known}>
      <DayPicker
        mode="range"
        required
        timeZone="UTC"
        dateLib={DAYS}
        weekStartsOn={1}
        numberOfMonths={two ? 2 : 1}
        month={dateOf(month)}
        onMonthChange={(date) => setMonth(dayOfDate(date))}
        startMonth={START}
        endMonth={END}
        selected={shown ? { from: dateOf(shown.from), to: dateOf(shown.to) } : undefined}
        onSelect={(_, date) => press(dayOfDate(date))}
        onDayMouseEnter={(date) => setAhead(dayOfDate(date))}
        onDayFocus={(date) => setAhead(dayOfDate(date))}
        classNames={CLASSES}
        components={COMPONENTS}
        labels={{
          labelDayButton: (date, modifiers) => dayLabel(dayOfDate(date), dots, keys, modifiers.selected === true),
          ...(language() === "en" ? {} : labelsInLanguage()),
        }}
        formatters={language() === "en" ? undefined : FORMATTERS}
      />
      <p className="visually-hidden" role="status">
        {begun !== null && words.firstDay(longDay(begun))}
      </p>
    </Known>
  );
}

/** The picker makes its buttons itself: what they show beside the day comes to them from above. */
const Known = createContext<{ dots: ReadonlyMap<DayNumber, DayDots>; keys: readonly PlatformKey[] }>({ dots: new Map(), keys: [] });

const COMPONENTS = { DayButton };

/** The picker's own step goes through the clocks of this machine, which have skipped whole days (Samoa, in 2011). */
const DAYS = { addDays: (date: Date, days: number) => new TZDate(date.getTime() + days * MS_PER_DAY, "UTC") };

const CLASSES = {
  root: styles.root,
  months: styles.months,
  month: styles.month,
  month_caption: styles.caption,
  month_grid: styles.grid,
  nav: styles.nav,
  button_previous: styles.step,
  button_next: styles.step,
  chevron: styles.chevron,
  weekday: styles.weekday,
  day: styles.day,
  day_button: styles.press,
  selected: styles.selected,
  range_start: styles.end,
  range_end: styles.end,
};

/** A day with its dots. */
function DayButton(props: DayButtonProps) {
  const { dots, keys } = useContext(Known);
  const known = dots.get(dayOfCell(props.day));
  return (
    <PlainDayButton {...props}>
      {props.children}
      {known && (
        <i className={styles.dots}>
          {keys
            .filter((key) => known.platforms.includes(key.id))
            .map((key) => (
              <b key={key.id} style={{ background: `var(--${key.color})` }} />
            ))}
          {known.events.length > 0 && <b className={styles.tick} />}
        </i>
      )}
    </PlainDayButton>
  );
}

/** The picker's own words are English. */
function labelsInLanguage() {
  const { next, previous, nav } = wordsOf(PANEL).calendar;
  return {
    labelNext: () => next,
    labelPrevious: () => previous,
    labelNav: () => nav,
    labelGrid: (date: Date) => monthName(dayOfDate(date)),
    labelWeekday: (date: Date) => WEEKDAY.long.format(date),
  };
}

const WEEKDAY = {
  long: new Intl.DateTimeFormat("zh-Hans", { weekday: "long", timeZone: "UTC" }),
  narrow: new Intl.DateTimeFormat("zh-Hans", { weekday: "narrow", timeZone: "UTC" }),
};

const FORMATTERS = {
  formatCaption: (date: Date) => monthName(dayOfDate(date)),
  formatWeekdayName: (date: Date) => WEEKDAY.narrow.format(date),
};

function dayLabel(day: DayNumber, dots: ReadonlyMap<DayNumber, DayDots>, keys: readonly PlatformKey[], selected: boolean): string {
  const words = wordsOf(PANEL);
  const known = dots.get(day);
  const figures = keys.filter((key) => known?.platforms.includes(key.id)).map((key) => words.figureOf(key.name));
  return words.list([dayWithWeekday(day), ...(selected ? [words.inRange] : []), ...figures, ...(known?.events ?? [])]);
}

function ordered(a: DayNumber, b: DayNumber): Extent {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function dateOf(day: DayNumber): Date {
  return new Date(day * MS_PER_DAY);
}

function dayOfDate(date: Date): DayNumber {
  return Math.floor(date.getTime() / MS_PER_DAY);
}

function dayOfCell(day: CalendarDay): DayNumber {
  return numberOf(day.isoDate);
}
