import type { ReactElement } from "react";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { DayNumber } from "../../data/model/day.ts";
import { BaseHandle } from "./BaseHandle.tsx";
import { besideLines, boxesOf } from "./beside.ts";
import type { Extra } from "./ChartDrawing.tsx";
import { DrawnSecond, SecondNames } from "./DrawnSecond.tsx";
import type { Frame, PanelFrame } from "./frame.ts";
import type { Label } from "./label.ts";
import type { Candidate } from "./place.ts";
import { textWidth } from "./text.ts";

/** Pixels from row to row. */
const ROW = 15;

/** What a measure, day 0 and a second period add to a picture: under the lines, and over them. */
export function measuredExtra(onBase?: (day: DayNumber) => void): Extra {
  return ({ model, frame, labels }) => ({
    under: (
      <>
        <Levels model={model} frame={frame} />
        <DrawnSecond frame={frame} />
      </>
    ),
    over: (
      <>
        <SecondNames frame={frame} labels={labels} />
        <Notice model={model} frame={frame} labels={labels} />
        {onBase && <BaseHandle model={model} frame={frame} onBase={onBase} />}
      </>
    ),
  });
}

/** The value by which a reader measures (100 of an index, 0 of a change), and day 0. */
function Levels({ model, frame }: { model: ChartModel; frame: Frame }): ReactElement {
  const level = model.reshaped?.level ?? null;
  const isAligned = Boolean(model.speech.wording?.days) && model.range.from <= 0 && model.range.to >= 0;
  return (
    <g>
      {level !== null &&
        frame.panels
          .filter((at) => at.y(level) >= at.top && at.y(level) <= at.bottom)
          .map((at) => <path key={at.panel.id} d={`M${frame.left} ${at.y(level)}H${frame.right}`} stroke="var(--line-3)" />)}
      {isAligned && frame.panels.length > 0 && (
        <>
          <path d={`M${frame.x(0)} ${frame.lane - 14}V${frame.bottom}`} stroke="var(--line-3)" />
          {model.events.length === 0 && (
            <text x={frame.x(0) + 6} y={frame.lane - 5} fontSize={12} fontWeight={600} fill="var(--text-1)">
              {model.speech.wording?.days?.zero}
            </text>
          )}
        </>
      )}
    </g>
  );
}

/** That the picture is not as the address asks, in the field itself: an image has no line above it. */
function Notice({ model, frame, labels }: { model: ChartModel; frame: Frame; labels: readonly Label[] }): ReactElement | null {
  const text = model.reshaped?.notice;
  const [first] = frame.panels;
  if (!text || !first) return null;
  for (const most of [460, 300, 190]) {
    const rows = wrapped(text, Math.min(frame.right - frame.left - 16, most));
    const width = Math.max(...rows.map((row) => textWidth(row, 12))) + 8;
    const found = placed(width, rows.length * ROW + 2, first, frame, labels);
    if (!found) continue;
    return (
      <g fontSize={12} fill="var(--text-2)" stroke="var(--surface-page)" strokeWidth={4} strokeLinejoin="round" paintOrder="stroke">
        {rows.map((row, index) => (
          <text key={row} x={found.x + 4} y={found.y + 12 + index * ROW} paintOrder="stroke">
            {row}
          </text>
        ))}
      </g>
    );
  }
  return null;
}

/** Where so much text covers no line and no label of a panel, the higher the better. */
function placed(width: number, height: number, at: PanelFrame, frame: Frame, labels: readonly Label[]): Candidate | undefined {
  const { lines, compared } = at.panel;
  const placement = besideLines([...lines, ...compared], labels.flatMap(boxesOf), at, frame);
  const candidates: Candidate[] = [];
  for (let y = at.top + 2; y + height <= at.bottom; y += 10)
    for (let x = frame.left + 4; x + width <= frame.right; x += 24) candidates.push({ x, y, width, height, anchor: "start" });
  return placement.find(candidates, true);
}

/** A sentence in rows of at most so many pixels; one without spaces is cut between its characters. */
function wrapped(text: string, width: number): string[] {
  const parts = text.includes(" ") ? text.split(/(?<= )/) : [...text];
  const rows: string[] = [];
  for (const part of parts) {
    const longer = (rows.at(-1) ?? "") + part;
    if (rows.length > 0 && textWidth(longer.trimEnd(), 12) <= width) rows[rows.length - 1] = longer;
    else rows.push(part);
  }
  return rows.map((row) => row.trimEnd());
}
