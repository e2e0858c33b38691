import { shortDay, times } from "../../data/chart/format.ts";
import { isWhole, type Line, pointText } from "../../data/chart/lines.ts";
import type { Bracket, Field, FigureMark, Growth } from "../../data/chart/marks.ts";
import type { ChartModel, Panel } from "../../data/chart/model.ts";
import type { ColorName } from "../../data/chart/palette.ts";
import type { SourceKind } from "../../data/model/source.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { along, type Candidate, Placement } from "./place.ts";
import { textWidth } from "./text.ts";

/** A run of words in one weight and colour. */
export interface Run {
  text: string;
  bold?: boolean;
  color?: ColorName | "text-1" | "text-2";
}

/** Words on the picture, row under row; `x` is where their anchor stands, `y` the first baseline. */
export interface Label {
  key: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  size: number;
  rows: Run[][];
  /** A badge after the last row, or beside the first one where it stands in a header. */
  badge?: { kind: SourceKind; x: number; y: number };
  /** The words stand on a hatched field. */
  onField?: boolean;
}

const LINE = 16;
const BADGE = { height: 18, size: 11, padding: 6 };
const MOST_BLOCKS = 4;
const MOST_FIGURES = 16;

/** The labels of one panel: line ends, figures, the bracket, the rise, and the fields that nobody knows. */
export function panelLabels(model: ChartModel, at: PanelFrame, frame: Frame): Label[] {
  const { panel } = at;
  const points = panel.lines.flatMap((line) =>
    along(
      line.points.map((point) => ({ x: frame.x(point.day), y: at.y(point.value) })),
      5,
    ),
  );
  const placement = new Placement({ x: 0, y: at.top - 26, width: frame.width, height: at.bottom - at.top + 54 }, points);
  for (const mark of panel.figures) {
    const [x, y] = [frame.x((mark.from + mark.to) / 2), at.y(mark.value)];
    placement.block({ x: x - 5, y: y - 5, width: 10, height: mark.figure.qualifier === "under" ? 22 : 10 });
  }
  placement.block({
    x: 0,
    y: at.top - 24,
    width: textWidth(panel.title, 14, 600) + textWidth(frame.narrow ? panel.brief : panel.subtitle, 12) + 12,
    height: 20,
  });
  const labels = [
    ...ends(model, at, frame, placement),
    ...figureLabels(panel, at, frame, placement),
    ...bracketLabel(panel.bracket, at, frame, placement),
    ...growthLabel(panel.growth, at, frame, placement),
    ...panel.fields.flatMap((field) => fieldLabel(field, at, frame, placement)),
  ];
  return labels.map((label) => ({ ...label, key: `${panel.id} ${label.key}` }));
}

/** Width of a badge on the picture. */
export function badgeWidth(kind: SourceKind): number {
  return textWidth(kind, BADGE.size, 500) + 2 * BADGE.padding;
}

function ends(model: ChartModel, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const lines = at.panel.lines.filter((line) => line.points.length > 0);
  if (lines.length > MOST_BLOCKS) return crowdedEnds(lines, at, frame, placement);
  const labels: Label[] = [];
  for (const line of lines.toSorted((a, b) => endOf(a).x(frame) - endOf(b).x(frame))) {
    const { point, x: xOfEnd } = endOf(line);
    const [x, y] = [xOfEnd(frame), at.y(point.value)];
    const value = endText(model, line, frame.narrow && x > frame.right - 150);
    const rows: Run[][] = [[{ text: line.label, bold: true, color: line.stroke.color }], [{ text: value, color: "text-2" }]];
    const width = Math.max(textWidth(line.label, 12, 600), textWidth(value, 12), badgeWidth(line.kind)) + 4;
    const height = 2 * LINE + BADGE.height + 8;
    const margin = !frame.narrow && x > frame.right - 40;
    const left = margin ? frame.right + 12 : x + 12;
    const candidates: (Candidate & { header?: boolean })[] = [-14, -26, 6, -40, 20, -54, 34, -68].map((dy) => ({
      x: left,
      y: y + dy,
      width,
      height,
      anchor: "start" as const,
    }));
    if (frame.narrow) {
      const head = textWidth(line.label, 12, 600) + 7 + badgeWidth(line.kind);
      candidates.push({
        x: frame.right - Math.max(head, width),
        y: at.top - 24,
        width: Math.max(head, width),
        height: 38,
        anchor: "end",
        header: true,
      });
      candidates.push(...[-70, -100, -130, 18].map((dy) => ({ x: x - width, y: y + dy, width, height, anchor: "end" as const })));
    }
    // Inside the plot a label keeps clear of the axis below, where it can.
    const clear = candidates.filter((one) => margin || one.y + one.height <= at.bottom + 2);
    const found = placement.find(clear) ?? placement.find(candidates);
    if (!found) {
      labels.push(...oneRow(line, value, left, y, placement));
      continue;
    }
    const edge = found.anchor === "end" ? found.x + found.width : found.x;
    const wide = badgeWidth(line.kind);
    if (found.header)
      labels.push(
        {
          key: line.id,
          x: edge - wide - 7,
          y: found.y + 15,
          anchor: "end",
          size: 12,
          rows: [rows[0] as Run[]],
          badge: { kind: line.kind, x: edge - wide, y: found.y + 2 },
        },
        { key: `${line.id} value`, x: edge, y: found.y + 36, anchor: "end", size: 12, rows: [rows[1] as Run[]] },
      );
    else
      labels.push({
        key: line.id,
        x: edge,
        y: found.y + 11,
        anchor: found.anchor,
        size: 12,
        rows,
        badge: { kind: line.kind, x: found.anchor === "end" ? edge - wide : edge, y: found.y + 2 * LINE + 3 },
      });
  }
  return labels;
}

