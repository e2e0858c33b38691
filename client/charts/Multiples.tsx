import { type KeyboardEvent, type PointerEvent, type ReactElement, useId, useMemo, useState } from "react";
import type { Multiples as MultiplesModel } from "../../data/chart/multiples.ts";
import { spokenPanel } from "../../data/chart/multiples-reading.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { readingAt } from "../../data/chart/reading.ts";
import type { SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import { numberOf } from "../../data/model/day.ts";
import type { SeriesTable } from "../../data/model/series.ts";
import styles from "./Chart.module.css";
import { dateTo, nearest } from "./dates.ts";
import { MultiplesDrawing } from "./MultiplesDrawing.tsx";
import { MultiplesReading } from "./MultiplesReading.tsx";
import type { MultiplesFrame, SmallFrame } from "./multiples-frame.ts";
import { Plot } from "./Plot.tsx";

interface Props {
  model: ChartModel;
  table: SeriesTable;
  multiples: MultiplesModel;
  frame: MultiplesFrame;
  layer: readonly SurgeOfSeries[];
  words: { label: string; nothing: string; more: (count: number) => string };
  describedBy: string;
}

/** Small pictures as a person uses them: a day is read in all of them at once, a country after the other. */
export function Multiples({ model, table, multiples, frame, layer, words, describedBy }: Props): ReactElement {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, "");
  const [at, setAt] = useState<{ panel: number; index: number } | null>(null);
  const days = useMemo(() => table.dates.map((date) => Math.max(model.range.from, numberOf(date))), [table, model]);
  const read = at && days[at.index] !== undefined && frame.panels[at.panel] ? at : null;
  const reading = read && readingAt(model, table, read.index, []);

  const onPointer = (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.pointerType === "touch" && pointer.type === "pointermove") return;
    const box = pointer.currentTarget.getBoundingClientRect();
    setAt(found(frame.panels, days, pointer.clientX - box.left, pointer.clientY - box.top));
  };
  const onKeyDown = (key: KeyboardEvent<HTMLDivElement>) => {
    if (key.key === "Escape") return setAt(null);
    if (key.target !== key.currentTarget || days.length === 0) return;
    const { panel, index } = read ?? { panel: 0, index: null };
    const day = dateTo(key.key, index, days.length);
    const step = { ArrowUp: -1, ArrowDown: 1 }[key.key];
    if (day === undefined && step === undefined) return;
    key.preventDefault();
    const next = index === null || step === undefined ? panel : Math.min(frame.panels.length - 1, Math.max(0, panel + step));
    setAt({ panel: next, index: day ?? index ?? 0 });
    if (next !== panel) reveal(key.currentTarget, frame.panels[next]);
  };

  return (
    <Plot
      said={
        read && reading
          ? spokenPanel(
              (frame.panels[read.panel] as SmallFrame).panel,
              { index: read.index, day: reading.day, title: reading.title, nothing: words.nothing },
              layer,
              model.speech,
            )
          : ""
      }
      className={styles.plot}
      style={{ height: frame.height }}
      aria-label={words.label}
      aria-describedby={describedBy}
      data-chart="countries"
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={(pointer) => pointer.pointerType !== "touch" && setAt(null)}
      onKeyDown={onKeyDown}
      onBlur={() => setAt(null)}
    >
      <MultiplesDrawing model={model} table={table} axis={multiples.axis} frame={frame} layer={layer} words={words} id={id} />
      {read && reading && (
        <MultiplesReading
          frame={frame}
          panel={read.panel}
          index={read.index}
          day={reading.day}
          interval={model.view.interval}
          speech={model.speech}
        />
      )}
    </Plot>
  );
}

/** The picture under a point, and the date that is nearest to it. */
function found(panels: readonly SmallFrame[], days: readonly number[], x: number, y: number): { panel: number; index: number } | null {
  const panel = panels.findIndex((one) => x >= one.left - 8 && x <= one.end && y >= one.top - 22 && y <= one.bottom + 12);
  const frame = panels[panel];
  const index = frame ? nearest(days.map(frame.x), x) : null;
  return index === null ? null : { panel, index };
}

/** Brings the picture that the keys came to into sight, where the page has it beyond its edge. */
function reveal(plot: Element, frame: SmallFrame | undefined): void {
  if (!frame) return;
  const top = plot.getBoundingClientRect().top;
  const [above, below] = [top + frame.top - 30, top + frame.bottom + 30 - innerHeight];
  if (above < 0 || below > 0) scrollBy(0, above < 0 ? above : below);
}
