import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { Cut } from "../../../data/chart/cut.ts";
import { type NearestView, nearestView } from "../../../data/chart/nearest.ts";
import { dayOf } from "../../../data/model/day.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { dropPainted, isPainted, Painted } from "../../app/Painted.tsx";
import { HEADER } from "../../app/words.ts";
import { Brush } from "../../charts/Brush.tsx";
import { type Frame, frameOf } from "../../charts/frame.ts";
import { GrowthChart } from "../../charts/GrowthChart.tsx";
import { DatePresets } from "../../controls/DatePresets.tsx";
import { CONTROLS } from "../../controls/words.ts";
import { lateNewer } from "../newer/late-newer.tsx";
import { useAfter } from "./after.ts";
import type { ChangesProps } from "./ChangesBar.tsx";
import type { Changes } from "./changes.ts";
import styles from "./Growth.module.css";
import { LateMultiples } from "./LateMultiples.tsx";
import { LateSurge } from "./LateSurge.tsx";
import { LateTables } from "./LateTables.tsx";
import { Lead } from "./Lead.tsx";
import { SourceLine } from "./SourceLine.tsx";
import { Failure, Waiting } from "./States.tsx";
import type { SurgePicture, Surges } from "./surges.ts";
import { useTitle } from "./title.ts";
import { type Picture, usePicture } from "./use-picture.ts";
import { useWidth } from "./width.ts";
import { GROWTH } from "./words.ts";

// Its list stands under the chart.
const LateChanges = lateNewer<ChangesProps>(() => import("./ChangesBar.tsx"), [styles.reservedNewer, styles.reservedOver]);

interface Props {
  /** As the address asks for it: it may name what the data lack. */
  asked: View;
  cut: Cut;
  loaded: Loaded;
  /** Newer data are on their way: the picture stays, and says so. */
  pending: boolean;
  /** Only what is read, nothing that chooses: the chart stands on a page of somebody else, with this in place of the tables. */
  alone?: (picture: Picture, frame: Frame | null) => ReactNode;
  onChange: (view: View, tag?: string) => void;
}

/** The sentence, the chart that proves it, and the tables that repeat it. */
export function GrowthPicture({ asked, cut, loaded, pending, alone, onChange }: Props): ReactElement {
  const [surges, setSurges] = useState<Surges | null>(null);
  const [isWithout, setWithout] = useState(false);
  const onFailed = useCallback(() => setWithout(true), []);
  const surge = useMemo(() => (cut.view.surge && surges?.loaded === loaded ? surges.pictureOf(cut) : null), [cut, loaded, surges]);
  const [changes, setChanges] = useState<Changes | null>(null);
  const shown = cut.view.against !== "" && changes?.loaded === loaded ? changes : null;
  const picture = usePicture(cut, loaded, surge, shown?.compare ?? null, onChange);
  if (picture === "failed") return <Failure text={wordsOf(HEADER).pageFailed} loaded={null} onRetry={() => location.reload()} />;
  if (picture === undefined) return <Waiting told={wordsOf(GROWTH).loading} locked={false} />;
  const card = cut.view.surge && (
    <LateSurge cut={cut} loaded={loaded} model={picture.model} picture={surge} onRead={setSurges} onFailed={onFailed} onChange={onChange} />
  );
  return (
    <>
      <LateChanges view={pending ? cut.view : asked} cut={cut} loaded={loaded} onRead={setChanges} onChange={onChange} />
      <Drawn
        picture={picture}
        loaded={loaded}
        pending={pending}
        {...(alone && { alone })}
        surge={surge}
        awaitsSurge={cut.view.surge && surge === null && !isWithout}
        card={card}
        changes={shown}
        onChange={onChange}
      />
    </>
  );
}

interface DrawnProps extends Omit<Props, "asked" | "cut"> {
  picture: Picture;
  surge: SurgePicture | null;
  /** Its surge is on its way. */
  awaitsSurge: boolean;
  card: ReactNode;
  /** What a later vintage changed, where the view compares. */
  changes: Changes | null;
}

function Drawn({ picture, loaded, pending, alone, surge, awaitsSurge, card, changes, onChange }: DrawnProps): ReactElement {
  const [before, after] = wordsOf(GROWTH).hint;
  const [measured, width] = useWidth<HTMLElement>();
  const frame = useMemo(() => (width > 0 ? frameOf(picture.model, width) : null), [picture, width]);
  const below = useAfter(frame !== null);
  // What was painted has the surge: a chart without it would take its place for a moment only.
  const staysPainted = awaitsSurge && isPainted();
  useEffect(() => {
    if (frame && !staysPainted) dropPainted();
  }, [frame, staysPainted]);
  useTitle(picture.model);
  const nearest = useMemo(() => nearestOf(picture, loaded), [picture, loaded]);
  return (
    <>
      <Lead model={picture.model} />
      <figure className={styles.chart} ref={measured} aria-labelledby="headline" data-pending={pending || undefined}>
        {frame && (
          <>
            <div className={styles.drawing}>
              {staysPainted ? (
                <Painted part="figure > div" />
              ) : picture.view.layout === "countries" && picture.model.empty === null ? (
                <LateMultiples
                  model={picture.model}
                  table={picture.model.reshaped?.table ?? picture.table}
                  loaded={loaded}
                  surge={surge}
                  width={width}
                  describedBy="headline"
                />
              ) : (
                <GrowthChart
                  key="chart"
                  model={picture.model}
                  table={picture.model.reshaped?.table ?? picture.table}
                  frame={frame}
                  platforms={loaded.catalog.platforms}
                  describedBy="headline"
                  extra={picture.extra}
                  onBase={picture.onBase}
                />
              )}
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
            {!alone && (
              <Brush
                range={picture.range}
                extent={picture.extent}
                series={loaded.series}
                strokes={picture.model.strokes}
                frame={frame}
                onChange={(range) => onChange({ ...picture.view, range: { from: dayOf(range.from), to: dayOf(range.to) } }, "brush")}
              />
            )}
          </>
        )}
        {!frame && <div className={styles.reserved} />}
        {!alone && (
          <div className={styles.under}>
            <span className={styles.hint}>
              {before}
              <kbd>←</kbd> <kbd>→</kbd>
              {after}
            </span>
            <label className={styles.surge}>
              <input
                type="checkbox"
                checked={picture.view.surge}
                onChange={() => onChange({ ...picture.view, surge: !picture.view.surge })}
              />
              {wordsOf(CONTROLS).surge}
            </label>
            <DatePresets view={picture.view} extent={picture.extent} onChange={onChange} />
          </div>
        )}
        <SourceLine model={picture.model} catalog={loaded.catalog} alone={alone !== undefined} />
      </figure>
      {picture.view.against !== "" && loaded.newest > loaded.catalog.vintage && (
        <div className={styles.reservedChanges}>{changes?.table(picture)}</div>
      )}
      {card}
      {alone ? (
        alone(picture, frame)
      ) : below ? (
        <LateTables picture={picture} loaded={loaded} frame={frame} />
      ) : (
        <div className={styles.reservedTables} />
      )}
    </>
  );
}

/** Where nothing can be drawn: the nearest view that has data; the values themselves where only the measure has none. */
function nearestOf({ model, view }: Picture, { catalog }: Loaded): NearestView | null {
  if (model.empty === null) return null;
  if (!model.reshaped?.empty) return nearestView(view, catalog, model.speech);
  return { view: { ...view, measure: "value", base: "", align: "", compare: "" }, text: model.reshaped.instead };
}