/** A label for which there is no more room than a row. */
function oneRow(line: Line, value: string, x: number, y: number, placement: Placement): Label[] {
  const row: Run[] = [
    { text: line.label, bold: true, color: line.stroke.color },
    { text: ` ${value.replace(/ on .*$/, "")}, ${line.kind}`, color: "text-2" },
  ];
  const width = textWidth(line.label, 12, 600) + textWidth(row[1]?.text ?? "", 12) + 2;
  const rows = [0, -16, 16, -32, 32, -48, 48].map((dy) => ({ x, y: y - 8 + dy, width, height: 15, anchor: "start" as const }));
  const found = placement.find(rows);
  return found ? [{ key: line.id, x, y: found.y + 11, anchor: "start", size: 12, rows: [row] }] : [];
}

/** Many lines: one row each in the margin, pushed apart; on a phone inside the plot where they find room. */
function crowdedEnds(lines: Line[], at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const rows = lines.map((line) => ({ line, x: endOf(line).x(frame), y: at.y(endOf(line).point.value) })).sort((a, b) => a.y - b.y);
  const text = (line: Line): Run[] => [
    { text: line.label, bold: true, color: line.stroke.color },
    { text: ` ${pointText(endOf(line).point, line.kind)}`, color: "text-2" },
  ];
  if (frame.narrow)
    return rows.flatMap(({ line, x, y }) => {
      const width = textWidth(line.label, 12, 600) + 2;
      const found = placement.find(
        [-16, 4, -28, 16].map((dy) => ({ x: Math.min(x, frame.right) - width, y: y + dy, width, height: 14, anchor: "end" as const })),
      );
      return found
        ? [{ key: line.id, x: found.x + found.width, y: found.y + 11, anchor: "end" as const, size: 12, rows: [[text(line)[0] as Run]] }]
        : [];
    });
  const room = at.bottom - at.top + 16;
  const step = Math.min(15, Math.max(11, room / rows.length));
  let next = at.top - 4;
  const ys = rows.map(({ y }) => {
    next = Math.max(y, next);
    const here = next;
    next += step;
    return here;
  });
  const over = Math.max(0, (ys.at(-1) ?? 0) - at.bottom - 6);
  const size = step < 13 ? 11 : 12;
  return rows.slice(0, Math.ceil(room / step) + 1).map(({ line }, index) => {
    const y = Math.max(at.top - 4 + index * step, (ys[index] as number) - over);
    placement.block({ x: frame.right + 10, y: y - 6, width: 130, height: step });
    return { key: line.id, x: frame.right + 12, y: y + 4, anchor: "start" as const, size, rows: [text(line)] };
  });
}

function endOf(line: Line) {
  const point = line.points.at(-1) as Line["points"][number];
  return { point, x: (frame: Frame) => frame.x(point.day) };
}

/** The last value, and on which day it stands unless there is no room to say so. */
function endText(model: ChartModel, line: Line, brief: boolean): string {
  const { point } = endOf(line);
  if (brief) return pointText(point, line.kind);
  if (model.view.interval === "day") return `${pointText(point, line.kind)} on ${shortDay(point.day)}`;
  return isWhole(point) ? pointText(point, line.kind) : `${pointText(point, line.kind)}, ${point.reported} of ${point.of} days`;
}

