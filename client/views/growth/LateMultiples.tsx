import type { ReactElement } from "react";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import { Painted } from "../../app/Painted.tsx";
import { HEADER } from "../../app/words.ts";
import styles from "./Growth.module.css";
import type { MultiplesPartProps } from "./MultiplesPart.tsx";

const PART = later(() => import("./MultiplesPart.tsx"));

/** Small pictures by country: a chunk of its own, fetched when the layout asks for it. */
export function LateMultiples(props: MultiplesPartProps): ReactElement {
  const part = PART.use();
  if (part === "failed") return <p role="alert">{wordsOf(HEADER).partFailed}</p>;
  if (part) return <part.MultiplesPart {...props} />;
  return (
    <div className={styles.reserved}>
      <Painted part="figure > div" />
    </div>
  );
}
