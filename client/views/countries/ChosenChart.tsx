import { memo, useMemo } from "react";
import { cutOf } from "../../../data/chart/cut.ts";
import { chartModel } from "../../../data/chart/model.ts";
import type { ChartInput } from "../../../data/chart/picture.ts";
import type { Loaded } from "../../app/api.ts";
import { frameOf } from "../../charts/frame.ts";
import { GrowthChart } from "../../charts/GrowthChart.tsx";
import { speech } from "../../charts/speech.ts";
import type { Compare, Drawn } from "../growth/changes.ts";
import { Marks } from "../growth/Marks.tsx";
import { useWidth } from "../growth/width.ts";
import styles from "./Chosen.module.css";

interface Props {
  loaded: Loaded;
  /** Draws a later vintage over it. */
  compare: Compare | null;
}

/** Some rows as they are drawn on the growth page, and the sentence that says the chart in words. */
export const ChosenChart = memo(function ChosenChart({ loaded, compare }: Props) {
  const [measured, width] = useWidth<HTMLElement>();
  const picture = useMemo(() => {
    const { series, figures, events, catalog } = loaded;
    const cut = cutOf(loaded.view, loaded);
    const input = { ...cut, series, figures, events, catalog, ...speech() };
    const make = (one: ChartInput): Drawn => ({ model: chartModel(one), extra: undefined });
    return { ...cut, ...(compare?.(cut, input, make) ?? make(input)) };
  }, [loaded, compare]);
  const frame = useMemo(() => (width > 0 ? frameOf(picture.model, width) : null), [picture, width]);
  return (
    <figure ref={measured} className={styles.figure} aria-labelledby="chosen-said">
      <figcaption className={styles.caption}>
        <p id="chosen-said">{picture.model.headline.map((span) => span.text).join("")}</p>
        <Marks model={picture.model} />
      </figcaption>
      {frame ? (
        <GrowthChart
          model={picture.model}
          table={picture.table}
          frame={frame}
          platforms={loaded.catalog.platforms}
          describedBy="chosen-said"
          extra={picture.extra}
        />
      ) : (
        <div className={styles.reserved} />
      )}
    </figure>
  );
});
