import { Fragment, type ReactElement } from "react";
import type { EvidencePage } from "../../../data/chart/evidence-page.ts";
import { type FigureSaid, figureSaid } from "../../../data/chart/figure-said.ts";
import { nameOf } from "../../../data/chart/names.ts";
import type { Statement } from "../../../data/chart/statement.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import { NoteButton, NoteRow, useNotes } from "../../tables/Note.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import tables from "../../tables/tables.module.css";
import styles from "./Evidence.module.css";
import type { EvidenceLoaded } from "./load.ts";
import { Said } from "./Said.tsx";
import { type GrowthLink, ToGrowth } from "./ToGrowth.tsx";
import { toldHere } from "./told.ts";
import { EVIDENCE_PAGE } from "./words.ts";

const COLUMNS = 7;

interface Props {
  page: EvidencePage;
  loaded: EvidenceLoaded;
  pointed: string;
  growth: GrowthLink;
}

/** Id of the head of a quantity's rows: where a chart leads. */
export function rowsId(quantity: string): string {
  return `rows-${quantity}`;
}

/** The same figures in numbers, by quantity: each with its address, its day of publication and its conflicts. */
export function EvidenceTable({ page, loaded, pointed, growth }: Props): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const told = toldHere();
  const noteOf = useNotes();
  const { heads } = words;
  return (
    <div className={`${tables.section} ${styles.table}`}>
      <h2 id="numbers">{words.table}</h2>
      <Scroll className={tables.scroll} aria-labelledby="numbers" data-table>
        <table className={tables.grid}>
          <thead>
            <tr>
              {[heads.figure, heads.days, heads.platform, heads.who, heads.published, heads.conflict, heads.growth].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {page.charts.map(({ chart, title }) => (
            <tbody key={chart.id}>
              <tr>
                <th id={rowsId(chart.id)} colSpan={COLUMNS} scope="rowgroup" tabIndex={-1} className={styles.quantity}>
                  <Said of={title} />
                </th>
              </tr>
              {chart.figures.map((figure) => {
                const said = figureSaid(figure, page.model.conflicts, told);
                const note = noteOf(figure.id);
                return (
                  <Fragment key={figure.id}>
                    <tr data-row={figure.id} data-pointed={figure.id === pointed || undefined}>
                      <th scope="row">
                        <Said of={said.value} />
                      </th>
                      <td>
                        <Said of={said.days} />
                      </td>
                      <td>
                        <span className="key" style={{ background: `var(--${page.model.colors.get(figure.platform) ?? "text-3"})` }} />
                        <span className={styles.platform} data-rows={figure.id}>
                          {nameOf(loaded.catalog.platforms, figure.platform)}
                        </span>
                      </td>
                      <td className={tables.who}>
                        <a href={figure.url} target="_blank" rel="noopener noreferrer">
                          <Said of={said.who} />
                        </a>{" "}
                        <Badge kind={figure.estimate_kind} />
                      </td>
                      <td className={figure.published_on === null ? "muted" : undefined}>
                        <Said of={said.publishedBrief} />
                      </td>
                      <td>
                        {said.torn ? <Said of={said.torn} /> : <span aria-hidden="true">–</span>}{" "}
                        <NoteButton note={note}>
                          {note.isOpen ? words.shut : words.details}
                          <span className="visually-hidden" data-rows={figure.id}>
                            {words.detailsOf(`${said.value.text}, ${said.who.text}`)}
                          </span>
                        </NoteButton>
                      </td>
                      <td>
                        <ToGrowth figure={figure} growth={growth} short={words.growthShort} />
                      </td>
                    </tr>
                    <NoteRow note={note} columns={COLUMNS}>
                      {detailsOf(said).map((one) => (
                        <p key={one.text}>
                          <Said of={one} />
                        </p>
                      ))}
                    </NoteRow>
                  </Fragment>
                );
              })}
            </tbody>
          ))}
        </table>
      </Scroll>
    </div>
  );
}

function detailsOf({ how, conflicts, note }: FigureSaid): Statement[] {
  return [how, ...conflicts, ...(note ? [note] : [])];
}
