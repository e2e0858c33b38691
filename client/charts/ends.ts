import { isWhole } from "../../data/analysis/dated.ts";
import { CHART } from "../../data/chart/chart-words.ts";
import { type Line, type Point, pointText, type Speech } from "../../data/chart/lines.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { wordsOf } from "../app/language.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { BADGE, badgeWidth, indentOf, type Label, LINE, MOST_BLOCKS, type Run, titleLine } from "./label.ts";
import type { Candidate, Placement } from "./place.ts";
import { textWidth } from "./text.ts";

/** A line, its last value, and where on the picture that stands. */
interface End {
  line: Line;
  point: Point;
  x: number;
  y: number;
}

/** Names the lines of a panel where they end: a block each, or a row each where there are many. */
export function lineEnds(model: ChartModel, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const ends = at.panel.lines.flatMap((line): End[] => {
    const point = line.points.at(-1);
    return point ? [{ line, point, x: frame.x(point.day), y: at.y(point.value) }] : [];
  });
  if (ends.length <= MOST_BLOCKS) {
    const before = placement.taken();
    const blocks = ends.toSorted((a, b) => a.x - b.x).map((end) => block(end, model, at, frame, placement));
    if (blocks.every((labels) => labels.length > 0)) return blocks.flat();
    // One would stay without a name: then all have less room.
    placement.release(before);
  }
  const rows = ends.toSorted((a, b) => a.y - b.y);
  return [
    ...kinds(rows, at, frame),
    ...(frame.narrow ? rows.flatMap((end) => inside(end, frame, placement)) : margin(rows, at, frame, placement, model.speech)),
  ];
}

/** Name, value and badge, one under the other. */
function block(end: End, model: ChartModel, at: PanelFrame, frame: Frame, placement: Placement): Label[] {
  const { line, x, y } = end;
  const value = endText(end, model, frame.narrow && x > frame.right - 150);
  const name = nameOf(line);
  const wide = badgeWidth(line.kind);
  const indent = indentOf(line);
  const size = {
    width: indent + Math.max(textWidth(line.label, 12, 600), textWidth(value, 12), wide) + 4,
    height: 2 * LINE + BADGE.height + 8,
  };
  const fits = frame.right + 12 + size.width <= frame.width;
  const beyond = !frame.narrow && (x > frame.right - 40 || (fits && x + 12 + size.width > frame.right));
  const left = beyond ? frame.right + 12 : x + 12;
  const candidates: (Candidate & { header?: boolean })[] = [-14, -26, 6, -40, 20, -54, 34, -68].map((dy) => ({
    ...size,
    x: left,
    y: y + dy,
    anchor: "start",
  }));
  if (frame.narrow) {
    const head = Math.max(textWidth(line.label, 12, 600) + 7 + wide + indent, size.width);
    candidates.push({ x: frame.right - head, y: at.top - 24, width: head, height: 38, anchor: "end", header: true });
    for (const dy of [-70, -100, -130, 18]) candidates.push({ ...size, x: x - size.width, y: y + dy, anchor: "end" });
  }
  // Inside the plot a label keeps clear of the axis below, where it can.
  const clear = candidates.filter((one) => beyond || one.y + one.height <= at.bottom + 2);
  const found = placement.find(clear) ?? (frame.narrow ? placement.find(candidates) : undefined);
  if (!found) return row(end, endText(end, model, true), left, beyond ? at.bottom + 40 : at.bottom, placement);
  const edge = found.anchor === "end" ? found.x + found.width : found.x;
  const label = { key: line.id, size: 12, anchor: found.anchor };
  if (found.header) {
    const text: Label = {
      ...label,
      x: edge - wide - 7,
      y: found.y + 15,
      rows: [[name]],
      badge: { kind: line.kind, x: edge - wide, y: found.y + 2 },
    };
    return [
      sampled(text, line),
      { ...label, key: `${line.id} value`, x: edge, y: found.y + 36, rows: [[{ text: value, color: "text-2" }]] },
    ];
  }
  const badge = { kind: line.kind, x: found.anchor === "end" ? edge - wide : edge + indent, y: found.y + 2 * LINE + 3 };
  return [sampled({ ...label, x: edge, y: found.y + 11, rows: [[name], [{ text: value, color: "text-2" }]], badge }, line)];
}

