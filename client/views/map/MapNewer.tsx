import { type ReactElement, useCallback } from "react";
import { changedCells, mapChanges } from "../../../data/chart/map-changes.ts";
import { mapModel } from "../../../data/chart/map-model.ts";
import { mapReading } from "../../../data/chart/map-reading.ts";
import type { LaterPage } from "../newer/later-page.ts";
import { type DrawingBarProps, Bar as PageBar } from "../newer/PageNewer.tsx";
import type { MapDraw } from "./later-map.ts";
import { mapTold } from "./told.ts";

/** How much of a pinned map is other by now, and what draws it. */
export function Bar({ onDraw, ...props }: DrawingBarProps<MapDraw>): ReactElement | null {
  const onRead = useCallback((read: LaterPage | null) => onDraw(read && { of: read.of, draw: drawOf(read) }), [onDraw]);
  return <PageBar {...props} says="marks" draws={["values", "figures"]} onRead={onRead} />;
}

function drawOf({ series, reference, vintages: [, vintage], names: [, name] }: LaterPage): MapDraw {
  return {
    series,
    modelOf: (view, range, answerOf) => mapModel(view, series, reference, { range, figures: reference.figures, answerOf }),
    compare: (before, now) => {
      const changes = mapChanges(before, now);
      const { after, days } = changes;
      const places = new Map(after.countries.map(({ id }, at) => [id, at]));
      return {
        ...{ vintage, name, days },
        cellsOn: (day) => changedCells(before, changes, day),
        readingOf: (country, day) => mapReading(after, places.get(country) ?? -1, day, mapTold()),
      };
    },
  };
}
