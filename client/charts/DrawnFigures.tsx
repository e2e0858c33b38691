import type { ReactElement } from "react";
import { isWhole } from "../../data/analysis/dated.ts";
import { CHART } from "../../data/chart/chart-words.ts";
import type { Line } from "../../data/chart/lines.ts";
import type { FigureMark } from "../../data/chart/marks.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { shortRange } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { BADGE, type Label, LINE } from "./label.ts";

/** Over the lines: published figures, part buckets, line ends, the bracket of two readings, the ruler of ×10. */
export function DrawnFigures({ model, frame, labels }: { model: ChartModel; frame: Frame; labels: readonly Label[] }): ReactElement {
  const daily = model.view.interval === "day";
  return (
    <g>
      {frame.panels.map((at) => (
        <g key={at.panel.id}>
          {at.panel.lines.map((line) => (
            <LineMarks key={line.id} line={line} at={at} frame={frame} daily={daily} />
          ))}
          {at.panel.figures.map((mark) => (
            <DrawnFigure key={mark.figure.id} mark={mark} at={at} frame={frame} pointed={mark.figure.id === model.view.figure} />
          ))}
          {at.panel.bracket && (
            <Bracket x={frame.x(at.panel.bracket.day)} low={at.y(at.panel.bracket.low)} high={at.y(at.panel.bracket.high)} />
          )}
        </g>
      ))}
      {!frame.narrow && <Ruler model={model} frame={frame} labels={labels} />}
    </g>
  );
}

/** Rings where days are missing, dots where a value stands alone, and the short upright where the line stops. */
function LineMarks({ line, at, frame, daily }: { line: Line; at: PanelFrame; frame: Frame; daily: boolean }): ReactElement {
  const end = line.points.at(-1);
  const ink = `var(--${line.stroke.color})`;
  const step = daily ? 1 : 31;
  return (
    <g>
      {line.points.map((point, index) => {
        const [x, y] = [frame.x(point.day), at.y(point.value)];
        if (!isWhole(point))
          return <circle key={point.day} cx={x} cy={y} r={3.5} fill="var(--surface-page)" stroke={ink} strokeWidth={1.5} />;
        const [before, after] = [line.points[index - 1], line.points[index + 1]];
        const alone = (!before || point.day - before.day > step) && (!after || after.day - point.day > step);
        return alone ? <circle key={point.day} cx={x} cy={y} r={2.5} fill={ink} /> : null;
      })}
      {daily && end && <path d={`M${frame.x(end.day)} ${at.y(end.value) - 6}v12`} stroke={ink} strokeWidth={2} />}
    </g>
  );
}

/** A figure leads to where it was published. */
export function DrawnFigure({
  mark,
  at,
  frame,
  pointed,
}: {
  mark: FigureMark;
  at: PanelFrame;
  frame: Frame;
  pointed: boolean;
}): ReactElement {
  const [left, right] = [Math.max(frame.left, frame.x(mark.from)), Math.min(frame.right, frame.x(mark.to))];
  const [x, y] = [Math.min(right, Math.max(left, (left + right) / 2)), at.y(mark.value)];
  const ink = `var(--${mark.color})`;
  const { qualifier } = mark.figure;
  const words = wordsOf(CHART);
  return (
    <a
      className="figure"
      data-figure={mark.figure.id}
      href={mark.figure.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={words.openSource([mark.text, words.said(mark.figure), shortRange(mark.from, mark.to)].join(words.comma))}
    >
      <circle cx={x} cy={y} r={10} fill="transparent" stroke={pointed ? "var(--text-1)" : undefined} />
      {mark.to > mark.from && <path d={`M${left} ${y}H${right}`} stroke={ink} strokeWidth={7} strokeLinecap="round" opacity={0.26} />}
      {qualifier === "under" && <path d={`M${x} ${y + 5}v11m-3.5 -4l3.5 4.5l3.5 -4.5`} fill="none" stroke={ink} strokeWidth={1.5} />}
      {qualifier === "over" && <path d={`M${x} ${y - 5}v-11m-3.5 4l3.5 -4.5l3.5 4.5`} fill="none" stroke={ink} strokeWidth={1.5} />}
      {mark.state === "conflict" && <circle cx={x} cy={y} r={4} fill="var(--surface-page)" stroke={ink} strokeWidth={1.75} />}
      {mark.state === "untraceable" && (
        <circle cx={x} cy={y} r={4} fill="var(--surface-page)" stroke="var(--text-3)" strokeWidth={1.5} strokeDasharray="2 2" />
      )}
      {mark.state === "former" && (
        <circle cx={x} cy={y} r={4.75} fill="var(--surface-page)" stroke={ink} strokeWidth={1.75} strokeDasharray="3 2" />
      )}
      {(mark.state === "fixes" || mark.state === "alone") && (
        <circle cx={x} cy={y} r={4.75} fill={ink} stroke="var(--surface-page)" strokeWidth={1.5} />
      )}
    </a>
  );
}

function Bracket({ x, low, high }: { x: number; low: number; high: number }): ReactElement {
  return (
    <path
      d={`M${x - 2.5} ${low - 7}h6M${x + 0.5} ${low - 7}V${high + 8}M${x - 2.5} ${high + 8}h6`}
      stroke="var(--text-1)"
      strokeWidth={1}
      fill="none"
    />
  );
}

/** How tall ×10 is: the same in all panels. It stands where the names of lines leave it room, or not at all. */
function Ruler({ model, frame, labels }: { model: ChartModel; frame: Frame; labels: readonly Label[] }): ReactElement | null {
  const at = frame.panels.find(({ panel, top, bottom }) => panel.axis.scale === "log" && bottom - top > frame.decade + 40);
  if (!at) return null;
  const x = frame.right + 20;
  const beside = labels
    .filter((label) => label.x > frame.right)
    .map((label) => [label.y - 16, label.y + label.rows.length * LINE + (label.badge ? BADGE.height : 0)] as const);
  const bottom = [(at.top + at.bottom + frame.decade) / 2, at.top + frame.decade + 4, at.bottom - 4].find(
    (low) => !beside.some(([from, to]) => from < low && to > low - frame.decade),
  );
  if (bottom === undefined) return null;
  const top = bottom - frame.decade;
  const middle = (top + bottom) / 2;
  return (
    <g fontSize={12}>
      <path d={`M${x - 4} ${top}h8M${x} ${top}V${bottom}M${x - 4} ${bottom}h8`} stroke="var(--line-3)" fill="none" />
      <text x={x + 14} y={middle - 8} fontWeight={600} fill="var(--text-1)">
        ×10
      </text>
      {model.speech.words.thisHeight(model.panels.length).map((text, index) => (
        <text key={text} x={x + 14} y={middle + 8 + index * 15} fill="var(--text-3)">
          {text}
        </text>
      ))}
    </g>
  );
}
