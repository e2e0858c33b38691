import { lazy, type ReactElement, Suspense, useMemo } from "react";
import { nearestView } from "../../../data/chart/nearest.ts";
import { spanText } from "../../../data/chart/sentence.ts";
import { dayOf } from "../../../data/model/day.ts";
import type { Notice, View } from "../../../data/model/view.ts";
import { type DataState, useOnline } from "../../app/data.ts";
import { frameOf } from "../../charts/frame.ts";
import { DatePresets } from "../../controls/DatePresets.tsx";
import { FilterBar } from "../../controls/FilterBar.tsx";
import { Notices } from "../../controls/Notices.tsx";
import styles from "./Growth.module.css";
import { Headline } from "./Headline.tsx";
import { Marks } from "./Marks.tsx";
import { pictureOf } from "./picture.ts";
import { SourceLine } from "./SourceLine.tsx";
import { Failure, Offline, Waiting } from "./States.tsx";
import { useTitle } from "./title.ts";
import { useWidth } from "./width.ts";

const GrowthChart = lazy(() => import("../../charts/GrowthChart.tsx").then((module) => ({ default: module.GrowthChart })));
const Brush = lazy(() => import("../../charts/Brush.tsx").then((module) => ({ default: module.Brush })));
const Tables = lazy(() => import("./Tables.tsx").then((module) => ({ default: module.Tables })));

interface Props {
  view: View;
  data: DataState;
  notices: Notice[];
  onChange: (view: View, tag?: string) => void;
}

/** How much, how fast: lines of the chosen platforms and countries over the chosen days. */
export function GrowthPage({ view, data, notices, onChange }: Props): ReactElement {
  const { loaded } = data;
  const online = useOnline();
  const [measured, width] = useWidth<HTMLElement>();
  const picture = useMemo(() => (loaded ? pictureOf(view, loaded) : null), [view, loaded]);
  const frame = useMemo(() => (picture && width > 0 ? frameOf(picture.model, width) : null), [picture, width]);
  useTitle(picture?.model ?? null);
  const nearest = loaded && picture?.model.empty ? nearestView(picture.view, loaded.catalog) : null;
  return (
    <>
      {loaded && picture ? (
        <FilterBar
          view={data.pending ? view : picture.view}
          catalog={loaded.catalog}
          days={picture.range}
          extent={picture.extent}
          figures={loaded.figures}
          events={loaded.events}
          onChange={onChange}
        />
      ) : (
        <div className={styles.bar} aria-hidden="true" />
      )}
      {!online && loaded && <Offline vintage={loaded.catalog.vintage} />}
      <main id="main" className="wrap" aria-busy={data.pending}>
        <Notices notices={notices} />
        {data.failure !== null && <Failure text={data.failure} loaded={loaded} onRetry={data.retry} />}
        {loaded && picture ? (
          <>
            <div className={styles.lead}>
              <Headline spans={picture.model.headline} id="headline" />
              <p className={styles.dek}>{picture.model.description}</p>
              <Marks model={picture.model} />
            </div>
            <figure className={styles.chart} ref={measured} aria-labelledby="headline" data-pending={data.pending || undefined}>
              {frame && (
                <Suspense fallback={<div style={{ height: frame.height + 52 }} />}>
                  <div className={styles.drawing}>
                    <GrowthChart
                      key="chart"
                      model={picture.model}
                      table={picture.table}
                      frame={frame}
                      platforms={loaded.catalog.platforms}
                      describedBy="headline"
                    />
                    {picture.model.empty !== null && (
                      <div className={styles.empty}>
                        <p>{picture.model.empty}</p>
                        {nearest && (
                          <button type="button" className={styles.nearest} onClick={() => onChange(nearest.view)}>
                            {nearest.text}
                          </button>
                        )}
                      </div>
                    )}
                  </div>
                  <Brush
                    range={picture.range}
                    extent={picture.extent}
                    series={loaded.series}
                    strokes={picture.model.strokes}
                    frame={frame}
                    onChange={(range) => onChange({ ...view, range: { from: dayOf(range.from), to: dayOf(range.to) } }, "brush")}
                  />
                </Suspense>
              )}
              {!frame && <div className={styles.reserved} />}
              <div className={styles.under}>
                <span className={styles.hint}>
                  Drag the window, or use <kbd>←</kbd> <kbd>→</kbd> to move it by a day.
                </span>
                <DatePresets view={view} extent={picture.extent} onChange={onChange} />
              </div>
              <SourceLine model={picture.model} catalog={loaded.catalog} />
            </figure>
            <p className="visually-hidden">{spanText(picture.model.headline)}</p>
            <Suspense fallback={<div className={styles.reservedTables} />}>
              <Tables picture={picture} loaded={loaded} frame={frame} />
            </Suspense>
          </>
        ) : (
          <Waiting failed={data.failure !== null} />
        )}
      </main>
    </>
  );
}
