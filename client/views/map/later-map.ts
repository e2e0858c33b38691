import { useMemo } from "react";
import type { Extent } from "../../../data/analysis/table.ts";
import type { MapModel } from "../../../data/chart/map-model.ts";
import type { MapReading } from "../../../data/chart/map-reading.ts";
import type { DayNumber } from "../../../data/model/day.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import type { View } from "../../../data/model/view.ts";
import type { Surges } from "../countries/surges.ts";

/** What a later vintage has otherwise of a map. */
export interface LaterMap {
  vintage: number;
  /** What it is called. */
  name: string;
  /** Days on which anything is other. */
  days: readonly DayNumber[];
  /** The countries that are other on a day, by id, with the step of the later value in the earlier map. */
  cellsOn: (day: DayNumber) => ReadonlyMap<string, number>;
  readingOf: (country: string, day: DayNumber) => MapReading;
}

/** Makes it; from the chunk of the bar. */
export interface MapDraw {
  series: readonly DailySeries[];
  modelOf: (view: View, range: Extent, answerOf: Surges["answerOf"]) => MapModel;
  compare: (before: MapModel, after: MapModel) => LaterMap;
}

const NO_SERIES: readonly DailySeries[] = [];

/** Series of a later vintage of which surges are read; none where no surge is coloured. */
export function seriesToRead(draw: MapDraw | null, view: View): readonly DailySeries[] {
  return draw === null || view.by === "value" ? NO_SERIES : draw.series;
}

/** A later vintage of a map beside the earlier one. */
export function useLaterMap(draw: MapDraw | null, model: MapModel, after: MapModel | null): LaterMap | null {
  return useMemo(() => (draw && after ? draw.compare(model, after) : null), [draw, model, after]);
}

/** The readings of a later vintage of the countries that are other on a day, by id. */
export function laterReadings(later: LaterMap | null, day: DayNumber): ReadonlyMap<string, MapReading> {
  if (later === null) return new Map();
  return new Map([...later.cellsOn(day).keys()].map((country) => [country, later.readingOf(country, day)]));
}
