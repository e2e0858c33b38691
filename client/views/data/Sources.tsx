import type { ReactElement } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import { Badge } from "../../tables/Badge.tsx";
import grid from "../../tables/tables.module.css";
import styles from "./DataPage.module.css";
import { sourceRows } from "./source-rows.ts";

/** Who says the numbers, how they know, and how much of it there is. */
export function Sources({ catalog }: { catalog: Catalog | null }): ReactElement {
  return (
    <div className={grid.section}>
      <h2 id="sources">Sources</h2>
      <p>Who says the numbers and how they know. Each source stands for itself: nothing is averaged.</p>
      {catalog === null ? (
        <p className={styles.reserved} />
      ) : catalog.sources.length === 0 ? (
        <p className={styles.empty}>No source is registered.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className={grid.scroll} tabIndex={0} aria-labelledby="sources">
          <table className={`${grid.grid} ${styles.sources}`}>
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Days</th>
                <th scope="col">What there is</th>
                <th scope="col">How the numbers are made</th>
                <th scope="col">Licence</th>
              </tr>
            </thead>
            <tbody>
              {sourceRows(catalog).map(({ source, days, series, where, metrics }) => (
                <tr key={source.id}>
                  <th scope="row">
                    {source.name} <Badge kind={source.kind} />
                    <small>
                      <code>{source.id}</code>
                    </small>
                  </th>
                  <td className={days === "" ? "muted" : undefined}>{days || "none yet"}</td>
                  <td className={styles.prose}>
                    {series || <span className="muted">no series</span>}
                    {where && <small>{where}</small>}
                    {metrics && <small>{metrics}</small>}
                  </td>
                  <td className={styles.prose}>
                    {source.method}
                    <small>
                      {source.publisher && `Publisher: ${source.publisher}. `}
                      {source.day_zone ? `Its days end in ${source.day_zone}.` : "It does not say in which zone its days end."}
                      {/^https?:/.test(source.url) && (
                        <>
                          {" "}
                          <a href={source.url} target="_blank" rel="noopener noreferrer">
                            {source.url.replace(/^https?:\/\/(www\.)?/, "").slice(0, 60)}
                          </a>
                        </>
                      )}
                    </small>
                  </td>
                  <td className={styles.licence}>{source.licence || <span className="muted">not stated</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
