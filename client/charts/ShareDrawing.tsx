import { memo, type ReactElement } from "react";
import { Area, ComposedChart, Curve, type CurveProps, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import type { ShareMark } from "../../data/chart/topic-group.ts";
import type { TopicsModel } from "../../data/chart/topics.ts";
import { DrawnBadge } from "./DrawnLabels.tsx";
import { timeDomain } from "./frame.ts";
import { badgeWidth } from "./label.ts";
import type { ShareFrame } from "./share-frame.ts";
import { textWidth } from "./text.ts";

interface Props {
  model: TopicsModel;
  frame: ShareFrame;
  /** Part of the ids of patterns. */
  id: string;
}

/** One picture of shares: bands that stand on each other, or lines. Sizes, domains and ticks are given. */
export const ShareDrawing = memo(function ShareDrawing({ model, frame, id }: Props): ReactElement {
  const { panel, left, right, top, bottom } = frame;
  const stacked = model.view.stack;
  const base = {
    type: "linear",
    dot: false,
    activeDot: false,
    isAnimationActive: false,
    legendType: "none",
    tooltipType: "none",
  } as const;
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={rowsOf(model, panel.marks, panel.days)}
      margin={{ top, left: 0, right: frame.width - right, bottom: 0 }}
      accessibilityLayer={false}
    >
      <Ground frame={frame} model={model} id={id} />
      <XAxis
        dataKey="day"
        type="number"
        domain={timeDomain(model.range)}
        ticks={frame.ticks.map((tick) => tick.day)}
        niceTicks="none"
        interval={0}
        height={frame.height - bottom}
        allowDataOverflow
        axisLine={{ stroke: "var(--line-2)" }}
        tickLine={{ stroke: "var(--line-3)" }}
        tickSize={5}
        tick={(props) => <TimeLabel x={Number(props.x)} y={Number(props.y)} day={props.payload.value} frame={frame} />}
      />
      <YAxis
        type="number"
        domain={[0, model.top]}
        ticks={model.ticks.map((tick) => tick.value)}
        niceTicks="none"
        interval={0}
        width={left}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        tick={(props) => (
          <text data-tick="" x={left - 8} y={Number(props.y) + 4} fontSize={12} textAnchor="end" fill="var(--text-3)">
            {model.ticks.find((tick) => tick.value === props.payload.value)?.text}
          </text>
        )}
      />
      {filled(panel.marks, stacked).map((mark) =>
        mark.stroke ? <Area key={mark.id} {...base} dataKey={bandKey(mark)} stroke="none" fill={fillOf(mark, id)} fillOpacity={1} /> : null,
      )}
      {panel.marks.flatMap((mark) => {
        if (!mark.stroke) return [];
        const { stroke, edge = stroke } = mark;
        const line = { ...base, shape: unmeasured, stroke: `var(--${edge.color})`, strokeLinecap: edge.cap };
        return [
          <Line key={mark.id} {...line} dataKey={mark.id} strokeWidth={edge.width} strokeDasharray={edge.dash || undefined} />,
          ...(stacked || model.view.interval === "day"
            ? []
            : [<Line key={partKey(mark)} {...line} dataKey={partKey(mark)} strokeWidth={1.25} strokeDasharray="2 3" />]),
        ];
      })}
      <ZIndexLayer zIndex={900}>
        <Single frame={frame} model={model} id={id} />
        <Parts frame={frame} model={model} />
        <Labels frame={frame} />
      </ZIndexLayer>
    </ComposedChart>
  );
});

