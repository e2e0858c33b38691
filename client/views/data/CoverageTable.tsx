import type { ReactElement } from "react";
import grid from "../../tables/tables.module.css";
import { type Coverage, monthRows } from "./coverage.ts";
import styles from "./DataPage.module.css";

/** The calendar in numbers, a row for each month. */
export function CoverageTable({ coverage }: { coverage: Coverage }): ReactElement {
  return (
    <details className={styles.details}>
      <summary>The same in numbers</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className={grid.scroll} tabIndex={0} aria-label="Coverage by month">
        <table className={grid.grid}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className={grid.number}>
                Days
              </th>
              <th scope="col" className={grid.number}>
                {coverage.of === 1 ? "With a value" : `All ${coverage.of} series`}
              </th>
              {coverage.of > 1 && (
                <th scope="col" className={grid.number}>
                  Some
                </th>
              )}
              <th scope="col" className={grid.number}>
                Missing
              </th>
              {coverage.revisions !== null && (
                <th scope="col" className={grid.number}>
                  Revised
                </th>
              )}
              <th scope="col">Missing days</th>
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
                <td className={styles.prose}>{row.missingText || <span className="muted">none</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
