import { type KeyboardEvent, type PointerEvent, type ReactElement, useCallback, useId, useMemo, useState } from "react";
import type { ChartModel } from "../../data/chart/picture.ts";
import { readingAt, spokenReading } from "../../data/chart/reading.ts";
import { type Day, numberOf } from "../../data/model/day.ts";
import type { SeriesTable } from "../../data/model/series.ts";
import styles from "./Chart.module.css";
import { ChartDrawing, type Extra } from "./ChartDrawing.tsx";
import { CrossHair } from "./CrossHair.tsx";
import { dateTo, nearest } from "./dates.ts";
import { placeEvents } from "./events.ts";
import type { Frame } from "./frame.ts";
import { panelLabels } from "./labels.ts";
import { Plot } from "./Plot.tsx";
import { ReadingTip } from "./ReadingTip.tsx";

interface Props {
  model: ChartModel;
  table: SeriesTable;
  frame: Frame;
  platforms: readonly { id: string; name: string }[];
  /** Id of the sentence that says the chart in words. */
  describedBy: string;
  /** Whether a table with the same numbers follows on the page. */
  hasTable?: boolean;
  /** Keep it: another one draws the chart anew. */
  extra?: Extra;
  /** Called with the day that is read when B is pressed: the base of an index. */
  onBase?: (day: number) => void;
}

/** The chart as a person uses it: it can be read day by day with the pointer, by touch and with the arrow keys. */
export function GrowthChart({ model, table, frame, platforms, describedBy, hasTable = true, extra, onBase }: Props): ReactElement {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, "");
  const [index, setIndex] = useState<number | null>(null);
  const events = useMemo(() => placeEvents(model.events, frame), [model, frame]);
  const labels = useMemo(() => frame.panels.flatMap((at) => panelLabels(model, at, frame)), [model, frame]);
  const days = useMemo(() => table.dates.map((date) => Math.max(model.range.from, numberOf(date))), [table, model]);
  const reading = index === null ? null : readingAt(model, table, index, platforms);
  const readDay = useCallback((day: Day | number) => setIndex(nearest(days, typeof day === "number" ? day : numberOf(day))), [days]);

  const onPointerMove = (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.pointerType === "touch" && pointer.type === "pointermove") return;
    // A mark that explains itself is read by itself.
    if ((pointer.target as Element).closest("[data-mark]")) return setIndex(null);
    const box = pointer.currentTarget.getBoundingClientRect();
    const [x, y] = [pointer.clientX - box.left, pointer.clientY - box.top];
    if (y < frame.lane || x < frame.left - 12 || x > frame.right + 12) return setIndex(null);
    const share = (x - frame.left) / (frame.right - frame.left);
    setIndex(nearest(days, model.range.from + share * (model.range.to - model.range.from)));
  };
  const onKeyDown = (key: KeyboardEvent<HTMLDivElement>) => {
    if (key.key === "Escape") return setIndex(null);
    if (key.target !== key.currentTarget || days.length === 0) return;
    if (key.key.toLowerCase() === "b" && reading && !key.ctrlKey && !key.metaKey && !key.altKey) return onBase?.(reading.day);
    const to = dateTo(key.key, index, days.length);
    if (to === undefined) return;
    key.preventDefault();
    setIndex(to);
  };

  return (
    <Plot
      said={reading ? spokenReading(reading, model.speech) : ""}
      className={styles.plot}
      style={{ height: frame.height }}
      aria-label={model.speech.words.readIt(hasTable)}
      aria-describedby={describedBy}
      data-chart="growth"
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onPointerLeave={(pointer) => pointer.pointerType !== "touch" && setIndex(null)}
      onKeyDown={onKeyDown}
      onBlur={(blur) => !blur.currentTarget.contains(blur.relatedTarget) && setIndex(null)}
    >
      <ChartDrawing model={model} table={table} frame={frame} events={events} labels={labels} id={id} extra={extra} onEvent={readDay} />
      {reading && <CrossHair reading={reading} model={model} frame={frame} />}
      {reading && <ReadingTip reading={reading} frame={frame} vintage={model.vintage} />}
    </Plot>
  );
}
