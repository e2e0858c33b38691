import type { Line } from "../../data/chart/lines.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { BADGE, badgeWidth, type Label, LINE } from "./label.ts";
import { type Box, obstaclesOf, Placement } from "./place.ts";
import { textWidth } from "./text.ts";

/** Places for words in the field of a panel, beside its lines and what stands there already. */
export function besideLines(lines: readonly Pick<Line, "points">[], taken: readonly Box[], at: PanelFrame, frame: Frame): Placement {
  const field = { x: frame.left, y: at.top - 4, width: frame.right - frame.left, height: at.bottom - at.top + 8 };
  const placement = new Placement(field, obstaclesOf(lines, at, frame));
  for (const box of taken) placement.block(box);
  return placement;
}

/** What a label covers: its rows, and its badge. */
export function boxesOf({ x, y, anchor, size, rows, badge, sample }: Label): Box[] {
  const boxes = rows.map((runs, index): Box => {
    const width = runs.reduce((sum, run) => sum + textWidth(run.text, size, run.bold ? 600 : 400), 0);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    const before = sample ? Math.max(0, left - sample.x) : 0;
    return { x: left - before - 2, y: y + index * LINE - size, width: width + before + 4, height: size + 4 };
  });
  return badge ? [...boxes, { x: badge.x - 2, y: badge.y - 1, width: badgeWidth(badge.kind) + 4, height: BADGE.height + 2 }] : boxes;
}
