import { Fragment, type ReactElement } from "react";
import { nameOf } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Page } from "../../../data/model/page.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { following } from "../../app/follow.ts";
import { fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { NoteButton, NoteRow, useNotes } from "../../tables/Note.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import grid from "../../tables/tables.module.css";
import { BatchChanges } from "./BatchChanges.tsx";
import styles from "./DataPage.module.css";
import type { Batch } from "./load.ts";
import { batchText, channelText, receivedText } from "./told.ts";
import { DATA } from "./words.ts";

interface Props {
  /** Newest first; `null` while they are on their way. */
  batches: readonly Batch[] | null;
  catalog: Catalog | null;
  view: View;
  onVisit: (page: Page, view?: View) => void;
}

/** What came, newest first. Each batch made the vintage of its number. */
export function Batches({ batches, catalog, view, onVisit }: Props): ReactElement {
  const { batch: words, comma } = wordsOf(DATA);
  const noteOf = useNotes();
  const follow = (vintage: number) =>
    following(() => {
      onVisit("growth", { ...view, vintage });
      scrollTo(0, 0);
    });
  return (
    <div className={grid.section}>
      <h2 id="batches">{words.title}</h2>
      <p>{words.about}</p>
      {batches === null ? (
        <p className={styles.reserved} />
      ) : batches.length === 0 ? (
        <p className={styles.empty}>{words.none}</p>
      ) : (
        <Scroll className={grid.scroll} aria-labelledby="batches">
          <table className={grid.grid}>
            <thead>
              <tr>
                <th scope="col">{words.head.batch}</th>
                <th scope="col">{words.head.received}</th>
                <th scope="col">{words.head.way}</th>
                <th scope="col">{words.head.sources}</th>
                {words.head.counts.map((name) => (
                  <th key={name} scope="col" className={grid.number}>
                    {name}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{words.head.more}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => {
                const note = noteOf(batch.batch);
                const names = batch.sources.map((source) => nameOf(catalog?.sources ?? [], source));
                return (
                  <Fragment key={batch.batch}>
                    <tr>
                      <th scope="row">
                        <span className="visually-hidden">{words.number}</span>
                        {batch.batch}
                      </th>
                      <td>{receivedText(batch.received_at)}</td>
                      <td className={styles.prose}>{channelText(batch)}</td>
                      <td className={styles.prose}>
                        {names.join(comma) || <span className="muted">{words.noValues}</span>}
                        {batch.entries > 0 && <small>{words.entries(batch.entries)}</small>}
                      </td>
                      {[batch.inserted, batch.revised, batch.unchanged, batch.retracted].map((count, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the four columns never move
                        <td key={at} className={`${grid.number} ${count === 0 ? "muted" : ""}`}>
                          {fullNumber(count)}
                        </td>
                      ))}
                      <td>
                        <NoteButton note={note}>
                          {words.receipt}
                          <span className="visually-hidden">{words.of(batch.batch)}</span>
                        </NoteButton>{" "}
                        <a className={grid.note} href={pathOf("growth", { ...view, vintage: batch.batch })} onClick={follow(batch.batch)}>
                          {words.growth(batch.batch)}
                        </a>
                      </td>
                    </tr>
                    <NoteRow note={note} columns={9}>
                      <div className={styles.receipt}>
                        <p>
                          {batchText(batch, names)} <span className="muted">SHA-256 {batch.content_hash.slice(0, 16)}…</span>
                        </p>
                        {batch.batch > 1 && <BatchChanges batch={batch.batch} view={view} catalog={catalog} />}
                      </div>
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