function figureLabels(panel: Panel, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const ends = panel.lines.map((line) => line.points.at(-1));
  // What stands at the end of a line is said there.
  const atEnd = (mark: FigureMark) => ends.some((end) => end?.published && end.value === mark.value && end.day === mark.to);
  const named = panel.figures.filter((mark) => (mark.state === "fixes" || mark.state === "alone") && !atEnd(mark));
  const highest = Math.max(...panel.figures.map((mark) => mark.value));
  if (named.length > MOST_FIGURES) return [];
  return named.flatMap((mark) => {
    const [x, y] = [frame.x((mark.from + mark.to) / 2), at.y(mark.value)];
    const text = frame.narrow ? mark.text.replace("under ", "<").replace("over ", ">") : mark.text;
    const width = textWidth(text, 12, 600) + 4;
    const box = { width, height: 15 };
    const above: Candidate = { ...box, x: x - width / 2, y: y - 23, anchor: "middle" };
    const below: Candidate = { ...box, x: x - width / 2, y: y + 9, anchor: "middle" };
    const left: Candidate = { ...box, x: x - width - 8, y: y - 14, anchor: "end" };
    const right: Candidate = { ...box, x: x + 8, y: y - 7, anchor: "start" };
    const lowLeft: Candidate = { ...box, x: x - width - 4, y: y + 7, anchor: "end" };
    const lowRight: Candidate = { ...box, x: x + 8, y: y + 3, anchor: "start" };
    const order =
      mark.to > mark.from
        ? [below, above, lowLeft, left, right]
        : mark.figure.qualifier === "under"
          ? [right, lowRight, left, above]
          : mark.value === highest
            ? [above, left, right, below]
            : [left, above, below, right, lowLeft, lowRight];
    const found = placement.find(order.filter((one) => one.y + one.height <= at.bottom + 3 && one.x >= frame.left - 2));
    if (!found) return [];
    const edge = found.anchor === "start" ? found.x : found.anchor === "end" ? found.x + found.width : found.x + found.width / 2;
    return [
      {
        key: mark.figure.id,
        x: edge,
        y: found.y + 11.5,
        anchor: found.anchor,
        size: 12,
        rows: [[{ text, bold: true, color: mark.color }]],
      },
    ];
  });
}

function bracketLabel(bracket: Bracket | null, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  if (!bracket) return [];
  const middle = (at.y(bracket.low) + at.y(bracket.high)) / 2;
  if (Math.abs(at.y(bracket.low) - at.y(bracket.high)) < 44) return [];
  const rows: Run[][] = frame.narrow
    ? [[{ text: bracket.text, bold: true, color: "text-1" }], [{ text: "apart", color: "text-2" }]]
    : [
        [{ text: "Two readings,", color: "text-2" }],
        [
          { text: bracket.text, bold: true, color: "text-1" },
          { text: " apart", color: "text-2" },
        ],
      ];
  const width = frame.narrow ? 34 : textWidth("Two readings,", 12) + 4;
  const x = frame.x(bracket.day);
  const found = placement.find<Candidate>([
    { x: x - 10 - width, y: middle - 15, width, height: 32, anchor: "end" },
    { x: x + 10, y: middle - 15, width, height: 32, anchor: "start" },
  ]);
  if (!found) return [];
  return [
    { key: "bracket", x: found.anchor === "end" ? found.x + width : found.x, y: found.y + 11.5, anchor: found.anchor, size: 12, rows },
  ];
}

function growthLabel(growth: Growth | null, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  if (!growth) return [];
  const words = growth.days === 1 ? "in one day" : `in ${["", "", "two", "three", "four", "five", "six", "seven"][growth.days]} days`;
  const rows: Run[][] = frame.narrow
    ? [[{ text: times(growth.ratio), bold: true, color: "text-1" }], [{ text: words, color: "text-2" }]]
    : [
        [
          { text: times(growth.ratio), bold: true, color: "text-1" },
          { text: ` ${words}`, color: "text-2" },
        ],
      ];
  const width = frame.narrow ? textWidth(words, 12) + 2 : textWidth(`${times(growth.ratio)} ${words}`, 12, 500) + 4;
  const height = frame.narrow ? 32 : 16;
  const y = (at.y(growth.low) + at.y(growth.high)) / 2 - height / 2;
  const x = frame.x((growth.from + growth.to) / 2);
  const found = placement.find<Candidate>(
    [-6, 4, -16, 16].map((dy) => ({ x: x - 8 - width, y: y + dy, width, height, anchor: "end" })),
    true,
  );
  return found ? [{ key: "growth", x: found.x + width, y: found.y + 12, anchor: "end", size: 12, rows }] : [];
}

function fieldLabel(field: Field, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const [left, right] = [frame.x(field.from), frame.x(field.to)];
  const rows = right - left < textWidth(field.text, 13, 500) + 28 ? field.brief : [field.text];
  const size = rows.length === 1 ? 13 : 12;
  const width = Math.max(...rows.map((row) => textWidth(row, size, 500))) + 12;
  if (width > right - left) return [];
  const height = rows.length * 17;
  const middle = (left + right) / 2;
  const centres = [0, 30, -30, 60, (right - left - width) / 2]
    .map((dx) => middle + dx)
    .filter((x) => x - width / 2 >= left && x + width / 2 <= right);
  const tops = Array.from({ length: 17 }, (_, index) => at.top + 6 + ((at.bottom - at.top - height - 12) * index) / 16).sort(
    (a, b) => Math.abs(a - at.top - (at.bottom - at.top) * 0.4) - Math.abs(b - at.top - (at.bottom - at.top) * 0.4),
  );
  const candidates = tops.flatMap((y) => centres.map((x) => ({ x: x - width / 2, y, width, height, anchor: "middle" as const })));
  const found = at.bottom - at.top > height + 12 ? placement.find(candidates, true) : undefined;
  if (!found) return [];
  return [
    {
      key: `field ${field.from}`,
      x: found.x + width / 2,
      y: found.y + 13,
      anchor: "middle",
      size,
      rows: rows.map((text) => [{ text, bold: true, color: "text-1" as const }]),
      onField: true,
    },
  ];
}
