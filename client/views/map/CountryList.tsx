import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from "react";
import type { MapReading } from "../../../data/chart/map-reading.ts";
import type { MapStep } from "../../../data/chart/map-steps.ts";
import { WORLD } from "../../../data/model/slug.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import styles from "./CountryList.module.css";
import map from "./Map.module.css";
import { isListSort, nextListSort } from "./ordered.ts";
import { Swatch } from "./Swatch.tsx";
import { MAP_PAGE } from "./words.ts";

export interface CountryListProps {
  readings: readonly MapReading[];
  steps: readonly MapStep[];
  /** Cells that stay in the foreground; empty is all. */
  lit: ReadonlySet<number>;
  /** Readings of a later vintage of the countries that are other in it, and what it is called. */
  changed: ReadonlyMap<string, MapReading>;
  later: string;
  chosen: ReadonlySet<string>;
  hot: string | null;
  /** Whether the one that is pointed at is to be scrolled into sight. */
  follow: boolean;
  /** While days go by only the rows in sight follow. */
  moving: boolean;
  sort: string;
  search: string;
  /** Whether the first in rank has the smallest value. */
  smallestFirst: boolean;
  onHot: (country: string | null) => void;
  onChoose: (country: string) => void;
  onSort: (sort: string) => void;
  onSearch: (search: string) => void;
}

/** Every country with its value: all that the map says, without a map. */
export const CountryList = memo((props: CountryListProps): ReactElement => {
  const { readings: newest, moving, lit, changed, chosen, hot, follow, sort, search, onHot, onSort, onSearch } = props;
  const words = wordsOf(MAP_PAGE);
  const body = useRef<HTMLTableSectionElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const scrolled = useRef(0);
  const before = useRef<readonly MapReading[]>(newest);
  const readings = moving ? inSight(newest, before.current, scrolled.current) : newest;
  before.current = readings;
  const first = hot !== null && readings.some(({ id }) => id === hot) ? hot : readings[0]?.id;
  useEffect(() => {
    if (!follow || hot === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-country="${hot}"]`);
    const box = scroller.current;
    // Not `scrollIntoView`: it would move the page under the map, too.
    if (row && box && (row.offsetTop < box.scrollTop + 40 || row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight))
      box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, [follow, hot]);
  const onKeyDown = (key: KeyboardEvent) => {
    const buttons = [...(body.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: buttons.length - 1 }[key.key];
    if (to === undefined || at < 0) return;
    key.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, to))]?.focus();
  };
  const own = isListSort(sort) ? sort : "";
  const sorted = (head: "value" | "country") => {
    if (head === "country") return own === "series" ? "ascending" : own === "-series" ? "descending" : undefined;
    const [first, other] = props.smallestFirst ? (["ascending", "descending"] as const) : (["descending", "ascending"] as const);
    return own === "" ? first : own === "latest" ? other : undefined;
  };
  const head = (name: "value" | "country") => (
    <th scope="col" aria-sort={sorted(name)} className={name === "value" ? styles.number : undefined}>
      <button type="button" onClick={() => onSort(nextListSort(own, name))}>
        {words.columns[name]}
        {sorted(name) && <span aria-hidden="true">{sorted(name) === "descending" ? " ↓" : " ↑"}</span>}
      </button>
    </th>
  );
  return (
    <section className={styles.list} aria-label={words.list}>
      <input
        type="search"
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        maxLength={80}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      {readings.length === 0 ? (
        <p className={styles.nothing} role="status">
          {words.nothingFound(search)}{" "}
          <button type="button" className={map.link} onClick={() => onSearch("")}>
            {words.showAll}
          </button>
        </p>
      ) : (
        <div
          ref={scroller}
          className={styles.scroll}
          data-table
          onScroll={(scroll) => {
            scrolled.current = scroll.currentTarget.scrollTop;
          }}
        >
          <table className={styles.rows}>
            <thead>
              <tr>
                <th scope="col">{words.columns.rank}</th>
                {head("country")}
                {head("value")}
              </tr>
            </thead>
            <tbody ref={body} onKeyDown={onKeyDown} onPointerLeave={() => onHot(null)}>
              {readings.map((reading) => (
                <Row
                  key={reading.id}
                  {...{
                    id: reading.id,
                    name: reading.name,
                    rank: reading.rank,
                    text: reading.text,
                    kind: reading.kind,
                    note: reading.note,
                  }}
                  now={changed.get(reading.id)}
                  later={props.later}
                  cell={reading.cell}
                  steps={props.steps}
                  faded={lit.size > 0 && !lit.has(reading.cell)}
                  chosen={chosen.has(reading.id)}
                  hot={reading.id === hot}
                  reached={reading.id === first}
                  onHot={onHot}
                  onChoose={props.onChoose}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
});
CountryList.displayName = "CountryList";

const ROW_PX = 34;
/** More than any list is high. */
const SIGHT_PX = 1200;

/** The newest readings of the rows in sight; the others as they were. Both have the same rows, or all are taken. */
function inSight(newest: readonly MapReading[], before: readonly MapReading[], scrolled: number): readonly MapReading[] {
  const same = newest.length === before.length && newest.every(({ id }, index) => id === before[index]?.id);
  if (!same) return newest;
  const [first, last] = [(scrolled - SIGHT_PX / 4) / ROW_PX, (scrolled + SIGHT_PX) / ROW_PX];
  return newest.map((reading, index) => (index >= first && index <= last ? reading : (before[index] as MapReading)));
}

interface RowProps extends Pick<MapReading, "id" | "name" | "rank" | "text" | "kind" | "note"> {
  cell: number;
  now: MapReading | undefined;
  later: string;
  steps: readonly MapStep[];
  faded: boolean;
  chosen: boolean;
  hot: boolean;
  /** Whether the Tab key comes here: to one row, from which the arrows go on. */
  reached: boolean;
  onHot: (country: string | null) => void;
  onChoose: (country: string) => void;
}

const Row = memo(
  ({ id, name, rank, text, kind, note, cell, now, later, steps, faded, chosen, hot, reached, onHot, onChoose }: RowProps) => {
    const words = wordsOf(MAP_PAGE);
    return (
      <tr
        data-country={id}
        data-hot={hot || undefined}
        data-chosen={chosen || undefined}
        data-faded={faded || undefined}
        onPointerEnter={(pointer) => pointer.pointerType === "mouse" && onHot(id)}
      >
        <td className={styles.rank}>{rank > 0 ? rank : ""}</td>
        <th scope="row">
          <button
            type="button"
            className={styles.name}
            tabIndex={reached ? 0 : -1}
            aria-pressed={chosen}
            title={note || undefined}
            onFocus={() => onHot(id)}
            onClick={() => onChoose(id)}
          >
            <Swatch cell={cell} steps={steps} />
            <span>{name}</span>
          </button>
          {id === WORLD && <small>{words.world}</small>}
        </th>
        <td className={styles.number}>
          {text === "" ? (
            <span className={styles.missing}>{words.noValue}</span>
          ) : (
            <span className={now ? styles.former : kind ? undefined : styles.missing}>{text}</span>
          )}
          {kind && (
            <>
              {" "}
              <Badge kind={kind} />
            </>
          )}
          {now && (
            <small data-later="">
              {later} <b>{now.text || words.noValue}</b>
              {now.kind && now.kind !== kind && (
                <>
                  {" "}
                  <Badge kind={now.kind} />
                </>
              )}
            </small>
          )}
        </td>
      </tr>
    );
  },
);
Row.displayName = "Row";
