import { useId, useMemo, useState } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import type { Stroke } from "../../data/chart/palette.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Interval } from "../../data/model/day.ts";
import type { Figure } from "../../data/model/figure.ts";
import type { Metric } from "../../data/model/metric.ts";
import type { SeriesTable as Table } from "../../data/model/series.ts";
import type { View } from "../../data/model/view.ts";
import { wordsOf } from "../app/language.ts";
import { Badge } from "./Badge.tsx";
import { LineSample } from "./LineSample.tsx";
import { type CellValue, daysOf, type Measured, type SeriesRow, type SeriesRows, seriesRows } from "./rows.ts";
import { Scroll } from "./Scroll.tsx";
import { type SortColumn, type Sorting, sortedRows } from "./sorted.ts";
import { domains, spark } from "./spark.ts";
import styles from "./tables.module.css";
import { TABLES } from "./words.ts";

/** With more rows than this there is a field to filter them. */
const FILTERED = 8;
const SPARK = [168, 30] as const;

export interface SeriesTableProps {
  table: Table;
  /** The days of the range; the dates of the table where it is left out. */
  days?: Extent | null;
  figures: readonly Figure[];
  catalog: Catalog;
  view: View;
  strokes: ReadonlyMap<string, Stroke>;
  metric: Metric;
  /** Where the picture shows something else than values on calendar days. */
  measured?: Measured & { title: string };
}

/** The series of the chart in numbers. */
export function SeriesTable({ table, days, figures, catalog, view, strokes, metric, measured }: SeriesTableProps) {
  const words = wordsOf(TABLES).series;
  const heading = useId();
  const content = useMemo(() => {
    const range = days ?? daysOf(table);
    return range && seriesRows(table, range, figures, catalog, strokes, metric, measured);
  }, [table, days, figures, catalog, strokes, metric, measured]);
  return (
    <div className={styles.section}>
      <h2 id={heading}>{words.title}</h2>
      {content && content.rows.length > 0 ? (
        <>
          <p>{unitText(metric, table.interval, content.rows, measured?.title)}</p>
          <SortedTable key={`${content.ranked} ${measured?.unit}`} content={content} log={view.scale === "log"} heading={heading} />
        </>
      ) : (
        <p>{words.none}</p>
      )}
    </div>
  );
}

/** What the numbers count, how days become weeks and months, and what is not exact. */
function unitText(metric: Metric, interval: Interval, rows: readonly SeriesRow[], title?: string): string {
  const words = wordsOf(TABLES).series;
  const name = title ?? words.counts(metric.name, metric.unit);
  const bucket = interval === "day" ? "" : words.bucket(interval, metric.over_time);
  const about = rows.some((row) => row.first.about || row.peak.about || row.last.about);
  const made = rows.some((row) => row.kind === "illustrative");
  return `${name}${bucket}${words.stop}${about ? words.about : ""}${made ? words.illustrative : ""}`;
}

function SortedTable({ content: { rows, ranked, heads }, log, heading }: { content: SeriesRows; log: boolean; heading: string }) {
  const words = wordsOf(TABLES).series;
  const [sorting, setSorting] = useState<Sorting>({ id: "peak", desc: !ranked });
  const [filter, setFilter] = useState("");
  const filtered = rows.length > FILTERED;
  const shown = useMemo(() => sortedRows(rows, sorting, filtered ? filter : ""), [rows, sorting, filter, filtered]);
  const scales = useMemo(() => domains(rows), [rows]);
  const head = (id: SortColumn, text: string) => {
    const sorted = sorting.id === id;
    return (
      <th scope="col" className={styles.number} aria-sort={sorted ? (sorting.desc ? "descending" : "ascending") : undefined}>
        <button type="button" onClick={() => setSorting({ id, desc: sorted ? !sorting.desc : true })}>
          {text}
          {sorted && <span aria-hidden="true">{sorting.desc ? " ↓" : " ↑"}</span>}
        </button>
      </th>
    );
  };
  return (
    <>
      {filtered && (
        <p className={styles.filter}>
          <input
            type="search"
            aria-label={words.filter}
            placeholder={words.filter}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <span role="status">{filter.trim() !== "" && words.filtered(shown.length, rows.length)}</span>
        </p>
      )}
      <Scroll className={styles.scroll} aria-labelledby={heading} data-table>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">{words.head.series}</th>
              <th scope="col">{words.head.source}</th>
              <th scope="col" className={styles.wideOnly}>
                {heads.period}
              </th>
              {head("first", heads.first)}
              {head("peak", words.head.peak)}
              {head("growth", heads.growth)}
              {head("last", heads.last)}
              {head("count", heads.count)}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.platform}
                  <small>{row.place}</small>
                </th>
                <td>
                  <span className={styles.source}>
                    <LineSample stroke={row.stroke} />
                    {row.source}
                    <Badge kind={row.kind} />
                  </span>
                </td>
                <td className={styles.wideOnly}>
                  <Spark row={row} domain={scales.get(row.platformId) ?? [0, 1]} log={log} ranked={ranked} />
                </td>
                <td className={styles.number}>
                  <Value cell={row.first} />
                </td>
                <td className={styles.number}>
                  <b>
                    <Value cell={row.peak} />
                  </b>
                </td>
                <td className={row.growth === undefined ? `${styles.number} muted` : styles.number}>{row.growthText}</td>
                <td className={styles.number}>
                  <Value cell={row.last} />
                </td>
                <td className={styles.number}>{row.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Value({ cell }: { cell: CellValue }) {
  return (
    <>
      {cell.about && <span className="muted">≈ </span>}
      <span title={cell.full}>{cell.text}</span>
      <small>{cell.when}</small>
    </>
  );
}

function Spark({ row, domain, log, ranked }: { row: SeriesRow; domain: readonly [number, number]; log: boolean; ranked: boolean }) {
  const [width, height] = SPARK;
  const { path, peak } = spark(row, domain, log, ranked, SPARK);
  const color = `var(--${row.stroke.color})`;
  return (
    <svg width={width} height={height} aria-hidden="true">
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line-1)" />
      <path d={path} fill="none" stroke={color} strokeWidth="1.5" strokeLinecap="round" />
      <circle cx={peak[0]} cy={peak[1]} r="2.5" fill={color} />
    </svg>
  );
}
