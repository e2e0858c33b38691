import { type ReactElement, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { SURGE } from "../../../data/chart/surge-words.ts";
import type { Metric } from "../../../data/model/metric.ts";
import type { View } from "../../../data/model/view.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Scroll } from "../../tables/Scroll.tsx";
import frame from "../page.module.css";
import { type Arranged, type Column, isSortable, nextSort } from "./arranged.ts";
import { columnName } from "./ColumnChoice.tsx";
import styles from "./Countries.module.css";
import type { Told } from "./cells.ts";
import { isSurgeFigure, type Usual, WIDTHS } from "./columns.ts";
import type { LaterRows } from "./later-rows.ts";
import { growthView } from "./row-view.ts";
import type { CountryRow } from "./rows.ts";
import type { Surges } from "./surges.ts";
import { isNumber, TableRows } from "./TableRows.tsx";
import { COUNTRIES } from "./words.ts";

export interface CountriesTableProps {
  view: View;
  table: Arranged;
  surges: Surges;
  later: LaterRows | null;
  metric: Metric | undefined;
  usual: Usual;
  onChange: (view: View, tag?: string) => void;
  onVisit: (page: "growth", view: View) => void;
}

/** A row for each series, with the columns of the view. */
export function CountriesTable({ view, table, surges, later, metric, onChange, onVisit }: CountriesTableProps): ReactElement {
  const words = wordsOf(COUNTRIES);
  const surge = wordsOf(SURGE);
  const { columns, rows } = table;
  const shape = columns.map(({ id, pinned }) => `${id}${pinned ? "!" : ""}`).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that a row knows of its columns
  const steady = useMemo(() => columns, [shape]);
  const left = useMemo(() => offsets(steady), [steady]);
  const told = useMemo(
    (): Told => ({ metric: metric ?? { unit: "", over_time: "mean" }, words, surge, format: format() }),
    [metric, words, surge],
  );
  const scroller = useRef<HTMLElement>(null);
  const stood = useRef<number | null>(null);
  const newest = useRef(view);
  newest.current = view;
  const toggle = useCallback(
    (name: string) => {
      const { rows: chosen } = newest.current;
      stood.current = scroller.current?.getBoundingClientRect().top ?? null;
      const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
      onChange({ ...newest.current, rows: next }, "rows");
    },
    [onChange],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chart above has another height for other rows
  useLayoutEffect(() => {
    const before = stood.current;
    stood.current = null;
    // What was just ticked stays under the pointer.
    if (before !== null && scroller.current) scrollBy(0, scroller.current.getBoundingClientRect().top - before);
  }, [view.rows]);
  const open = useCallback((row: CountryRow) => onVisit("growth", growthView(newest.current, row)), [onVisit]);
  const width = columns.reduce((sum, { id }) => sum + WIDTHS[id], 0);
  if (rows.length === 0)
    return (
      <p className={styles.nothing} role="status">
        {words.nothingFound(view.search)}{" "}
        <button type="button" className={frame.link} onClick={() => onChange({ ...view, search: "" }, "search")}>
          {words.showAll}
        </button>
      </p>
    );
  return (
    <Scroll ref={scroller} className={styles.scroll} aria-label={words.table} data-table>
      <table className={styles.grid} data-dense={view.dense || undefined} aria-rowcount={rows.length + 1} style={{ width }}>
        <colgroup>
          {columns.map(({ id }) => (
            // The first has another width on a phone.
            <col key={id} style={id === "series" ? undefined : { width: WIDTHS[id] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
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
        <TableRows
          view={view}
          rows={rows}
          columns={steady}
          left={left}
          told={told}
          surges={surges}
          later={later}
          scroller={scroller}
          onToggle={toggle}
          onOpen={open}
        />
      </table>
    </Scroll>
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
