import { type ReactElement, useMemo } from "react";
import type { TopicsModel } from "../../../data/chart/topics.ts";
import { TOPICS } from "../../../data/chart/topics-words.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import tables from "../../tables/tables.module.css";
import { type ShareCell, shareRows } from "./share-rows.ts";
import { TOPICS_PAGE } from "./words.ts";

/** The shares of the pictures in numbers. */
export function TopicsTable({ model }: { model: TopicsModel }): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const chart = wordsOf(TOPICS);
  const rows = useMemo(() => shareRows(model, chart, format()), [model, chart]);
  const { columns } = words;
  return (
    <section className={tables.section}>
      <h2 id="topics-table">{words.table}</h2>
      {rows.length === 0 ? (
        <p>{words.noTable}</p>
      ) : (
        <>
          <p>{words.tableDek}</p>
          <Scroll className={tables.scroll} aria-labelledby="topics-table" data-table>
            <table className={tables.grid}>
              <thead>
                <tr>
                  <th scope="col">{columns.topic}</th>
                  <th scope="col">{columns.place}</th>
                  <th scope="col">{columns.source}</th>
                  {[columns.first, columns.most, columns.last, columns.change, columns.dates].map((head) => (
                    <th key={head} scope="col" className={tables.number}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} data-row={row.id}>
                    <th scope="row">{row.topic}</th>
                    <td>{row.place}</td>
                    <td>
                      {row.source} <Badge kind={row.kind} />
                    </td>
                    <Cell cell={row.first} />
                    <Cell cell={row.most} />
                    <Cell cell={row.last} />
                    <td className={tables.number}>{row.change === null ? "" : words.points(row.change)}</td>
                    <td className={tables.number}>{row.dates}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
}

function Cell({ cell }: { cell: ShareCell }): ReactElement {
  return (
    <td className={tables.number}>
      {cell.text}
      <small>{cell.when}</small>
    </td>
  );
}
