import type { EstimateKind } from "../../data/model/figure.ts";
import type { SourceKind } from "../../data/model/source.ts";
import styles from "./Badge.module.css";

const WORDS: Partial<Record<SourceKind | EstimateKind, string>> = { reported_by_sources: "reported" };

/** How a number came to be. The edge repeats the mark in the chart: dashes are modelled, hatch is made up. */
export function Badge({ kind }: { kind: SourceKind | EstimateKind }) {
  return <span className={`${styles.badge} ${styles[kind]}`}>{WORDS[kind] ?? kind}</span>;
}
