import { type ReactElement, useState } from "react";
import type { Receipt } from "../../../data/model/snapshot.ts";
import { wordsOf } from "../../app/language.ts";
import { PROBLEMS } from "../../app/problem-words.ts";
import { Scroll } from "../../tables/Scroll.tsx";
import grid from "../../tables/tables.module.css";
import styles from "./AddFile.module.css";
import { FILE } from "./file-words.ts";

interface Props {
  receipt: Receipt;
  /** Lines of the file, by number, as far as they could be read. */
  quotes: ReadonlyMap<number, string>;
}

/** Faults that are shown at first. */
const FIRST = 50;

/** What is wrong with a file, by line. */
export function Faults({ receipt: { errors, rejected }, quotes }: Props): ReactElement {
  const words = wordsOf(FILE).faults;
  const { told } = wordsOf(PROBLEMS);
  const [all, setAll] = useState(false);
  const shown = all ? errors : errors.slice(0, FIRST);
  return (
    <>
      <Scroll className={grid.scroll} aria-label={words.label}>
        <table className={grid.grid}>
          <thead>
            <tr>
              <th scope="col">{words.head.line}</th>
              <th scope="col">{words.head.field}</th>
              <th scope="col">{words.head.value}</th>
              <th scope="col">{words.head.wrong}</th>
              <th scope="col">{words.head.meant}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((fault, at) => {
              const { line, field, value, hint } = fault;
              const quote = line === undefined ? undefined : quotes.get(line);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of a receipt never changes, and a line may be in it twice
                <tr key={at}>
                  <th scope="row">{line ?? <span className="muted">{words.file}</span>}</th>
                  <td>{field}</td>
                  <td>
                    {value === undefined ? <span className="muted">{words.none}</span> : <code>{value === "" ? words.empty : value}</code>}
                  </td>
                  <td className={styles.wrong}>
                    {told(fault)}
                    {quote !== undefined && (
                      <small>
                        <code>{quote}</code>
                      </small>
                    )}
                  </td>
                  <td>{hint ? <b>{hint}</b> : ""}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p className={styles.fine}>
        {errors.length > shown.length && (
          <button type="button" className={styles.other} onClick={() => setAll(true)}>
            {words.all(errors.length)}
          </button>
        )}
        {rejected > errors.length && ` ${words.first(errors.length, rejected)}`}
      </p>
    </>
  );
}
