import { type CSSProperties, type MouseEvent, memo, type ReactElement, useCallback, useMemo, useRef } from "react";
import * as english from "../../../data/chart/format.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import type { Metric } from "../../../data/model/metric.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { wordsOf } from "../../app/language.ts";
import { type Arranged, type Column, isSortable, nextSort } from "./arranged.ts";
import { columnName } from "./ColumnChoice.tsx";
import styles from "./Countries.module.css";
import type { Told } from "./cells.ts";
import { isSurgeFigure, type Usual, WIDTHS } from "./columns.ts";
import { Cell } from "./RowCell.tsx";
import type { CountryRow } from "./rows.ts";
import type { Surges } from "./surges.ts";
import { COUNTRIES } from "./words.ts";

export interface CountriesTableProps {
  view: View;
  table: Arranged;
  surges: Surges;
  metric: Metric | undefined;
  usual: Usual;
  onChange: (view: View, tag?: string) => void;
  onVisit: (page: "growth", view: View) => void;
}

/** A row for each series, with the columns of the view. */
export function CountriesTable({ view, table, surges, metric, onChange, onVisit }: CountriesTableProps): ReactElement {
  const words = wordsOf(COUNTRIES);
  const surge = wordsOf(SURGE);
  const { columns, rows } = table;
  const shape = columns.map(({ id, pinned }) => `${id}${pinned ? "!" : ""}`).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that a row knows of its columns
  const steady = useMemo(() => columns, [shape]);
  const left = useMemo(() => offsets(steady), [steady]);
  const told = useMemo(
    (): Told => ({ metric: metric ?? { unit: "", over_time: "mean" }, words, surge, format: english }),
    [metric, words, surge],
  );
  const newest = useRef(view);
  newest.current = view;
  const toggle = useCallback(
    (name: string) => {
      const { rows: chosen } = newest.current;
      const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
      onChange({ ...newest.current, rows: next }, "rows");
    },
    [onChange],
  );
  const open = useCallback((row: CountryRow) => onVisit("growth", growthView(newest.current, row)), [onVisit]);
  const chosen = useMemo(() => new Set(view.rows), [view.rows]);
  const width = columns.reduce((sum, { id }) => sum + WIDTHS[id], 0);
  if (rows.length === 0)
    return (
      <p className={styles.nothing} role="status">
        {words.nothingFound(view.search)}{" "}
        <button type="button" className={styles.link} onClick={() => onChange({ ...view, search: "" }, "search")}>
          {words.showAll}
        </button>
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={words.table} data-table>
      <table className={styles.grid} data-dense={view.dense || undefined} style={{ width }}>
        <colgroup>
          {columns.map(({ id }) => (
            <col key={id} style={{ width: WIDTHS[id] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => {
              const { id, pinned, sorted } = column;
              const name = columnName(id, words, surge, true);
              const help = isSurgeFigure(id) ? surge.figures[id].method : id === "coverage" ? surge.coverage.method : words.columnHelp[id];
              return (
                <th
                  key={id}
                  scope="col"
                  className={isNumber(id) ? styles.number : undefined}
                  data-pinned={pinned || undefined}
                  data-first={id === "series" || undefined}
                  style={pinned ? { left: left.get(id) } : undefined}
                  aria-sort={sorted ?? undefined}
                  title={help}
                >
                  {isSortable(id) ? (
                    <button type="button" onClick={() => onChange({ ...view, sort: nextSort(view.sort, id) }, "sort")}>
                      {name}
                      {sorted && <span aria-hidden="true">{sorted === "descending" ? " ↓" : " ↑"}</span>}
                    </button>
                  ) : (
                    name
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              answer={surges.answerOf(row.series)}
              columns={steady}
              left={left}
              told={told}
              log={view.scale === "log"}
              chosen={chosen.has(row.name)}
              // A row's link is of the view in which it was drawn last; opening it takes the newest.
              href={pathOf("growth", growthView(view, row))}
              onToggle={toggle}
              onOpen={open}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where each column that stays in place stands. */
function offsets(columns: readonly Column[]): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  let at = 0;
  for (const { id, pinned } of columns) {
    if (!pinned) continue;
    left.set(id, at);
    at += WIDTHS[id];
  }
  return left;
}

interface RowProps {
  row: CountryRow;
  answer: ReturnType<Surges["answerOf"]>;
  columns: readonly Column[];
  left: ReadonlyMap<string, number>;
  told: Told;
  log: boolean;
  chosen: boolean;
  href: string;
  onToggle: (name: string) => void;
  onOpen: (row: CountryRow) => void;
}

const Row = memo(function Row({ row, answer, columns, left, told, log, chosen, href, onToggle, onOpen }: RowProps) {
  const firstSurge = columns.find(({ id }) => isSurgeFigure(id))?.id;
  const name = `${row.platform}, ${row.place}`;
  const onClick = (click: MouseEvent) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return;
    click.preventDefault();
    onOpen(row);
    scrollTo(0, 0);
  };
  return (
    <tr data-chosen={chosen || undefined}>
      {columns.map(({ id, pinned }) => {
        const style: CSSProperties | undefined = pinned ? { left: left.get(id) } : undefined;
        if (id === "series")
          return (
            <th key={id} scope="row" data-pinned data-first style={style}>
              <span className={styles.series}>
                <input type="checkbox" aria-label={told.words.choose(name)} checked={chosen} onChange={() => onToggle(row.name)} />
                <span className={styles.name}>
                  <a href={href} title={told.words.open(name)} onClick={onClick}>
                    {row.place}
                  </a>
                  <small>
                    <span className="key" style={{ background: `var(--${row.color})` }} /> {row.platform}
                  </small>
                </span>
              </span>
            </th>
          );
        return (
          <td key={id} className={isNumber(id) ? styles.number : undefined} data-pinned={pinned || undefined} style={style}>
            <Cell id={id} row={row} answer={answer} isFirstSurge={id === firstSurge} told={told} log={log} />
          </td>
        );
      })}
    </tr>
  );
});

function isNumber(id: Column["id"]): boolean {
  return isSurgeFigure(id) || id === "latest" || id === "coverage";
}

/** The view of a row by itself. */
export function growthView(view: View, row: Pick<CountryRow, "platformId" | "countryId">): View {
  return { ...plainTable(view), platforms: [row.platformId], countries: [row.countryId], sum: false, partial: false };
}

/** A view without what only a table shows. */
export function plainTable(view: View): View {
  return { ...view, search: "", sort: "", columns: [], pinned: [], dense: false, rows: [], day: "" };
}
