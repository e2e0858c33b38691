import { type ReactElement, useMemo } from "react";
import { multiplesOf } from "../../../data/chart/multiples.ts";
import type { ChartModel } from "../../../data/chart/picture.ts";
import type { SeriesTable } from "../../../data/model/series.ts";
import type { Loaded } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { Multiples } from "../../charts/Multiples.tsx";
import { multiplesFrame } from "../../charts/multiples-frame.ts";
import styles from "./Multiples.module.css";
import { MULTIPLES } from "./multiples-words.ts";
import type { SurgePicture } from "./surges.ts";

export interface MultiplesPartProps {
  model: ChartModel;
  table: SeriesTable;
  loaded: Loaded;
  surge: SurgePicture | null;
  width: number;
  describedBy: string;
}

const NO_LAYER: SurgePicture["layer"] = [];

/** Small pictures, one a country. */
export function MultiplesPart({ model, table, loaded, surge, width, describedBy }: MultiplesPartProps): ReactElement {
  const words = wordsOf(MULTIPLES);
  const multiples = useMemo(() => multiplesOf(model, loaded.catalog, surge?.beside), [model, loaded.catalog, surge]);
  const frame = useMemo(() => multiples && multiplesFrame(model, multiples, width), [model, multiples, width]);
  if (!multiples || !frame) return <div />;
  return (
    <>
      <Multiples
        model={model}
        table={table}
        multiples={multiples}
        frame={frame}
        layer={surge?.extra ? surge.layer : NO_LAYER}
        words={model.reshaped ? { ...words, nothing: words.leftOut } : words}
        describedBy={describedBy}
      />
      <p className={styles.scale}>
        {frame.panels.length > 1 && words.scale}
        {frame.decade > 0 && (
          <span>
            {words.decade}
            <svg width="9" height={frame.decade + 1} aria-hidden="true">
              <path d={`M0 0.5h9M4.5 0.5v${frame.decade}M0 ${frame.decade + 0.5}h9`} stroke="var(--line-3)" fill="none" />
            </svg>
          </span>
        )}
      </p>
      {multiples.left.length > 0 && <p className={styles.left}>{words.left(multiples.left)}</p>}
    </>
  );
}
