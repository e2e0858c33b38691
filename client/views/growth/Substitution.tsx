import { type ReactElement, useId, useMemo } from "react";
import { LOSING_PLATFORM, substitutionPairs } from "../../../data/analysis/substitution-table.ts";
import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import { CHART } from "../../../data/chart/chart-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { type SubstitutionRow, substitutionRow } from "../../../data/chart/substitution-row.ts";
import { PAIR_COLUMNS, SUBSTITUTION } from "../../../data/chart/substitution-words.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import { Scroll } from "../../tables/Scroll.tsx";
import styles from "./Substitution.module.css";

/** More pairs than these are for a smaller view. */
const MOST_PAIRS = 24;

export interface SubstitutionProps {
  view: View;
  loaded: Loaded;
  /** What is known already of the surge of a series. */
  answerOf: (series: DailySeries) => SurgeAnswer | undefined;
}

/** Each platform's excess beside TikTok's shortfall, with ranges, or why there is nothing to compare. */
export function Substitution({ view, loaded, answerOf }: SubstitutionProps): ReactElement | null {
  const words = wordsOf(SUBSTITUTION);
  const surge = wordsOf(SURGE);
  const heading = useId();
  const { series, catalog } = loaded;
  const pairs = useMemo(() => substitutionPairs(view, series, catalog, answerOf), [view, series, catalog, answerOf]);
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  if (pairs.length === 0 || metric === undefined) return null;
  const context = { metric, catalog, words, surge, format: format(), placed: wordsOf(CHART).place };
  const rows = pairs.slice(0, MOST_PAIRS).map((pair) => substitutionRow(pair, context));
  return (
    <section className={styles.part} aria-labelledby={heading} data-substitution="">
      <h2 id={heading}>{words.title(nameOf(catalog.platforms, LOSING_PLATFORM))}</h2>
      <p className={styles.about}>{words.about}</p>
      <Numbers rows={rows} heading={heading} />
      {pairs.length > rows.length && <p className={styles.about}>{words.more(pairs.length - rows.length)}</p>}
    </section>
  );
}

function Numbers({ rows, heading }: { rows: readonly SubstitutionRow[]; heading: string }) {
  const words = wordsOf(SUBSTITUTION);
  return (
    <>
      <Scroll className={styles.scroll} aria-labelledby={heading}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.platform}</th>
              {PAIR_COLUMNS.map((column) => (
                <th key={column} scope="col" title={words.columns[column].method}>
                  {words.columns[column].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <b>{row.platform}</b>
                  <small>{row.place}</small>
                  <small>
                    {row.source} <Badge kind={row.kind} />
                  </small>
                  {row.kindNote !== "" && <em>{row.kindNote}</em>}
                </th>
                {row.cells ? (
                  PAIR_COLUMNS.map((column) => (
                    <td key={column}>
                      {row.cells?.[column].text}
                      {row.cells?.[column].note && <small>{row.cells[column].note}</small>}
                    </td>
                  ))
                ) : (
                  <td colSpan={PAIR_COLUMNS.length} className={styles.why}>
                    {row.why}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.some((row) => row.cells) && (
        <details className={styles.methods}>
          <summary>{words.explained}</summary>
          <dl>
            {PAIR_COLUMNS.map((column) => (
              <div key={column}>
                <dt>{words.columns[column].label}</dt>
                <dd>{words.columns[column].method}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
