import { memo, type ReactElement, type ReactNode } from "react";
import { Curve, type CurveProps, Line, LineChart, XAxis, YAxis, ZIndexLayer } from "recharts";
import { isWhole } from "../../data/analysis/dated.ts";
import type { Line as ModelLine } from "../../data/chart/lines.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { numberOf } from "../../data/model/day.ts";
import type { SeriesTable } from "../../data/model/series.ts";
import { DrawnEvents } from "./DrawnEvents.tsx";
import { DrawnFields } from "./DrawnFields.tsx";
import { DrawnFigures } from "./DrawnFigures.tsx";
import { DrawnLabels } from "./DrawnLabels.tsx";
import type { PlacedEvent } from "./events.ts";
import { type Frame, tickAnchor, timeDomain } from "./frame.ts";
import type { Label } from "./label.ts";

/** What the drawing needs; all of it is plain data, so that an image is made from the same. */
export interface Drawing {
  model: ChartModel;
  table: SeriesTable;
  frame: Frame;
  events: PlacedEvent[];
  labels: Label[];
  /** Told apart from other drawings of the page; part of the ids of patterns. */
  id: string;
}

/** What a part that comes late adds to the picture: under the lines, and over everything. */
export type Extra = (drawing: Omit<Drawing, "table" | "events">) => { under: ReactNode; over: ReactNode };

interface Props extends Drawing {
  extra?: Extra;
  onEvent?: (day: number) => void;
}

/** The one chart: lines and axes by Recharts, with sizes, domains and ticks given; marks and labels between them. */
export const ChartDrawing = memo(function ChartDrawing({ model, table, frame, events, labels, id, extra, onEvent }: Props): ReactElement {
  const lines = model.panels.flatMap((panel) => panel.lines.map((line) => ({ line, axis: panel.id })));
  const added = extra?.({ model, frame, labels, id });
  return (
    <LineChart
      width={frame.width}
      height={frame.height}
      data={rowsOf(
        lines.map(({ line }) => line),
        table,
        model.range.from,
      )}
      margin={{ top: frame.top, left: frame.panels.length > 0 ? 0 : frame.left, right: frame.width - frame.right, bottom: 0 }}
      accessibilityLayer={false}
    >
      <DrawnFields model={model} frame={frame} id={id} />
      {added?.under}
      <DrawnEvents events={events} frame={frame} onEvent={onEvent} />
      <XAxis
        dataKey="day"
        type="number"
        domain={timeDomain(model.range)}
        ticks={frame.ticks.map((tick) => tick.day)}
        niceTicks="none"
        interval={0}
        height={frame.height - frame.bottom}
        allowDataOverflow
        axisLine={{ stroke: "var(--line-2)" }}
        tickLine={{ stroke: "var(--line-3)" }}
        tickSize={5}
        tick={(props) => <TimeLabel {...props} frame={frame} />}
      />
      {frame.panels.map(({ panel, domain }, index) => (
        <YAxis
          key={panel.id}
          yAxisId={panel.id}
          type="number"
          scale={panel.axis.scale}
          domain={domain[0] < domain[1] ? domain : [domain[1], domain[0]]}
          reversed={domain[0] > domain[1]}
          ticks={panel.axis.ticks.map((tick) => tick.value)}
          niceTicks="none"
          interval={0}
          width={index === 0 ? frame.left - (frame.panels.length - 1) : 1}
          allowDataOverflow
          axisLine={false}
          tickLine={false}
          tick={(props) => (
            <text data-tick="" x={frame.left - 8} y={Number(props.y) + 4} fontSize={12} textAnchor="end" fill="var(--text-3)">
              {panel.axis.ticks.find((tick) => tick.value === props.payload.value)?.text}
            </text>
          )}
        />
      ))}
      {lines.flatMap(({ line, axis }) => drawn(line, axis, model.view.interval !== "day"))}
      <ZIndexLayer zIndex={900}>
        <DrawnFigures model={model} frame={frame} labels={labels} />
        <DrawnLabels labels={labels} frame={frame} model={model} />
        {added?.over}
      </ZIndexLayer>
    </LineChart>
  );
});

function TimeLabel({
  x,
  y,
  payload,
  frame,
}: {
  x: number | string;
  y: number | string;
  payload: { value: number };
  frame: Frame;
}): ReactElement | null {
  const tick = frame.ticks.find((one) => one.day === payload.value);
  if (!tick) return null;
  const anchor = tickAnchor(tick, frame);
  return (
    <text
      data-tick=""
      x={anchor === "start" ? frame.left : Number(x)}
      y={Number(y) + 11}
      fontSize={12}
      textAnchor={anchor}
      fill="var(--text-3)"
    >
      {tick.text}
    </text>
  );
}

/** A line, and beside it the thin one that joins buckets of which days are missing. */
function drawn(line: ModelLine, axis: string, buckets: boolean): ReactElement[] {
  const { color, dash, width, cap } = line.stroke;
  const common = {
    yAxisId: axis,
    type: "linear",
    dot: false,
    activeDot: false,
    // Recharts draws the dot of a line that has one point, whatever `dot` says, and fills it white.
    fill: "var(--surface-page)",
    isAnimationActive: false,
    shape: unmeasured,
    stroke: `var(--${color})`,
  } as const;
  const main = (
    <Line
      key={line.id}
      {...common}
      dataKey={line.id}
      strokeWidth={width}
      strokeDasharray={dash || undefined}
      strokeLinecap={cap}
      strokeLinejoin="round"
    />
  );
  if (!buckets) return [main];
  return [<Line key={partKey(line)} {...common} dataKey={partKey(line)} strokeWidth={1.25} strokeDasharray="2 3" />, main];
}

/** Without a way to reach the path, Recharts does not measure its length, which only an animation needs: a tenth of a repaint. */
function unmeasured(curve: CurveProps): ReactElement {
  return <Curve {...curve} pathRef={undefined} />;
}

function partKey(line: ModelLine): string {
  return `${line.id} part`;
}

/** One row a date: the whole buckets of each line, and in a column of its own each stretch that touches a part one. */
function rowsOf(lines: readonly ModelLine[], table: SeriesTable, from: number): Record<string, number | null>[] {
  const rows: Record<string, number | null>[] = table.dates.map((date) => ({ day: Math.max(from, numberOf(date)) }));
  for (const line of lines) {
    if (table.interval === "day") {
      line.values.forEach((value, index) => {
        (rows[index] as Record<string, number | null>)[line.id] = value;
      });
      continue;
    }
    const points = new Map(line.points.map((point) => [point.day, point]));
    const whole = rows.map((row) => {
      const point = points.get(row.day as number);
      return point ? isWhole(point) : null;
    });
    rows.forEach((row, index) => {
      const value = points.get(row.day as number)?.value ?? null;
      row[line.id] = whole[index] ? value : null;
      row[partKey(line)] = whole[index] === false || whole[index - 1] === false || whole[index + 1] === false ? value : null;
    });
  }
  return rows;
}
