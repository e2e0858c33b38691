import type { ReactElement } from "react";
import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import type { SurgeFigure } from "../../../data/analysis/surge-figure.ts";
import { Badge } from "../../tables/Badge.tsx";
import styles from "./Countries.module.css";
import { type CellText, coverageCell, latestCell, surgeCell, type Told } from "./cells.ts";
import type { ColumnId } from "./columns.ts";
import { isOther, type LaterRows } from "./later-rows.ts";
import type { CountryRow } from "./rows.ts";
import { sparkline } from "./sparkline.ts";

const SIZE = [112, 28] as const;

interface Props {
  id: Exclude<ColumnId, "series">;
  row: CountryRow;
  answer: SurgeAnswer | undefined;
  /** Whether it is the first column that tells of the surge. */
  isFirstSurge: boolean;
  told: Told;
  log: boolean;
  /** The same of a later vintage. */
  later: { names: LaterRows["names"]; row: CountryRow; answer: SurgeAnswer | undefined } | null;
}

/** The inside of one cell. */
export function Cell({ id, row, answer, isFirstSurge, told, log, later }: Props): ReactElement | string {
  switch (id) {
    case "kind": {
      const note = told.surge.kind[row.kind];
      return (
        <>
          <Badge kind={row.kind} />
          {note !== "" && <small>{note}</small>}
        </>
      );
    }
    case "source":
      return <span className={styles.source}>{row.source}</span>;
    case "trend":
      return <Spark row={row} later={later?.row ?? null} log={log} ranked={told.metric.over_time === "min"} />;
    default: {
      const cell = textOf(id, row, answer, isFirstSurge, told);
      const now = later && textOf(id, later.row, later.answer, isFirstSurge, told);
      if (later && now && isOther(cell, now)) return <Changed old={cell} now={now} names={later.names} none={told.surge.none} />;
      return <Text cell={cell} dashed={told.surge.none} />;
    }
  }
}

function textOf(
  id: "latest" | "coverage" | SurgeFigure,
  row: CountryRow,
  answer: SurgeAnswer | undefined,
  isFirst: boolean,
  told: Told,
): CellText {
  if (id === "latest") return latestCell(row, told);
  return id === "coverage" ? coverageCell(row, told) : surgeCell(row, answer, id, isFirst, told);
}

/** What a cell said, and under it what a later vintage says; where the two have the same number, what stands under it. */
function Changed({ old, now, names, none }: { old: CellText; now: CellText; names: LaterRows["names"]; none: string }) {
  const isNote = old.text === now.text;
  const said = (cell: CellText) => [cell.text === "–" ? none : cell.text, cell.small].filter((part) => part !== "").join(", ");
  return (
    <span title={`${names[0]}: ${said(old)}\n${names[1]}: ${said(now)}`} data-later="">
      <span aria-hidden="true">
        <span className={styles.former}>{isNote ? `${old.text} ${old.small}` : old.text}</span>
        <span className={styles.now}>
          → <b>{isNote ? now.small || now.text : now.text}</b>
        </span>
      </span>
      <span className="visually-hidden">
        {names[0]}: {said(old)}; {names[1]}: {said(now)}
      </span>
    </span>
  );
}

function Text({ cell, dashed = "" }: { cell: CellText; dashed?: string }) {
  const dash = cell.text === "–";
  return (
    <span className={cell.missing ? styles.missing : undefined} title={cell.title || undefined}>
      <span aria-hidden={dash || undefined}>{cell.text}</span>
      {dash && cell.small === "" && <span className="visually-hidden">{dashed}</span>}
      {cell.small !== "" && <small>{cell.small}</small>}
    </span>
  );
}

function Spark({ row, later, log, ranked }: { row: CountryRow; later: CountryRow | null; log: boolean; ranked: boolean }) {
  const [width, height] = SIZE;
  const now = later && `${later.values}` !== `${row.values}` ? later : null;
  const { path, top } = sparkline(now ?? row, log, ranked, SIZE, now ? row.values : []);
  const former = now && sparkline(row, log, ranked, SIZE, now.values).path;
  const color = `var(--${row.color})`;
  return (
    <svg width={width} height={height} aria-hidden="true" className={styles.spark} data-kind={row.kind}>
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line-1)" />
      {former && <path d={former} fill="none" stroke="var(--text-3)" strokeWidth="1.5" strokeDasharray="4 3" data-former="" />}
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeDasharray={row.kind === "modelled" ? "4 2.5" : undefined}
      />
      {top && <circle cx={top[0]} cy={top[1]} r="2.5" fill={color} />}
    </svg>
  );
}
