import { type ReactElement, useCallback, useEffect, useId, useMemo, useState } from "react";
import { CHART } from "../../../data/chart/chart-words.ts";
import { cellsOn, mapModel } from "../../../data/chart/map-model.ts";
import { mapReadings } from "../../../data/chart/map-reading.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { numberOf } from "../../../data/model/day.ts";
import { longDay } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { MapLegend } from "../map/MapLegend.tsx";
import { MapPicture } from "../map/MapPicture.tsx";
import { SHAPES } from "../map/shapes.ts";
import { mapTold } from "../map/told.ts";
import type { PictureProps } from "./picture-props.ts";
import styles from "./Story.module.css";

const NOBODY: ReadonlySet<string> = new Set();

/** The countries of one day, as the page of the map draws them. */
export function StoryMap({ loaded, describedBy, onDrawn, onVisit }: PictureProps): ReactElement {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, "");
  const { view, series, catalog, figures } = loaded;
  const day = numberOf(view.day);
  const shapes = SHAPES.use();
  const [hot, setHot] = useState<string | null>(null);
  const [lit, setLit] = useState<ReadonlySet<number>>(new Set());
  const model = useMemo(
    () => mapModel(view, series, catalog, { range: { from: day, to: day }, figures }),
    [view, series, catalog, figures, day],
  );
  const readings = useMemo(() => mapReadings(model, day, mapTold()), [model, day]);
  const cells = useMemo(() => cellsOn(model, day), [model, day]);
  const point = useCallback((country: string | null) => setHot(country), []);
  useEffect(() => {
    onDrawn();
  }, [onDrawn]);
  const what = [model.metric.name, nameOf(catalog.platforms, model.platform), longDay(day)];
  return (
    <>
      <figcaption className={styles.caption}>
        <b>{what.join(wordsOf(CHART).comma)}</b>
      </figcaption>
      <MapPicture
        {...{ model, shapes, cells, day, readings, lit, hot, id, describedBy }}
        of={longDay(day)}
        chosen={NOBODY}
        pointed={hot !== null}
        vintage={catalog.vintage}
        onHot={point}
        onChoose={() => onVisit("map", view)}
      />
      <MapLegend model={model} cells={cells} lit={lit} onLit={setLit} />
    </>
  );
}
