import { Fragment, type ReactElement, useId } from "react";
import { type EntryChanges, entryId } from "../../../data/analysis/entry-changes.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "../../tables/tables.module.css";
import { entrySaid, fieldsSaid } from "./entry-said.ts";
import own from "./Newer.module.css";
import { CHANGES } from "./words.ts";

/** Entries that the table has at most: it is there to be read. */
const MOST_ENTRIES = 100;

interface Props {
  entries: readonly EntryChanges[];
  vintages: readonly [old: number, now: number];
  names: Catalog;
}

/** The figures, events, claims and names that are others: a row a field, as both vintages have it. */
export function ChangedEntries({ entries, vintages: [old, now], names }: Props): ReactElement {
  const words = wordsOf(CHANGES);
  const id = useId();
  const all = entries.flatMap(({ list, diffs }) => diffs.map((diff) => ({ list, diff })));
  return (
    <div className={styles.section} data-table="changed-entries">
      <h2 id={id}>{words.entriesTitle}</h2>
      <p>
        {words.entries(old, now)}
        {all.length > MOST_ENTRIES && ` ${words.more(fullNumber(MOST_ENTRIES), fullNumber(all.length))}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={`${styles.scroll} ${styles.tall}`} tabIndex={0} aria-labelledby={id}>
        <table className={`${styles.grid} ${own.entries}`}>
          <thead>
            <tr>
              <th scope="col">{words.head.entry}</th>
              <th scope="col">{words.head.field}</th>
              <th scope="col">{words.name(old)}</th>
              <th scope="col">{words.name(now)}</th>
            </tr>
          </thead>
          <tbody>
            {all.slice(0, MOST_ENTRIES).map(({ list, diff }) => {
              const entry = diff.old ?? diff.new ?? {};
              const fields = fieldsSaid(list, diff, names);
              return (
                <Fragment key={`${list} ${entryId(entry)}`}>
                  {fields.map((one, at) => (
                    <tr key={one.field}>
                      {at === 0 && (
                        <th scope="row" rowSpan={fields.length}>
                          <small>{words.of[list]}</small>
                          {entrySaid(list, entry, names)}
                        </th>
                      )}
                      <td>{one.field}</td>
                      <td>{one.old}</td>
                      <td>{one.new}</td>
                    </tr>
                  ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
