import type { ReactElement } from "react";
import type { Span } from "../../../data/chart/sentence.ts";
import styles from "./Growth.module.css";

/** The sentence that the chart proves; platforms in their colour where they have one that text may carry. */
export function Headline({ spans, id }: { spans: readonly Span[]; id: string }): ReactElement {
  return (
    <h1 id={id} className={styles.headline}>
      {spans.map((span) => (
        <span
          key={span.text}
          className={span.platform === "rednote" ? styles.rednote : span.platform === "tiktok" ? styles.tiktok : undefined}
        >
          {span.text}
        </span>
      ))}
    </h1>
  );
}
