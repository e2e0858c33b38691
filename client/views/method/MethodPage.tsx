import type { ReactElement } from "react";
import { dayWithYear, fullNumber, shortRange } from "../../../data/chart/format.ts";
import { nameOf, placeName } from "../../../data/chart/names.ts";
import { numberOf } from "../../../data/model/day.ts";
import { saidBy } from "../../../data/model/figure.ts";
import type { DataState } from "../../app/data.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { Badge } from "../../tables/Badge.tsx";
import { figureText } from "../../tables/told.ts";
import styles from "./Method.module.css";

/** How the lines are made: the kinds of sources, and the figures that fix each modelled line. */
export function MethodPage({ data }: { data: DataState }): ReactElement {
  const { loaded } = data;
  const fixing = (loaded?.figures ?? []).filter((figure) => figure.fixes.length > 0);
  return (
    <main id="main" className={`wrap ${styles.page}`}>
      <h1>How the lines are made</h1>
      <p>
        Nobody published a daily count. What was published are single figures, by different firms, relayed by different outlets, and they
        differ by a factor of ten. A dot is such a figure. A dashed line is a model that passes through the figures it names and draws an
        even rate of growth between them, with a weekly rhythm. It begins with its first figure and ends with its last; beyond them the
        chart is hatched.
      </p>
      {data.failure !== null && (
        <p role="alert">
          Could not reach the data. {data.failure}{" "}
          <button type="button" className="quiet" onClick={data.retry}>
            Try again
          </button>
        </p>
      )}
      {data.locked && <Unlock />}
      <h2>Sources</h2>
      <dl className={styles.sources}>
        {loaded?.catalog.sources.map((source) => (
          <div key={source.id}>
            <dt>
              {source.name} <Badge kind={source.kind} />
            </dt>
            <dd>
              {source.method} {source.licence && <>Licence: {source.licence}. </>}
              <code>{source.id}</code>
            </dd>
          </div>
        ))}
      </dl>
      {fixing.length > 0 && (
        <>
          <h2>Figures that fix a line</h2>
          <p>Of the platforms and countries of the view you came from.</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
          <section className={styles.scroll} tabIndex={0} aria-label="Figures that fix a line">
            <table>
              <thead>
                <tr>
                  <th scope="col">Days</th>
                  <th scope="col">Figure</th>
                  <th scope="col">Of</th>
                  <th scope="col">Said by</th>
                  <th scope="col">Fixes</th>
                  <th scope="col">Note</th>
                </tr>
              </thead>
              <tbody>
                {fixing.map((figure) => (
                  <tr key={figure.id}>
                    <th scope="row">{daysOf(figure.date_from, figure.date_to)}</th>
                    <td>
                      {figure.unit === "percent" ? figureText(figure) : `${figure.qualifier} ${fullNumber(figure.value)} ${figure.unit}`}
                    </td>
                    <td>
                      {nameOf(loaded?.catalog.platforms ?? [], figure.platform)},{" "}
                      {placeName(figure.country, loaded?.catalog.countries ?? [])}
                    </td>
                    <td>
                      <a href={figure.url} target="_blank" rel="noopener noreferrer">
                        {saidBy(figure)}
                      </a>
                    </td>
                    <td>{figure.fixes.map((source) => nameOf(loaded?.catalog.sources ?? [], source)).join(", ")}</td>
                    <td className={styles.note}>{figure.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <h2>The data</h2>
      <p>
        Everything here is open: <a href="/api/v1/figures?format=csv">all figures as CSV</a>, <a href="/api/v1/events">events</a>,{" "}
        <a href="/api/v1/vintages">vintages</a>, and the <a href="/api/v1/openapi.json">description of the interface</a>.
      </p>
    </main>
  );
}

function daysOf(from: string, to: string): string {
  const [first, last] = [numberOf(from), numberOf(to)];
  return first === last ? dayWithYear(first) : `${shortRange(first, last)} ${from.slice(0, 4)}`;
}
