import type { ColorName } from "../../data/chart/palette.ts";
import type { Panel } from "../../data/chart/picture.ts";
import type { SurgeMark, SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import type { SourceKind } from "../../data/model/source.ts";
import { besideLines, boxesOf } from "./beside.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { BADGE, badgeWidth, type Label, titleLine } from "./label.ts";
import { type Box, type Candidate, overlap, type Placement } from "./place.ts";
import { textWidth } from "./text.ts";

/** More surges than these in one field tell nothing apart. */
export const MOST_MARKED = 6;
/** With more lines than these marks have no words beside them. */
const MOST_WORDED = 3;

/** A mark in pixels. */
export interface PlacedMark {
  key: string;
  mark: SurgeMark;
  kind: SourceKind;
  color: ColorName;
  x: number;
  y: number;
  /** Half-life: the other end of the bracket; where a bracket finds no room, an upright stands there alone. */
  end?: number;
  form: "sign" | "bracket";
  label?: Label;
}

/** The surges that a field shows, each with the hue of its line. */
export function shownSurges(
  layer: readonly SurgeOfSeries[],
  { panel }: { panel: Pick<Panel, "lines"> },
): (SurgeOfSeries & { color: ColorName })[] {
  const colors = new Map(panel.lines.map((line) => [line.id, line.stroke.color]));
  return layer
    .flatMap((one) => {
      const color = colors.get(one.id);
      return color !== undefined && one.answer.found ? [{ ...one, color }] : [];
    })
    .slice(0, MOST_MARKED);
}

/**
 * Where the marks of a panel stand: on their lines, with words where these cover nothing that is there already. A
 * bracket that would cross a word becomes an upright at its end.
 *
 * @param labels those of the whole picture
 */
export function placeMarks(layer: readonly SurgeOfSeries[], at: PanelFrame, frame: Frame, labels: readonly Label[]): PlacedMark[] {
  const shown = shownSurges(layer, at);
  if (shown.length === 0) return [];
  const taken = labels.flatMap(boxesOf);
  const marks = shown.flatMap(({ id, kind, color, marks: own }) =>
    own.map((mark): PlacedMark => {
      const [x, y] = [frame.x(mark.day), at.y(mark.value)];
      const placed = { key: `${id} ${mark.figure}`, mark, kind, color, x, y };
      if (mark.until === undefined) return { ...placed, form: "sign" };
      const end = frame.x(mark.until);
      const bracket = { x, y: y - 5, width: end - x, height: 10 };
      return { ...placed, end, form: end - x < 10 || taken.some((box) => overlap(box, bracket)) ? "sign" : "bracket" };
    }),
  );
  if (at.panel.lines.length > MOST_WORDED) return marks;
  const placement = placementOf(at, frame, taken, marks);
  // The peak first: it says most.
  const order = (figure: SurgeMark["figure"]) => ["peak", "half_life", "onset"].indexOf(figure);
  const worded = new Map(
    marks.toSorted((a, b) => order(a.mark.figure) - order(b.mark.figure)).map((mark) => [mark, wordsOf(mark, frame, placement)]),
  );
  return marks.map((mark) => ({ ...mark, label: worded.get(mark) }));
}

function placementOf(at: PanelFrame, frame: Frame, taken: readonly Box[], marks: readonly PlacedMark[]): Placement {
  const placement = besideLines(at.panel.lines, taken, at, frame);
  for (const { x, y, end, form } of marks)
    placement.block(
      form === "bracket" ? { x, y: y - 5, width: (end as number) - x, height: 10 } : { x: (end ?? x) - 9, y: y - 9, width: 18, height: 18 },
    );
  for (const mark of at.panel.figures)
    placement.block({ x: frame.x((mark.from + mark.to) / 2) - 6, y: at.y(mark.value) - 6, width: 12, height: 12 });
  const title = textWidth(at.panel.title, 14, 600) + textWidth(frame.narrow ? at.panel.brief : at.panel.subtitle, 12) + 12;
  placement.block({ x: 0, y: titleLine(at) - 15, width: title, height: 20 });
  return placement;
}

function wordsOf({ key, mark, kind, x, y, end, form }: PlacedMark, frame: Frame, placement: Placement): Label | undefined {
  const badge = kind === "observed" || mark.figure !== "peak" ? 0 : badgeWidth(kind) + 12;
  const text = textWidth(mark.text, 12) + 2;
  const size = { width: text + badge, height: badge > 0 ? BADGE.height : 15 };
  const middle = form === "bracket" ? (x + (end as number)) / 2 : (end ?? x);
  const right = (end ?? x) + 12;
  const near: Candidate[] = [
    ...(form === "bracket" ? [{ ...size, x: middle - size.width / 2, y: y - 8 - size.height, anchor: "middle" as const }] : []),
    { ...size, x: right, y: y - size.height / 2, anchor: "start" },
    { ...size, x: x - 12 - size.width, y: y - size.height / 2, anchor: "end" },
    { ...size, x: right, y: y - 12 - size.height, anchor: "start" },
    { ...size, x: right, y: y + 10, anchor: "start" },
    { ...size, x: x - 12 - size.width, y: y + 10, anchor: "end" },
    { ...size, x: middle - size.width / 2, y: y - 14 - size.height, anchor: "middle" },
    { ...size, x: middle - size.width / 2, y: y + 14, anchor: "middle" },
  ];
  const found = placement.find(
    near.filter((one) => one.x >= frame.left + 2),
    true,
  );
  if (!found) return undefined;
  const [left, baseline] = [found.x, found.y + size.height / 2 + 4.5];
  return {
    key,
    x: left,
    y: baseline,
    anchor: "start",
    size: 12,
    rows: [[{ text: mark.text, color: "text-2" }]],
    badge: badge > 0 ? { kind, x: left + text + 8, y: found.y } : undefined,
  };
}
