import { memo, type ReactElement } from "react";
import type { ValueAxis } from "../../data/chart/axis.ts";
import type { FigureMark } from "../../data/chart/marks.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import type { SeriesTable } from "../../data/model/series.ts";
import { DrawnBadge } from "./DrawnLabels.tsx";
import { tickAnchor } from "./frame.ts";
import { Hatches } from "./Hatches.tsx";
import { badgeWidth } from "./label.ts";
import type { MultiplesFrame, SmallFrame } from "./multiples-frame.ts";
import { smallLabels } from "./multiples-labels.ts";
import { SmallSurges } from "./SmallSurges.tsx";
import { datePixels, smallPath } from "./small-path.ts";
import { textWidth } from "./text.ts";

/** What small pictures are drawn from; plain data, so that an image is made from the same. */
export interface MultiplesProps {
  model: ChartModel;
  table: SeriesTable;
  axis: ValueAxis;
  frame: MultiplesFrame;
  layer: readonly SurgeOfSeries[];
  words: { nothing: string; more: (count: number) => string };
  /** Told apart from other drawings of the page; part of the ids of patterns. */
  id: string;
}

/** Small pictures in one SVG. Paths of our own: a chart of a library for each of forty would cost a second. */
export const MultiplesDrawing = memo(function MultiplesDrawing(props: MultiplesProps): ReactElement {
  const { frame, id } = props;
  return (
    <svg width={frame.width} height={frame.height} xmlns="http://www.w3.org/2000/svg" role="presentation">
      <Hatches panels={frame.panels} id={id} />
      {frame.events.map(({ mark, x, row }) => (
        <text key={mark.event.slug} x={x + 10} y={row * 20 + 13} fontSize={12} fill="var(--text-2)">
          <tspan fontWeight={600} fill="var(--text-1)">
            {mark.dateText}
          </tspan>
          <tspan dx={2}> {mark.event.short}</tspan>
        </text>
      ))}
      {frame.events.map(({ mark, x, row }) => (
        <path key={mark.event.slug} d={`M${x + 3.5} ${row * 20 + 2}v14`} stroke="var(--line-3)" />
      ))}
      {frame.panels.map((at) => (
        <Small key={at.panel.country} at={at} {...props} />
      ))}
    </svg>
  );
});

