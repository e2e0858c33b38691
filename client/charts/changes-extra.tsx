import type { ReactElement } from "react";
import type { ChangedMarks } from "../../data/chart/changes.ts";
import type { Line } from "../../data/chart/lines.ts";
import type { FigureMark } from "../../data/chart/marks.ts";
import type { ChartModel, Panel } from "../../data/chart/picture.ts";
import { besideLines, boxesOf } from "./beside.ts";
import type { Extra } from "./ChartDrawing.tsx";
import { DrawnFigure } from "./DrawnFigures.tsx";
import { DrawnLine } from "./DrawnLine.tsx";
import type { Frame, PanelFrame } from "./frame.ts";
import type { Label } from "./label.ts";
import { textWidth } from "./text.ts";
import { beside, MOST_DOTS, NameTexts, type Point, placedBeside, placedNames } from "./vintage-names.tsx";

interface Compared {
  /** The earlier vintage, its changed lines stepped back. */
  before: ChartModel;
  after: ChartModel;
  changed: ChangedMarks;
  /** What the two are called, the earlier first. */
  names: readonly [old: string, now: string];
}

/** The lines and figures of a later vintage over those of an earlier one, a dot on each point that changed, and the names of both. */
export function changesExtra({ before, after, changed, names }: Compared): Extra {
  const later = new Map(after.panels.map((panel) => [panel.id, panel]));
  const old = new Map(before.panels.map((panel) => [panel.id, panel]));
  return ({ frame, labels }) => ({
    under: null,
    over: (
      <g data-later="">
        {frame.panels.map((at) => {
          const [earlier, now] = [old.get(at.panel.id), later.get(at.panel.id)];
          const before = drawnIn(earlier);
          const lines = drawnIn(now).filter((line) => changed.lines.has(line.id) || !before.some(({ id }) => id === line.id));
          const figures = now?.figures.filter(({ figure }) => changed.figures.has(figure.id)) ?? [];
          return (
            <g key={at.panel.id}>
              {lines.map((line) => (
                <LaterLine key={line.id} line={line} old={before.find(({ id }) => id === line.id)} at={at} frame={frame} />
              ))}
              {figures.map((mark) => (
                <g key={mark.figure.id} data-changed-figure="">
                  <DrawnFigure mark={mark} at={at} frame={frame} pointed={false} />
                </g>
              ))}
              {earlier && <Names {...{ old: earlier, lines, figures, at, frame, labels, names }} />}
            </g>
          );
        })}
      </g>
    ),
  });
}

/** The lines of a panel, those of its second period behind them. */
function drawnIn(panel: Panel | undefined): Line[] {
  return panel ? [...panel.compared, ...panel.lines] : [];
}

function LaterLine({ line, old, at, frame }: { line: Line; old: Line | undefined; at: PanelFrame; frame: Frame }): ReactElement {
  const ink = `var(--${line.stroke.color})`;
  const dots = othersOf(line, old);
  return (
    <g data-line={line.id}>
      <DrawnLine line={line} at={at} frame={frame} />
      {dots.length <= MOST_DOTS &&
        dots.map((point) => (
          <circle
            key={point.day}
            data-changed=""
            cx={frame.x(point.day)}
            cy={at.y(point.value)}
            r={3}
            fill={ink}
            stroke="var(--surface-page)"
            strokeWidth={1}
          />
        ))}
    </g>
  );
}

/** The points of a line that another has otherwise, or not at all. */
function othersOf(line: Pick<Line, "points">, other: Pick<Line, "points"> | undefined): Line["points"] {
  const values = new Map(other?.points.map((point) => [point.day, point.value]));
  return line.points.filter((point) => values.get(point.day) !== point.value);
}

interface NamesProps {
  old: Panel;
  lines: readonly Line[];
  figures: readonly FigureMark[];
  at: PanelFrame;
  frame: Frame;
  labels: readonly Label[];
  names: readonly [old: string, now: string];
}

/** Which vintage is which, beside the points that differ. */
function Names({ old, lines, figures, at, frame, labels, names }: NamesProps): ReactElement {
  const before = drawnIn(old);
  const placement = besideLines([...before, ...lines], labels.flatMap(boxesOf), at, frame);
  const former = old.figures.filter(({ state }) => state === "former");
  for (const { x, y } of [...former, ...figures].map((mark) => placeOf(mark, at, frame)))
    placement.block({ x: x - 6, y: y - 6, width: 12, height: 12 });
  // What a changed figure says stands beside it; then the names find what room is left.
  const values = [
    ...figures.map((mark) => ({ mark, weight: 600, ink: `var(--${mark.color})` })),
    ...former.map((mark) => ({ mark, weight: 400, ink: "var(--text-2)" })),
  ].flatMap(({ mark, ...style }) =>
    placedBeside(placement, beside(placeOf(mark, at, frame), textWidth(mark.text, 12, style.weight) + 6), { text: mark.text, ...style }),
  );
  const later = [
    ...lines.flatMap((line) =>
      othersOf(
        line,
        before.find(({ id }) => id === line.id),
      ).map((point) => ({ x: frame.x(point.day), y: at.y(point.value) })),
    ),
    ...figures.map((mark) => placeOf(mark, at, frame)),
  ];
  const earlier = [
    ...before.flatMap((line) => {
      const now = lines.find(({ id }) => id === line.id);
      return now ? othersOf(line, now).map((point) => ({ x: frame.x(point.day), y: at.y(point.value) })) : [];
    }),
    ...former.map((mark) => placeOf(mark, at, frame)),
  ];
  return <NameTexts placed={[...values, ...placedNames(placement, names, { later, earlier })]} />;
}

/** Where a figure stands: in the middle of its days, as far as the picture has them. */
function placeOf({ from, to, value }: FigureMark, at: PanelFrame, frame: Frame): Point {
  const inside = (x: number) => Math.min(frame.right, Math.max(frame.left, x));
  return { x: (inside(frame.x(from)) + inside(frame.x(to))) / 2, y: at.y(value) };
}
