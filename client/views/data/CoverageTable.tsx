import type { ReactElement } from "react";
import { wordsOf } from "../../app/language.ts";
import { Scroll } from "../../tables/Scroll.tsx";
import grid from "../../tables/tables.module.css";
import { type Coverage, monthRows } from "./coverage.ts";
import styles from "./DataPage.module.css";
import { DATA } from "./words.ts";

/** The calendar in numbers, a row for each month. */
export function CoverageTable({ coverage }: { coverage: Coverage }): ReactElement {
  const words = wordsOf(DATA).coverage;
  return (
    <details className={styles.details}>
      <summary>{words.table}</summary>
      <Scroll className={grid.scroll} aria-label={words.byMonth}>
        <table className={grid.grid}>
          <thead>
            <tr>
              <th scope="col">{words.head.month}</th>
              <th scope="col" className={grid.number}>
                {words.head.days}
              </th>
              <th scope="col" className={grid.number}>
                {coverage.of === 1 ? words.head.value : words.head.all(coverage.of)}
              </th>
              {coverage.of > 1 && (
                <th scope="col" className={grid.number}>
                  {words.head.some}
                </th>
              )}
              <th scope="col" className={grid.number}>
                {words.head.missing}
              </th>
              {coverage.revisions !== null && (
                <th scope="col" className={grid.number}>
                  {words.head.revised}
                </th>
              )}
              <th scope="col">{words.head.list}</th>
            </tr>
          </thead>
          <tbody>
            {monthRows(coverage).map((row) => (
              <tr key={row.month}>
                <th scope="row">{row.month}</th>
                <td className={grid.number}>{row.days}</td>
                <td className={grid.number}>{row.whole}</td>
                {coverage.of > 1 && <td className={grid.number}>{row.part}</td>}
                <td className={grid.number}>{row.missing}</td>
                {row.revised !== null && <td className={grid.number}>{row.revised}</td>}
                <td className={styles.prose}>{row.missingText || <span className="muted">{words.noDays}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
