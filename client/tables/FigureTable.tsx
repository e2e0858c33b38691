import { Fragment, useId } from "react";
import { CHART } from "../../data/chart/chart-words.ts";
import { nameOf } from "../../data/chart/names.ts";
import { platformColors } from "../../data/chart/palette.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { numberOf } from "../../data/model/day.ts";
import type { Figure } from "../../data/model/figure.ts";
import type { View } from "../../data/model/view.ts";
import { dayWithYear } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import { Badge } from "./Badge.tsx";
import { NoteButton, NoteRow, useNotes } from "./Note.tsx";
import { Scroll } from "./Scroll.tsx";
import styles from "./tables.module.css";
import { commonYear, daysText, figureState, figureText, measureText } from "./told.ts";
import { TABLES } from "./words.ts";

export interface FigureTableProps {
  /** Those of the view. */
  figures: readonly Figure[];
  catalog: Catalog;
  view: View;
}

/** The published figures of a view, by day, each with its address. */
export function FigureTable({ figures, catalog, view }: FigureTableProps) {
  const words = wordsOf(TABLES).figures;
  const { said } = wordsOf(CHART);
  const id = useId();
  const noteOf = useNotes();
  const colors = platformColors(view.platforms);
  const rows = figures.toSorted((a, b) => a.date_from.localeCompare(b.date_from) || a.date_to.localeCompare(b.date_to));
  const year = commonYear(rows.map((figure) => figure.date_to));
  const several = view.countries.length > 1;
  return (
    <div className={styles.section}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.count(rows.length)}</p>
      {rows.length > 0 && (
        <Scroll className={`${styles.scroll} ${styles.tall}`} aria-labelledby={id}>
          <table className={styles.grid}>
            <thead>
              <tr>
                <th scope="col">{words.head.days(year)}</th>
                <th scope="col" className={styles.number}>
                  {words.head.figure}
                </th>
                <th scope="col">
                  <span className={styles.platformHead}>{words.head.platform}</span>
                </th>
                <th scope="col">{words.head.said}</th>
                <th scope="col">{words.head.here}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((figure) => {
                const { text, follows } = figureState(figure, view, catalog);
                const measure = measureText(figure, view);
                const platform = nameOf(catalog.platforms, figure.platform);
                const note = noteOf(figure.id);
                return (
                  <Fragment key={figure.id}>
                    <tr>
                      <th scope="row">{daysText(figure.date_from, figure.date_to, year)}</th>
                      <td className={`${styles.number} ${styles.figure}`}>
                        {figureText(figure)}
                        {measure && <small>{measure}</small>}
                      </td>
                      <td>
                        <span className="key" style={{ background: `var(--${colors.get(figure.platform) ?? "text-3"})` }} />
                        <span className={styles.platform}>{platform}</span>
                        {several && <small>{nameOf(catalog.countries, figure.country)}</small>}
                      </td>
                      <td className={styles.who}>
                        <a href={figure.url} target="_blank" rel="noopener">
                          {said(figure)}
                        </a>{" "}
                        <Badge kind={figure.estimate_kind} />
                      </td>
                      <td className={follows ? undefined : "muted"}>
                        {text}{" "}
                        {figure.note !== "" && (
                          <NoteButton note={note}>
                            {words.note}
                            <span className="visually-hidden">{words.noteOn(figureText(figure), said(figure))}</span>
                          </NoteButton>
                        )}
                      </td>
                    </tr>
                    <NoteRow note={note} columns={5}>
                      <p>
                        {figure.note}
                        {figure.published_on !== null && words.published(dayWithYear(numberOf(figure.published_on)))}
                      </p>
                    </NoteRow>
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}
