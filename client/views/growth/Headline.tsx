import type { ReactElement, ReactNode } from "react";
import type { Span } from "../../../data/chart/sentence.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./Growth.module.css";
import { GROWTH } from "./words.ts";

/** The sentence that the chart proves; platforms in their colour where they have one that text may carry. */
export function Headline({ spans, id }: { spans: readonly Span[]; id: string }): ReactElement {
  let length = 0;
  const placed = spans.map((span) => {
    const at = length;
    length += span.text.length;
    return { ...span, at };
  });
  return (
    <h1 id={id} className={styles.headline}>
      {placed.map((span) => (
        <span
          key={span.at}
          className={span.platform === "rednote" ? styles.rednote : span.platform === "tiktok" ? styles.tiktok : undefined}
        >
          {unbroken(span.text)}
        </span>
      ))}
    </h1>
  );
}

/** Some words stay on one line: none ends in a lonely "A" or "Made". */
function unbroken(text: string): ReactNode {
  const { together } = wordsOf(GROWTH);
  let length = 0;
  return text.split(together).map((part) => {
    const at = length;
    length += part.length;
    return together.test(part) ? (
      <span key={at} className={styles.unbroken}>
        {part}
      </span>
    ) : (
      part
    );
  });
}
