import { type CSSProperties, Fragment, memo, type ReactElement, type RefObject, useState } from "react";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { following } from "../../app/follow.ts";
import { Badge } from "../../tables/Badge.tsx";
import type { Column } from "./arranged.ts";
import styles from "./Countries.module.css";
import type { Told } from "./cells.ts";
import { isSurgeFigure } from "./columns.ts";
import type { LaterRows } from "./later-rows.ts";
import { Cell } from "./RowCell.tsx";
import { growthView } from "./row-view.ts";
import type { CountryRow } from "./rows.ts";
import type { Surges } from "./surges.ts";
import { useVisibleRows } from "./visible-rows.ts";

export interface TableRowsProps {
  view: View;
  rows: readonly CountryRow[];
  columns: readonly Column[];
  /** Where each column that stays in place stands. */
  left: ReadonlyMap<string, number>;
  told: Told;
  surges: Surges;
  later: LaterRows | null;
  scroller: RefObject<HTMLElement | null>;
  onToggle: (name: string) => void;
  onOpen: (row: CountryRow) => void;
}

/** The body of the table: of a long one the rows that are in sight, and the one that has the focus. */
export function TableRows({ view, rows, columns, left, told, surges, later, scroller, onToggle, onOpen }: TableRowsProps): ReactElement {
  const { first, end, rowHeight } = useVisibleRows(scroller, rows.length, view.dense);
  const [focused, setFocused] = useState<string | null>(null);
  const chosen = new Set(view.rows);
  const at = focused === null ? -1 : rows.findIndex((row) => row.id === focused);
  const drawn = Array.from({ length: end - first }, (_, index) => first + index);
  if (at >= 0 && at < first) drawn.unshift(at);
  if (at >= end) drawn.push(at);
  const gap = (from: number, to: number) =>
    to > from && (
      <tr className={styles.gap}>
        <td colSpan={columns.length} style={{ height: (to - from) * rowHeight }} />
      </tr>
    );
  return (
    <tbody
      onFocus={(focus) => setFocused(focus.target.closest<HTMLElement>("[data-row]")?.dataset.row ?? null)}
      onBlur={() => setFocused(null)}
    >
      {drawn.map((index, place) => {
        const row = rows[index] as CountryRow;
        const now = later?.rows.get(row.id);
        return (
          <Fragment key={row.id}>
            {gap(place === 0 ? 0 : (drawn[place - 1] as number) + 1, index)}
            <Row
              row={row}
              index={index}
              answer={surges.answerOf(row.series)}
              names={later?.names ?? null}
              now={now}
              nowAnswer={now && later?.answerOf(now)}
              columns={columns}
              left={left}
              told={told}
              log={view.scale === "log"}
              chosen={chosen.has(row.name)}
              href={pathOf("growth", growthView(view, row))}
              onToggle={onToggle}
              onOpen={onOpen}
            />
          </Fragment>
        );
      })}
      {gap((drawn.at(-1) ?? -1) + 1, rows.length)}
    </tbody>
  );
}

interface RowProps extends Pick<TableRowsProps, "columns" | "left" | "told" | "onToggle" | "onOpen"> {
  row: CountryRow;
  index: number;
  answer: ReturnType<Surges["answerOf"]>;
  /** Names of two vintages where they are compared, and the row of the later one: none where that has it no more. */
  names: LaterRows["names"] | null;
  now: CountryRow | undefined;
  nowAnswer: ReturnType<Surges["answerOf"]>;
  log: boolean;
  chosen: boolean;
  href: string;
}

const Row = memo(function Row({
  row,
  index,
  answer,
  names,
  now,
  nowAnswer,
  columns,
  left,
  told,
  log,
  chosen,
  href,
  onToggle,
  onOpen,
}: RowProps) {
  const firstSurge = columns.find(({ id }) => isSurgeFigure(id))?.id;
  const name = `${row.platform}, ${row.place}`;
  // How numbers came to be goes with them, whichever columns are chosen.
  const tellsKind = row.kind !== "observed" && !columns.some(({ id }) => id === "kind");
  const later = names && now ? { names, row: now, answer: nowAnswer } : null;
  const onClick = following(() => {
    onOpen(row);
    scrollTo(0, 0);
  });
  return (
    // The head is the first row.
    <tr data-row={row.id} data-chosen={chosen || undefined} aria-rowindex={index + 2}>
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
                    {tellsKind && (
                      <>
                        {" "}
                        <Badge kind={row.kind} />
                      </>
                    )}
                    {names && !now && ` ${told.words.goneIn(names[1])}`}
                  </small>
                </span>
              </span>
            </th>
          );
        return (
          <td key={id} className={isNumber(id) ? styles.number : undefined} data-pinned={pinned || undefined} style={style}>
            <Cell id={id} row={row} answer={answer} isFirstSurge={id === firstSurge} told={told} log={log} later={later} />
          </td>
        );
      })}
    </tr>
  );
});

/** Whether a column holds numbers, which stand to the right. */
export function isNumber(id: Column["id"]): boolean {
  return isSurgeFigure(id) || id === "latest" || id === "coverage";
}
