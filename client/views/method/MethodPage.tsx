import { type ReactElement, useEffect } from "react";
import { CHART } from "../../../data/chart/chart-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import type { DataState } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import { Badge } from "../../tables/Badge.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import { daysText, figureText } from "../../tables/told.ts";
import styles from "./Method.module.css";
import { SurgeMethod } from "./SurgeMethod.tsx";
import { METHOD } from "./words.ts";

/** How the lines are made: the kinds of sources, and the figures that fix each modelled line. */
export function MethodPage({ data }: { data: DataState }): ReactElement {
  const words = wordsOf(METHOD);
  const { place, said } = wordsOf(CHART);
  const { loaded } = data;
  useEffect(() => {
    document.title = wordsOf(HEADER).title(words.title);
  }, [words]);
  const fixing = (loaded?.figures ?? []).filter((figure) => figure.fixes.length > 0);
  return (
    <main id="main" className={`wrap ${styles.page}`}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {data.failure !== null && (
        <p role="alert">
          {words.failed} {data.failure}{" "}
          <button type="button" className="quiet" onClick={data.retry}>
            {wordsOf(HEADER).again}
          </button>
        </p>
      )}
      {data.locked && <Unlock />}
      <h2>{words.sources}</h2>
      <dl className={styles.sources}>
        {loaded?.catalog.sources.map((source) => (
          <div key={source.id}>
            <dt>
              {source.name} <Badge kind={source.kind} />
            </dt>
            <dd>
              {source.method} {source.licence && words.licence(source.licence)}
              <code>{source.id}</code>
            </dd>
          </div>
        ))}
      </dl>
      {fixing.length > 0 && (
        <>
          <h2>{words.fixing}</h2>
          <p>{words.ofView}</p>
          <Scroll className={styles.scroll} aria-label={words.fixing}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.head.days}</th>
                  <th scope="col">{words.head.figure}</th>
                  <th scope="col">{words.head.of}</th>
                  <th scope="col">{words.head.said}</th>
                  <th scope="col">{words.head.fixes}</th>
                  <th scope="col">{words.head.note}</th>
                </tr>
              </thead>
              <tbody>
                {fixing.map((figure) => (
                  <tr key={figure.id}>
                    <th scope="row">{daysText(figure.date_from, figure.date_to, null)}</th>
                    <td>{figureText(figure)}</td>
                    <td>
                      {nameOf(loaded?.catalog.platforms ?? [], figure.platform)}
                      {words.comma}
                      {place(figure.country, loaded?.catalog.countries ?? [])}
                    </td>
                    <td>
                      <a href={figure.url} target="_blank" rel="noopener noreferrer">
                        {said(figure)}
                      </a>
                    </td>
                    <td>{figure.fixes.map((source) => nameOf(loaded?.catalog.sources ?? [], source)).join(words.comma)}</td>
                    <td className={styles.note}>{figure.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      {/* What stands below the tables comes with them: it would move when they come, and an anchor would miss it. */}
      {(loaded || data.failure !== null || data.locked) && (
        <>
          <SurgeMethod />
          <h2>{words.data}</h2>
          <p>
            {words.open[0]}
            <a href="/api/v1/figures?format=csv">{words.links.figures}</a>
            {words.open[1]}
            <a href="/api/v1/events">{words.links.events}</a>
            {words.open[2]}
            <a href="/api/v1/vintages">{words.links.vintages}</a>
            {words.open[3]}
            <a href="/api/v1/openapi.json">{words.links.description}</a>
            {words.open[4]}
          </p>
        </>
      )}
    </main>
  );
}
