import { type ReactElement, useEffect } from "react";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import { HEADER } from "../../app/words.ts";
import styles from "./Growth.module.css";
import type { SurgePartProps } from "./SurgePart.tsx";

/** Everything of the surge comes when it is asked for: the analysis, what it adds to the chart, the card. */
const PART = later(() => import("./SurgePart.tsx"));

/** The surge card, in the place that is kept for it until it is here. */
export function LateSurge({ onFailed, ...props }: SurgePartProps & { onFailed: () => void }): ReactElement {
  const part = PART.use();
  useEffect(() => {
    if (part === "failed") onFailed();
  }, [part, onFailed]);
  if (part === "failed") return <p role="alert">{wordsOf(HEADER).partFailed}</p>;
  return part ? <part.SurgePart {...props} /> : <div className={styles.reservedSurge} />;
}
