import type { ReactElement } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import grid from "../../tables/tables.module.css";
import styles from "./DataPage.module.css";
import { sourceRows } from "./source-rows.ts";
import { DATA } from "./words.ts";

/** Who says the numbers, how they know, and how much of it there is. */
export function Sources({ catalog }: { catalog: Catalog | null }): ReactElement {
  const words = wordsOf(DATA).sources;
  return (
    <div className={grid.section}>
      <h2 id="sources">{words.title}</h2>
      <p>{words.about}</p>
      {catalog === null ? (
        <p className={styles.reserved} />
      ) : catalog.sources.length === 0 ? (
        <p className={styles.empty}>{words.none}</p>
      ) : (
        <Scroll className={grid.scroll} aria-labelledby="sources">
          <table className={`${grid.grid} ${styles.sources}`}>
            <thead>
              <tr>
                <th scope="col">{words.head.source}</th>
                <th scope="col">{words.head.days}</th>
                <th scope="col">{words.head.what}</th>
                <th scope="col">{words.head.how}</th>
                <th scope="col">{words.head.licence}</th>
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
                  <td className={days === "" ? "muted" : undefined}>{days || words.noDays}</td>
                  <td className={styles.prose}>
                    {series || <span className="muted">{words.noSeries}</span>}
                    {where && <small>{where}</small>}
                    {metrics && <small>{metrics}</small>}
                  </td>
                  <td className={styles.prose}>
                    {source.method}
                    <small>
                      {source.publisher && words.publisher(source.publisher)}
                      {source.day_zone ? words.zone(source.day_zone) : words.noZone}
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
                  <td className={styles.licence}>{source.licence || <span className="muted">{words.notStated}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}
