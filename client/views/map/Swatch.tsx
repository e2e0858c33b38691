import type { ReactElement } from "react";
import type { MapStep } from "../../../data/chart/map-steps.ts";
import styles from "./Swatch.module.css";
import { patternOf } from "./WorldMap.tsx";

/** A piece of the map, as big as a letter. */
export function Swatch({ cell, steps }: { cell: number; steps: readonly MapStep[] }): ReactElement {
  const step = steps[cell];
  return (
    <span
      className={styles.swatch}
      data-pattern={step ? undefined : patternOf(cell)}
      style={step ? { background: `var(--map-${step.color})` } : undefined}
      aria-hidden="true"
    />
  );
}