/** Patterns, grid, title and badges: what stands under the bands and above the plot. */
function Ground({ frame, model, id }: Props): ReactElement {
  const { panel, left, right, top, y } = frame;
  const inks = new Set(panel.marks.flatMap((mark) => (mark.stroke ? [mark.stroke.color] : [])));
  let x = frame.width;
  return (
    <g>
      <defs>
        {[...inks].map((ink) => (
          <pattern key={ink} id={`${id}-${ink}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            {/* A band is what it shows; under a line the hatch only says that it is made up. */}
            <path
              d="M0 0V6"
              stroke={`var(--${ink})`}
              {...(model.view.stack ? { strokeWidth: 5, opacity: 0.62 } : { strokeWidth: 1.25, opacity: 0.35 })}
            />
          </pattern>
        ))}
      </defs>
      {model.ticks.map(({ value }) => (
        <path key={value} d={`M${left} ${y(value)}H${right}`} stroke="var(--line-1)" />
      ))}
      <text x={0} y={top - 17} fontSize={14}>
        <tspan fontWeight={600} fill="var(--text-1)">
          {panel.title}
        </tspan>
        {frame.hasSubtitle && (
          <tspan fill="var(--text-3)" fontSize={12} dx={6}>
            {panel.subtitle}
          </tspan>
        )}
      </text>
      {panel.kinds.map((kind) => {
        x -= badgeWidth(kind);
        const badge = <DrawnBadge key={kind} kind={kind} x={x} y={top - 30} />;
        x -= 6;
        return badge;
      })}
    </g>
  );
}

/** Dates that stand alone between gaps: a column each, since an area has no width there. */
function Single({ frame, model, id }: Props): ReactElement {
  const { marks } = frame.panel;
  const drawn = (at: number) => marks.some((mark) => (mark.high[at] ?? null) !== null);
  const alone = model.starts.map((_, at) => at).filter((at) => drawn(at) && !drawn(at - 1) && !drawn(at + 1));
  return (
    <g>
      {alone.flatMap((at) =>
        marks.map((mark) => {
          const [low, high] = [mark.low[at] ?? null, mark.high[at] ?? null];
          if (low === null || high === null || !mark.stroke) return null;
          const [x, y] = [frame.x(model.starts[at] as number), frame.y(high)];
          return model.view.stack ? (
            <rect key={`${mark.id} ${at}`} x={x - 6} y={y} width={12} height={frame.y(low) - y} fill={fillOf(mark, id)} />
          ) : (
            <circle key={`${mark.id} ${at}`} cx={x} cy={y} r={3.5} fill={`var(--${mark.stroke.color})`} />
          );
        }),
      )}
    </g>
  );
}

/** A ring on each week or month of which days are missing. */
function Parts({ frame, model }: Omit<Props, "id">): ReactElement | null {
  if (model.view.interval === "day") return null;
  const { panel } = frame;
  const ring = (key: string, day: number, y: number, color: string) => (
    <circle key={key} cx={frame.x(day)} cy={y} r={3} fill="var(--surface-page)" stroke={color} strokeWidth={1.25} />
  );
  return (
    <g>
      {model.starts.flatMap((day, at) => {
        if ((panel.days[at] ?? 0) >= (model.lengths[at] ?? 0)) return [];
        const told = panel.marks.filter((mark) => (mark.high[at] ?? null) !== null);
        if (model.view.stack) {
          const top = Math.max(...told.map((mark) => mark.high[at] as number));
          return told.length > 0 ? [ring(`${at}`, day, frame.y(top), "var(--text-2)")] : [];
        }
        return told.map((mark) => ring(`${mark.id} ${at}`, day, frame.y(mark.high[at] as number), `var(--${mark.stroke?.color})`));
      })}
    </g>
  );
}

/** Names and last shares beside the plot, in the order of the picture, each led to its end. */
function Labels({ frame }: { frame: ShareFrame }): ReactElement {
  return (
    <g>
      {frame.labels.map(({ mark, name, text, x, y, endX, endY }) => (
        <g key={mark.id}>
          <path
            d={`M${Math.min(endX + 3, frame.right)} ${endY}H${Math.max(endX + 3, frame.right) + 2}L${x - 16} ${y - 4}`}
            fill="none"
            stroke="var(--line-3)"
            strokeWidth={0.75}
          />
          <path
            d={`M${x - 14} ${y - 4}h10`}
            stroke={mark.stroke ? `var(--${mark.stroke.color})` : "var(--line-3)"}
            strokeWidth={mark.stroke ? 5 : 1}
          />
          <text x={x} y={y} fontSize={12}>
            {name !== "" && (
              <tspan fill="var(--text-2)" xmlSpace="preserve">
                {`${name} `}
              </tspan>
            )}
            <tspan fontWeight={600} fill="var(--text-1)">
              {text}
            </tspan>
          </text>
        </g>
      ))}
    </g>
  );
}

function TimeLabel({ x, y, day, frame }: { x: number; y: number; day: number; frame: ShareFrame }): ReactElement | null {
  const tick = frame.ticks.find((one) => one.day === day);
  if (!tick) return null;
  const first = x - textWidth(tick.text, 12) / 2 < frame.left - 8;
  return (
    <text data-tick="" x={first ? frame.left : x} y={y + 11} fontSize={12} textAnchor={first ? "start" : "middle"} fill="var(--text-3)">
      {tick.text}
    </text>
  );
}

/** The bands of a stack; of lines the field under the first that is made up: more would cover each other. */
function filled(marks: readonly ShareMark[], stacked: boolean): readonly ShareMark[] {
  return stacked ? marks : marks.filter((mark) => mark.stroke?.hatched).slice(0, 1);
}

/** Made-up bands are hatched; others are full. */
function fillOf({ stroke }: ShareMark, id: string): string {
  if (!stroke) return "none";
  return stroke.hatched ? `url(#${id}-${stroke.color})` : `var(--${stroke.color})`;
}

/** Without a way to reach the path, Recharts does not measure its length, which only an animation needs. */
function unmeasured(curve: CurveProps): ReactElement {
  return <Curve {...curve} pathRef={undefined} />;
}

const bandKey = (mark: ShareMark) => `${mark.id} band`;
const partKey = (mark: ShareMark) => `${mark.id} part`;

/** One row a date: the edge of each mark, its band, and the stretches that touch a week or month without all its days. */
function rowsOf({ starts, lengths, view }: TopicsModel, marks: readonly ShareMark[], days: readonly number[]): Record<string, unknown>[] {
  const isPart = (at: number) => (days[at] ?? 0) < (lengths[at] ?? 0);
  const byLine = !view.stack && view.interval !== "day";
  return starts.map((day, at) => {
    const row: Record<string, unknown> = { day };
    for (const mark of marks) {
      const [low, high] = [mark.low[at] ?? null, mark.high[at] ?? null];
      row[mark.id] = byLine && isPart(at) ? null : high;
      row[bandKey(mark)] = low === null || high === null ? null : [view.stack ? low : 0, high];
      const touches = isPart(at) || (at > 0 && isPart(at - 1)) || (at + 1 < starts.length && isPart(at + 1));
      if (byLine) row[partKey(mark)] = touches ? high : null;
    }
    return row;
  });
}
