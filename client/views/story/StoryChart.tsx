import { memo, type ReactElement, useEffect, useMemo } from "react";
import { cutOf } from "../../../data/chart/cut.ts";
import { chartModel } from "../../../data/chart/model.ts";
import { frameOf, NARROW } from "../../charts/frame.ts";
import { GrowthChart } from "../../charts/GrowthChart.tsx";
import { speech } from "../../charts/speech.ts";
import { Marks } from "../growth/Marks.tsx";
import type { PictureProps } from "./picture-props.ts";

/** A view as the growth page draws it. */
export const StoryChart = memo(function StoryChart({ loaded, width, describedBy, onDrawn }: PictureProps): ReactElement {
  const narrow = width < NARROW;
  const picture = useMemo(() => {
    const { series, figures, catalog } = loaded;
    const cut = cutOf(loaded.view, loaded);
    // On a phone events are numbers with a list below: here they would be numbers without one.
    const events = narrow ? [] : loaded.events;
    return { ...cut, model: chartModel({ ...cut, series, figures, events, catalog, ...speech() }) };
  }, [loaded, narrow]);
  const frame = useMemo(() => frameOf(picture.model, width), [picture, width]);
  useEffect(() => {
    onDrawn();
  }, [onDrawn]);
  return (
    <>
      <GrowthChart
        model={picture.model}
        table={picture.table}
        frame={frame}
        platforms={loaded.catalog.platforms}
        describedBy={describedBy}
        hasTable={false}
      />
      <Marks model={picture.model} />
    </>
  );
});
