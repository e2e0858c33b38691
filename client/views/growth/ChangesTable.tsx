import { type ReactElement, useId } from "react";
import { changedDays } from "../../../data/chart/changes.ts";
import { CHART } from "../../../data/chart/chart-words.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { type SeriesKey, seriesId } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import type { Loaded } from "../../app/api.ts";
import { dayWithYear, fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import styles from "../../tables/tables.module.css";
import { CHANGES } from "./changes-words.ts";
import type { LaterVintage } from "./load-changes.ts";

/** Rows that the table has at most: it is there to be read. */
const MOST_ROWS = 200;

/** What the chart compares, in numbers: a row a day, both values and their difference. */
export function ChangesTable({ cut, loaded, later }: { cut: Cut; loaded: Loaded; later: LaterVintage }): ReactElement | null {
  const words = wordsOf(CHANGES);
  const id = useId();
  const rows = changedDays(later.diffs, cut.range);
  const old = loaded.catalog.vintage;
  if (rows.length === 0) return null;
  return (
    <div className={styles.section} data-table="changes">
      <h2 id={id}>{words.title}</h2>
      <p>
        {words.told(old, later.vintage)}
        {rows.length > MOST_ROWS && ` ${words.more(fullNumber(MOST_ROWS), fullNumber(rows.length))}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={`${styles.scroll} ${styles.tall}`} tabIndex={0} aria-labelledby={id}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">{words.head.day}</th>
              <th scope="col" className={styles.number}>
                {words.name(old)}
              </th>
              <th scope="col" className={styles.number}>
                {words.name(later.vintage)}
              </th>
              <th scope="col" className={styles.number}>
                {words.head.change}
              </th>
              <th scope="col">{words.head.series}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <tr key={`${seriesId(row.series)} ${row.day}`}>
                <th scope="row">{dayWithYear(row.day)}</th>
                <td className={styles.number}>{row.old === null ? words.none : fullNumber(row.old)}</td>
                <td className={styles.number}>{row.new === null ? words.none : fullNumber(row.new)}</td>
                <td className={styles.number}>{differenceOf(row.old, row.new)}</td>
                <td>
                  <SeriesName series={row.series} loaded={loaded} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function SeriesName({ series, loaded: { catalog } }: { series: SeriesKey; loaded: Loaded }): ReactElement {
  const source = catalog.sources.find(({ id }) => id === series.source);
  const names = [
    nameOf(catalog.platforms, series.platform),
    nameOf(catalog.countries, series.country),
    ...(series.topic === ALL_TOPICS ? [] : [nameOf(catalog.topics, series.topic)]),
    source?.name ?? series.source,
  ];
  return (
    <>
      {names.join(wordsOf(CHART).comma)} {source && <Badge kind={source.kind} />}
    </>
  );
}

function differenceOf(old: number | null, now: number | null): string {
  const words = wordsOf(CHANGES);
  if (old === null) return words.isNew;
  if (now === null) return words.gone;
  return `${now > old ? "+" : "−"}${fullNumber(Math.abs(now - old))}`;
}
