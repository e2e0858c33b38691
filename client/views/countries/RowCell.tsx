import type { ReactElement } from "react";
import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import { Badge } from "../../tables/Badge.tsx";
import styles from "./Countries.module.css";
import { type CellText, coverageCell, latestCell, surgeCell, type Told } from "./cells.ts";
import type { ColumnId } from "./columns.ts";
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
}

/** The inside of one cell. */
export function Cell({ id, row, answer, isFirstSurge, told, log }: Props): ReactElement | string {
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
      return <Spark row={row} log={log} ranked={told.metric.over_time === "min"} />;
    case "latest":
      return <Text cell={latestCell(row, told)} />;
    case "coverage":
      return <Text cell={coverageCell(row, told)} />;
    default:
      return <Text cell={surgeCell(row, answer, id, isFirstSurge, told)} dashed={told.surge.none} />;
  }
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

function Spark({ row, log, ranked }: { row: CountryRow; log: boolean; ranked: boolean }) {
  const [width, height] = SIZE;
  const { path, top } = sparkline(row, log, ranked, SIZE);
  const color = `var(--${row.color})`;
  return (
    <svg width={width} height={height} aria-hidden="true" className={styles.spark} data-kind={row.kind}>
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line-1)" />
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
