import type { EstimateKind } from "../../data/model/figure.ts";
import type { SourceKind } from "../../data/model/source.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./Badge.module.css";
import { TABLES } from "./words.ts";

/** How a number came to be. The edge repeats the mark in the chart: dashes are modelled, hatch is made up. */
export function Badge({ kind }: { kind: SourceKind | EstimateKind }) {
  return <span className={`${styles.badge} ${styles[kind]}`}>{wordsOf(TABLES).badge[kind]}</span>;
}
