import { type ReactElement, useId, useMemo } from "react";
import { extentOf } from "../../../data/analysis/table.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import type { Stroke } from "../../../data/chart/palette.ts";
import type { ChartModel } from "../../../data/chart/picture.ts";
import { CARD_ROWS, cardLabel, type SurgeColumn, surgeColumns } from "../../../data/chart/surge-card.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import type { View } from "../../../data/model/view.ts";
import { madeSurge } from "../../../data/sample/made-surge.ts";
import { pathOf } from "../../app/address.ts";
import type { Loaded } from "../../app/api.ts";
import { format, rangeText } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { MOST_MARKED } from "../../charts/surge-place.ts";
import { Badge } from "../../tables/Badge.tsx";
import { LineSample } from "../../tables/LineSample.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import styles from "./SurgeCard.module.css";
import { SurgeKey } from "./SurgeKey.tsx";
import { isMarkable } from "./surge-picture.ts";
import { SURGE_CARD } from "./surge-words.ts";
import type { SurgePicture } from "./surges.ts";

/** With more columns than these the explanations stand below. */
const MOST_BESIDE = 4;
/** More columns than these are read in the table of countries. */
const MOST_COLUMNS = 12;

interface Props {
  cut: Cut;
  loaded: Loaded;
  model: ChartModel;
  picture: SurgePicture;
  onChange: (view: View, tag?: string) => void;
}

/** The surge of each series in words: a ruled block under the chart, a column a series. */
export function SurgeCard({ cut, loaded, model, picture, onChange }: Props): ReactElement {
  const words = wordsOf(SURGE_CARD);
  const surge = wordsOf(SURGE);
  const heading = useId();
  const columns = useMemo(
    () =>
      surgeColumns(picture.series, picture.layer, {
        metric: model.metric,
        catalog: loaded.catalog,
        madeOf: madeSurge,
        words: surge,
        format: format(),
      }),
    [picture, model.metric, loaded.catalog, surge],
  );
  const extent = extentOf(picture.series);
  const told = cut.view.sum && cut.view.partial ? words.wholeDays : words.allDays;
  const shown = columns.slice(0, MOST_COLUMNS);
  const crowded = fieldsOf(model).some((ids) => columns.filter((column) => column.isFound && ids.has(column.id)).length > MOST_MARKED);
  return (
    <section className={styles.card} aria-labelledby={heading} data-surge-card="">
      <div className={styles.head}>
        <h2 id={heading}>{surge.title}</h2>
        <p>
          {extent && told(rangeText(extent.from, extent.to))} <a href={`${pathOf("method", cut.view)}#surge`}>{words.method}</a>
        </p>
        {isMarkable(cut.view) ? (
          <SurgeKey bands={picture.layer.some((one) => one.band.length > 0)} marks={picture.layer.some((one) => one.marks.length > 0)} />
        ) : (
          <p className={styles.why}>
            {cut.view.interval === "day" ? words.onlyValues : words.onlyDays}{" "}
            {cut.view.interval !== "day" && (
              <button type="button" onClick={() => onChange({ ...cut.view, interval: "day" })}>
                {words.showDays}
              </button>
            )}
          </p>
        )}
      </div>
      {crowded && <p className={styles.why}>{words.tooMany(MOST_MARKED)}</p>}
      {shown.length === 0 ? <p>{words.nothing}</p> : <SurgeTable columns={shown} strokes={model.strokes} heading={heading} />}
      {columns.length > shown.length && (
        <p className={styles.why}>
          {words.more(columns.length - shown.length)}{" "}
          <a href={pathOf("countries", { ...cut.view, layout: "panels", surge: false })}>{words.allSeries}</a>.
        </p>
      )}
      {columns.some((column) => column.isFound) && <p className={styles.why}>{surge.notCohort}</p>}
    </section>
  );
}

/** The lines of each field of the picture, by their ids. */
function fieldsOf({ view, panels }: ChartModel): Set<string>[] {
  const lines = panels.flatMap((panel) =>
    panel.lines.map((line) => ({ id: line.id, field: view.layout === "countries" ? line.country : panel.id })),
  );
  return [...new Set(lines.map((line) => line.field))].map(
    (field) => new Set(lines.filter((line) => line.field === field).map((line) => line.id)),
  );
}

function SurgeTable({
  columns,
  strokes,
  heading,
}: {
  columns: readonly SurgeColumn[];
  strokes: ReadonlyMap<string, Stroke>;
  heading: string;
}) {
  const words = wordsOf(SURGE_CARD);
  const surge = wordsOf(SURGE);
  const rows = columns.some((column) => column.isFound) ? CARD_ROWS : [];
  const below = columns.length > MOST_BESIDE ? styles.below : "";
  return (
    <>
      <Scroll className={`${styles.scroll} ${below}`} aria-labelledby={heading}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => {
                const stroke = strokes.get(column.id);
                return (
                  <th key={column.id} scope="col">
                    <span className={styles.name}>
                      {stroke && <LineSample stroke={stroke} />} {column.platform}
                    </span>
                    <small>{column.place}</small>
                    <small>
                      {column.source} <Badge kind={column.kind} />
                    </small>
                    {column.kindNote !== "" && <em>{column.kindNote}</em>}
                  </th>
                );
              })}
              <th scope="col" className={styles.method}>
                {words.explained}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className={styles.said}>
              <td />
              {columns.map((column) => (
                <td key={column.id} rowSpan={column.isFound ? 1 : rows.length + 1}>
                  {!column.isFound && <b>{surge.none}</b>}
                  {column.sentence}
                </td>
              ))}
              <td className={styles.method} />
            </tr>
            {rows.map((row) => {
              const { label, method } = cardLabel(row, surge);
              return (
                <tr key={row}>
                  <th scope="row">{label}</th>
                  {columns.map((column) => {
                    const cell = column.cells[row];
                    return (
                      cell && (
                        <td key={column.id} className={cell.missing ? styles.missing : undefined} data-column={column.id}>
                          {cell.text}
                          {cell.note !== "" && <small>{cell.note}</small>}
                          {cell.made !== undefined && <small>{cell.made}</small>}
                        </td>
                      )
                    );
                  })}
                  <td className={styles.method}>{method}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {rows.length > 0 && (
        <details className={`${styles.explained} ${below}`}>
          <summary>{words.explained}</summary>
          <dl>
            {rows.map((row) => {
              const { label, method } = cardLabel(row, surge);
              return (
                <div key={row}>
                  <dt>{label}</dt>
                  <dd>{method}</dd>
                </div>
              );
            })}
          </dl>
        </details>
      )}
    </>
  );
}
