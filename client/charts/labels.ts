import { times } from "../../data/chart/format.ts";
import type { Speech } from "../../data/chart/lines.ts";
import type { Bracket, Field, FigureMark, Growth } from "../../data/chart/marks.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { lineEnds } from "./ends.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import type { Label, Run } from "./label.ts";
import { type Candidate, obstaclesOf, Placement } from "./place.ts";
import { textWidth } from "./text.ts";

const MOST_FIGURES = 16;

/** The labels of one panel: line ends, figures, the bracket, the rise, and the fields that nobody knows. */
export function panelLabels(model: ChartModel, at: PanelFrame, frame: Frame): Label[] {
  const { panel } = at;
  const points = obstaclesOf(panel.lines, at, frame);
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
    ...pointedLabel(model, at, frame, placement),
    ...lineEnds(model, at, frame, placement),
    ...figureLabels(model, at, frame, placement),
    ...bracketLabel(panel.bracket, at, frame, placement, model.speech),
    ...growthLabel(panel.growth, at, frame, placement, model.speech),
    ...panel.fields.flatMap((field) => fieldLabel(field, at, frame, placement)),
  ];
  return labels.map((label) => ({ ...label, key: `${panel.id} ${label.key}` }));
}

/** The figure that the address points out finds its place before all others, with who said it. */
function pointedLabel({ view, speech: { words, format } }: ChartModel, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const mark = at.panel.figures.find(({ figure }) => figure.id === view.figure);
  if (!mark) return [];
  const [x, y] = [frame.x((mark.from + mark.to) / 2), at.y(mark.value)];
  const said = words.said(mark.figure);
  const value = [mark.text, format.shortRange(mark.from, mark.to)].join(words.comma);
  const size = { width: Math.max(textWidth(value, 12, 600), textWidth(said, 12)) + 6, height: 32 };
  const sides = [-16, 8, -40, 24, -64, 48, -96, 80].flatMap((dy): Candidate[] => [
    { ...size, x: x + 15, y: y + dy, anchor: "start" },
    { ...size, x: x - 15 - size.width, y: y + dy, anchor: "end" },
  ]);
  const found = placement.find(sides.filter((one) => one.x >= frame.left - 2 && one.y + one.height <= at.bottom + 3));
  if (!found) return [];
  const edge = found.anchor === "start" ? found.x : found.x + found.width;
  const rows: Run[][] = [[{ text: value, bold: true, color: mark.color }], [{ text: said, color: "text-2" }]];
  return [{ key: mark.figure.id, x: edge, y: found.y + 11.5, anchor: found.anchor, size: 12, rows }];
}

function figureLabels({ view, speech: { words } }: ChartModel, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const { panel } = at;
  const ends = panel.lines.map((line) => line.points.at(-1));
  // What stands at the end of a line is said there.
  const atEnd = (mark: FigureMark) => ends.some((end) => end?.published && end.value === mark.value && end.day === mark.to);
  const named = panel.figures.filter(
    (mark) => (mark.state === "fixes" || mark.state === "alone") && mark.figure.id !== view.figure && !atEnd(mark),
  );
  const highest = Math.max(...panel.figures.map((mark) => mark.value));
  if (named.length > MOST_FIGURES) return [];
  return named.flatMap((mark) => {
    const [x, y] = [frame.x((mark.from + mark.to) / 2), at.y(mark.value)];
    const text = frame.narrow ? mark.text.replace(...words.under).replace(...words.over) : mark.text;
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

function bracketLabel(bracket: Bracket | null, at: PanelFrame, frame: Frame, placement: Placement, { words }: Speech): Label[] {
  if (!bracket) return [];
  const middle = (at.y(bracket.low) + at.y(bracket.high)) / 2;
  if (Math.abs(at.y(bracket.low) - at.y(bracket.high)) < 44) return [];
  const rows: Run[][] = frame.narrow
    ? [[{ text: bracket.text, bold: true, color: "text-1" }], [{ text: words.apartAfter(true), color: "text-2" }]]
    : [
        [{ text: words.twoReadings, color: "text-2" }],
        [
          { text: bracket.text, bold: true, color: "text-1" },
          { text: words.apartAfter(false), color: "text-2" },
        ],
      ];
  const width = frame.narrow ? 34 : textWidth(words.twoReadings, 12) + 4;
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

function growthLabel(growth: Growth | null, at: PanelFrame, frame: Frame, placement: Placement, speech: Speech): Label[] {
  if (!growth) return [];
  const words = speech.words.inDays(growth.days, frame.narrow);
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
    [-6, 4, -16, 16]
      .map((dy): Candidate => ({ x: x - 8 - width, y: y + dy, width, height, anchor: "end" }))
      .filter((one) => one.x >= frame.left + 2),
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
