import type { ReactElement } from "react";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./SurgeCard.module.css";
import { SURGE_CARD } from "./surge-words.ts";

/** How to read what the surge adds to the chart: what of it there is. */
export function SurgeKey({ bands, marks }: { bands: boolean; marks: boolean }): ReactElement | null {
  const words = wordsOf(SURGE_CARD);
  if (!bands && !marks) return null;
  return (
    <ul className={styles.key} aria-label={words.marks}>
      {bands && (
        <li>
          <svg width="24" height="12" aria-hidden="true">
            <path d="M0 2L12 1L24 2V10L12 11L0 10Z" fill="var(--text-2)" opacity="0.2" />
          </svg>
          {wordsOf(SURGE).band.label}
        </li>
      )}
      {marks && (
        <>
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <path d="M3 14V1h9l-2.5 3.5l2.5 3.5h-9" fill="none" stroke="var(--text-2)" strokeWidth="1.5" />
            </svg>
            {words.onset}
          </li>
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <circle cx="7" cy="7" r="6" fill="none" stroke="var(--text-2)" strokeWidth="1.5" />
            </svg>
            {words.peak}
          </li>
          <li>
            <svg width="26" height="12" aria-hidden="true">
              <path d="M2 1v10M2 6H24M24 1v10" fill="none" stroke="var(--text-2)" strokeWidth="1.5" />
            </svg>
            {words.halfLife}
          </li>
        </>
      )}
    </ul>
  );
}
