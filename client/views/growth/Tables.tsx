import { type ReactElement, useMemo } from "react";
import { CHART } from "../../../data/chart/chart-words.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import { listedFigures } from "../../../data/chart/listed-figures.ts";
import type { ChartModel } from "../../../data/chart/picture.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Loaded } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { placeEvents } from "../../charts/events.ts";
import type { Frame } from "../../charts/frame.ts";
import { EventList } from "../../tables/EventList.tsx";
import { FigureTable } from "../../tables/FigureTable.tsx";
import { SeriesTable } from "../../tables/SeriesTable.tsx";
import styles from "./Growth.module.css";

export interface TablesProps {
  picture: Cut & { model: ChartModel };
  loaded: Loaded;
  frame: Frame | null;
}

/** The same in numbers: the series, the figures and the events of the view. */
export function Tables({ picture, loaded, frame }: TablesProps): ReactElement {
  const { model, view, table } = picture;
  const figures = useMemo(() => {
    const lines = model.panels.flatMap((panel) => panel.lines);
    return listedFigures(loaded.figures, model.metric.id, lines, picture.range);
  }, [model, picture.range, loaded]);
  const numbers = useMemo(
    () => (frame?.narrow ? new Map(placeEvents(model.events, frame).map((placed) => [placed.mark.event.slug, placed.number])) : undefined),
    [model, frame],
  );
  return (
    <>
      <SeriesTable
        table={model.view.interval === view.interval ? table : picture.daily}
        days={picture.range}
        figures={loaded.figures}
        catalog={loaded.catalog}
        view={model.view}
        strokes={model.strokes}
        metric={model.metric}
        measured={model.reshaped}
      />
      <div className={styles.two}>
        <FigureTable figures={figures} catalog={loaded.catalog} view={view} />
        <EventList
          events={model.listed}
          numbers={numbers}
          place={model.panels.length > 0 ? placesText(view.countries, loaded.catalog.countries) : undefined}
        />
      </div>
    </>
  );
}

function placesText(countries: readonly string[], known: Catalog["countries"]): string {
  const words = wordsOf(CHART);
  return countries.length > 3 ? words.places(countries.length) : countries.map((country) => words.place(country, known)).join(words.comma);
}
