import { type ReactElement, useState } from "react";
import { fullNumber } from "../../../data/chart/format.ts";
import type { Receipt } from "../../../data/model/snapshot.ts";
import grid from "../../tables/tables.module.css";
import styles from "./AddFile.module.css";
import { plural } from "./told.ts";

interface Props {
  receipt: Receipt;
  /** Lines of the file, by number, as far as they could be read. */
  quotes: ReadonlyMap<number, string>;
}

/** Faults that are shown at first. */
const FIRST = 50;

/** What is wrong with a file, by line. */
export function Faults({ receipt: { errors, rejected }, quotes }: Props): ReactElement {
  const [all, setAll] = useState(false);
  const shown = all ? errors : errors.slice(0, FIRST);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className={grid.scroll} tabIndex={0} aria-label="Faults">
        <table className={grid.grid}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong</th>
              <th scope="col">Did you mean</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, field, value, detail, hint }, at) => {
              const quote = line === undefined ? undefined : quotes.get(line);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of a receipt never changes, and a line may be in it twice
                <tr key={at}>
                  <th scope="row">{line ?? <span className="muted">file</span>}</th>
                  <td>{field}</td>
                  <td>{value === undefined ? <span className="muted">none</span> : <code>{value === "" ? "(empty)" : value}</code>}</td>
                  <td className={styles.wrong}>
                    {detail}
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
      </section>
      <p className={styles.fine}>
        {errors.length > shown.length && (
          <button type="button" className={styles.other} onClick={() => setAll(true)}>
            Show all {fullNumber(errors.length)} faults
          </button>
        )}
        {rejected > errors.length &&
          ` These are the first ${fullNumber(errors.length)}; ${plural(rejected, "row is", "rows are")} at fault in all.`}
      </p>
    </>
  );
}