/** Where there is no more room than a row: the badge becomes a word. */
function row({ line, y }: End, value: string, x: number, bottom: number, placement: Placement): Label[] {
  const { comma, kind } = wordsOf(CHART);
  const runs: Run[] = [nameOf(line), { text: ` ${[value, kind[line.kind]].join(comma)}`, color: "text-2" }];
  const width = indentOf(line) + textWidth(line.label, 12, 600) + textWidth(runs[1]?.text ?? "", 12) + 2;
  const found = placement.find(
    [0, -16, 16, -32, 32, -48, 48]
      .map((dy) => ({ x, y: y - 8 + dy, width, height: 15, anchor: "start" as const }))
      .filter((one) => one.y + one.height <= bottom + 2),
  );
  return found ? [sampled({ key: line.id, x, y: found.y + 11, anchor: "start", size: 12, rows: [runs] }, line)] : [];
}

/** Many lines beside the plot: pushed apart, in the order in which they end. */
function margin(rows: readonly End[], at: PanelFrame, frame: Frame, placement: Placement, speech: Speech): Label[] {
  const room = at.bottom - at.top + 16;
  const step = Math.min(15, Math.max(11, room / rows.length));
  let next = at.top - 4;
  const ys = rows.map(({ y }) => {
    const here = Math.max(y, next);
    next = here + step;
    return here;
  });
  const over = Math.max(0, (ys.at(-1) ?? 0) - at.bottom - 6);
  const size = step < 13 ? 11 : 12;
  return rows.slice(0, Math.ceil(room / step) + 1).map(({ line, point }, index) => {
    const y = Math.max(at.top - 4 + index * step, (ys[index] as number) - over);
    placement.block({ x: frame.right + 10, y: y - 6, width: 130, height: step });
    const value = ` ${pointText(point, line.kind, speech)}`;
    const width = indentOf(line) + textWidth(line.label, size, 600) + textWidth(value, size);
    const runs: Run[] = [nameOf(line), { text: frame.right + 10 + width > frame.width ? "" : value, color: "text-2" }];
    return sampled({ key: line.id, x: frame.right + 10, y: y + 4, anchor: "start", size, rows: [runs] }, line);
  });
}

/** Many lines on a phone: their names inside the plot, where they find room. */
function inside({ line, x, y }: End, frame: Frame, placement: Placement): Label[] {
  const width = indentOf(line) + textWidth(line.label, 12, 600) + 2;
  const right = Math.min(x, frame.right);
  const found = placement.find([-16, 4, -28, 16].map((dy) => ({ x: right - width, y: y + dy, width, height: 14, anchor: "end" as const })));
  return found ? [sampled({ key: line.id, x: right, y: found.y + 11, anchor: "end", size: 12, rows: [[nameOf(line)]] }, line)] : [];
}

/** The badges of many lines, once, behind the title of their panel. */
function kinds(rows: readonly End[], at: PanelFrame, frame: Frame): Label[] {
  const { title, subtitle, brief } = at.panel;
  let x = textWidth(title, 14, 600) + textWidth(frame.narrow ? brief : subtitle, 12) + 18;
  return [...new Set(rows.map(({ line }) => line.kind))].map((kind) => {
    const badge = { kind, x, y: titleLine(at) - 13 };
    x += badgeWidth(kind) + 6;
    return { key: kind, x, y: at.top, anchor: "start", size: 12, rows: [], badge };
  });
}

/** The last value, and on which day it stands unless there is no room to say so. */
function endText({ line, point }: End, model: ChartModel, brief: boolean): string {
  const { words, format, wording } = model.speech;
  const text = pointText(point, line.kind, model.speech);
  if (brief) return text;
  if (model.view.interval === "day") return words.onDay(text, (wording?.days?.on ?? format.shortDay)(point.day));
  return isWhole(point) ? text : [text, words.daysOf(point.reported, point.of)].join(words.comma);
}

function nameOf(line: Line): Run {
  return { text: line.label, bold: true, color: line.stroke.color };
}

function sampled(label: Label, line: Line): Label {
  const indent = indentOf(line);
  if (indent === 0) return label;
  const y = label.y - 4;
  if (label.anchor === "end")
    return { ...label, sample: { stroke: line.stroke, x: label.x - textWidth(line.label, label.size, 600) - indent, y } };
  return { ...label, x: label.x + indent, sample: { stroke: line.stroke, x: label.x, y } };
}