function Small({ at, model, table, axis, frame, layer, words, id }: MultiplesProps & { at: SmallFrame }): ReactElement {
  const { panel, left, right, top, bottom, x, y } = at;
  const xs = datePixels(table, model.range.from, at);
  const drawn = panel.lines.map((line) => ({ line, ...smallPath(line, xs, at) }));
  const hatched = drawn.filter(({ line, under }) => line.stroke.hatched && under !== "").slice(0, 1);
  const isEmpty = panel.lines.every((line) => line.points.length === 0) && panel.figures.length === 0;
  const { labels, more } = smallLabels(at, model.speech);
  let edge = at.end;
  return (
    <g data-country={panel.country}>
      {isEmpty && <rect x={left} y={top} width={right - left} height={bottom - top} fill={`url(#${id}-nodata)`} />}
      {axis.ticks.map(({ value, text }) => (
        <g key={value}>
          <path d={`M${left} ${y(value)}H${right}`} stroke="var(--line-1)" />
          {at.hasNumbers && (
            <text data-tick="" x={left - 7} y={y(value) + 4} fontSize={11} textAnchor="end" fill="var(--text-3)">
              {text}
            </text>
          )}
        </g>
      ))}
      {frame.events.map(({ mark }) => (
        <path
          key={mark.event.slug}
          d={`M${Math.min(right, Math.max(left, x(mark.to))).toFixed(1)} ${top}V${bottom}`}
          stroke="var(--line-2)"
        />
      ))}
      <path d={`M${left} ${bottom}H${right}`} stroke="var(--line-2)" />
      {hatched.map(({ line, under }) => (
        <path key={line.id} d={under} fill={`url(#${id}-${line.stroke.color})`} />
      ))}
      <SmallSurges layer={layer} at={at} part="bands" />
      {panel.compared.map((line) => (
        <path
          key={line.id}
          data-second={line.id}
          d={`${smallPath(line, xs, at).d}${diamonds(line.values, xs, at)}`}
          fill="none"
          stroke={`var(--${line.stroke.color})`}
          strokeWidth={1.25}
          strokeDasharray={line.stroke.dash || undefined}
          opacity={0.45}
        />
      ))}
      {drawn.map(({ line, d, alone }) => (
        <g key={line.id}>
          <path
            data-line={line.id}
            d={d}
            fill="none"
            stroke={`var(--${line.stroke.color})`}
            strokeWidth={Math.min(line.stroke.width, line.stroke.cap === "round" ? 2.6 : 1.75)}
            strokeDasharray={line.stroke.dash || undefined}
            strokeLinecap={line.stroke.cap}
            strokeLinejoin="round"
          />
          {alone.map((point) => (
            <circle key={point.x} cx={point.x} cy={point.y} r={2.25} fill={`var(--${line.stroke.color})`} />
          ))}
        </g>
      ))}
      {panel.figures.map((mark) => (
        <SmallFigure key={mark.figure.id} mark={mark} at={at} />
      ))}
      <SmallSurges layer={layer} at={at} part="marks" />
      <text x={left} y={top - 9} fontSize={13} fontWeight={600} fill="var(--text-1)">
        {panel.title}
      </text>
      {panel.kinds.map((kind) => {
        edge -= badgeWidth(kind) + 4;
        return edge < left + textWidth(panel.title, 13, 600) ? null : <DrawnBadge key={kind} kind={kind} x={edge} y={top - 22} />;
      })}
      {isEmpty && (
        <text
          x={(left + right) / 2}
          y={(top + bottom) / 2 + 4}
          fontSize={12}
          textAnchor="middle"
          fill="var(--text-1)"
          stroke="var(--nodata-bg)"
          strokeWidth={6}
          paintOrder="stroke"
        >
          {words.nothing}
        </text>
      )}
      {labels
        .filter((label) => label.isSampled)
        .map(({ line, x: labelX, y: labelY }) => (
          <path
            key={line.id}
            d={`M${labelX - 17} ${labelY - 4}h12`}
            stroke={`var(--${line.stroke.color})`}
            strokeWidth={line.stroke.width}
            strokeDasharray={line.stroke.dash || undefined}
            strokeLinecap={line.stroke.cap}
          />
        ))}
      {labels.map(({ line, x: labelX, y: labelY, rows }) =>
        rows.map(({ text, bold }, index) => (
          <text
            key={`${line.id} ${text}`}
            x={labelX}
            y={labelY + index * 13}
            fontSize={11}
            fontWeight={bold ? 600 : undefined}
            fill={bold ? ink(line.stroke.color) : "var(--text-2)"}
          >
            {text}
          </text>
        )),
      )}
      {more > 0 && (
        <text x={right + 8} y={bottom + 10} fontSize={11} fill="var(--text-3)">
          {words.more(more)}
        </text>
      )}
      {at.hasDays &&
        frame.ticks.map((tick) => (
          <g key={tick.day}>
            <path d={`M${x(tick.day).toFixed(1)} ${bottom}v4`} stroke="var(--line-3)" />
            <text
              data-tick=""
              x={tickAnchor(tick, at) === "start" ? left : x(tick.day)}
              y={bottom + 16}
              fontSize={11}
              textAnchor={tickAnchor(tick, at)}
              fill="var(--text-3)"
            >
              {tick.text}
            </text>
          </g>
        ))}
    </g>
  );
}

function SmallFigure({ mark, at }: { mark: FigureMark; at: SmallFrame }): ReactElement {
  const day = Math.min(Math.max((mark.from + mark.to) / 2, mark.from), mark.to);
  const [cx, cy] = [Math.min(at.right, Math.max(at.left, at.x(day))), at.y(mark.value)];
  const hollow = mark.state === "conflict" || mark.state === "untraceable";
  const color = mark.state === "untraceable" ? "var(--text-3)" : `var(--${mark.color})`;
  return (
    <circle
      data-figure={mark.figure.id}
      cx={cx}
      cy={cy}
      r={hollow ? 2.75 : 3}
      fill={hollow ? "var(--surface-page)" : color}
      stroke={hollow ? color : "var(--surface-page)"}
      strokeWidth={hollow ? 1.5 : 1}
      strokeDasharray={mark.state === "untraceable" ? "2 2" : undefined}
    />
  );
}

/** On a line of the second period, one a week. */
function diamonds(values: readonly (number | null)[], xs: readonly number[], { y }: SmallFrame): string {
  return values
    .flatMap((value, index) =>
      value === null || index % 7 !== 3
        ? []
        : [`M${(xs[index] as number).toFixed(1)} ${(y(value) - 2.5).toFixed(1)}l2.5 2.5l-2.5 2.5l-2.5 -2.5z`],
    )
    .join("");
}

/** Only the two accents may colour text. */
function ink(color: string): string {
  return color === "rednote" || color === "tiktok" ? `var(--${color}-ink)` : "var(--text-1)";
}
