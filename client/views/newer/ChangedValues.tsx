import { type ReactElement, useId } from "react";
import type { ChangedDay } from "../../../data/chart/changes.ts";
import { CHART } from "../../../data/chart/chart-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Interval } from "../../../data/model/day.ts";
import { type SeriesKey, seriesId } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { dayWithYear, fullNumber, monthName } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import styles from "../../tables/tables.module.css";
import { CHANGES } from "./words.ts";

/** Rows that a table has at most: it is there to be read. */
const MOST_ROWS = 200;

interface Props {
  /** By day. */
  rows: readonly ChangedDay[];
  /** How many there are, those among them that are not here. */
  all: number;
  interval: Interval;
  vintages: readonly [old: number, now: number];
  names: Catalog;
}

/** The values that are others, in numbers: a row a day, both values and their difference. */
export function ChangedValues({ rows, all, interval, vintages: [old, now], names }: Props): ReactElement {
  const words = wordsOf(CHANGES);
  const id = useId();
  return (
    <div className={styles.section} data-table="changes">
      <h2 id={id}>{words.valuesTitle}</h2>
      <p>
        {words.values(old, now)}
        {all > MOST_ROWS && ` ${words.more(fullNumber(MOST_ROWS), fullNumber(all))}`}
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
                {words.name(now)}
              </th>
              <th scope="col" className={styles.number}>
                {words.head.change}
              </th>
              <th scope="col">{words.head.series}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <tr key={`${row.series.metric} ${seriesId(row.series)} ${row.day}`}>
                <th scope="row">{interval === "month" ? monthName(row.day) : dayWithYear(row.day)}</th>
                <td className={styles.number}>{row.old === null ? words.none : fullNumber(row.old)}</td>
                <td className={styles.number}>{row.new === null ? words.none : fullNumber(row.new)}</td>
                <td className={styles.number}>{differenceOf(row.old, row.new)}</td>
                <td>
                  <SeriesName series={row.series} names={names} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function SeriesName({ series, names }: { series: SeriesKey; names: Catalog }): ReactElement {
  const source = names.sources.find(({ id }) => id === series.source);
  const { comma } = wordsOf(CHART);
  const parts = [
    nameOf(names.platforms, series.platform),
    series.country
      .split("+")
      .map((country) => nameOf(names.countries, country))
      .join(" + "),
    ...(series.topic === ALL_TOPICS ? [] : [nameOf(names.topics, series.topic)]),
    source?.name ?? series.source,
  ];
  return (
    <>
      {parts.join(comma)} {source && <Badge kind={source.kind} />}
    </>
  );
}

function differenceOf(old: number | null, now: number | null): string {
  const words = wordsOf(CHANGES);
  if (old === null) return words.isNew;
  if (now === null) return words.gone;
  return `${now > old ? "+" : "−"}${fullNumber(Math.abs(now - old))}`;
}
