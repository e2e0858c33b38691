import type { ReactElement } from "react";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { DayNumber } from "../../data/model/day.ts";
import { BaseHandle } from "./BaseHandle.tsx";
import type { Extra } from "./ChartDrawing.tsx";
import { DrawnSecond, SecondNames } from "./DrawnSecond.tsx";
import type { Frame } from "./frame.ts";
import { textWidth } from "./text.ts";

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
        <Notice model={model} frame={frame} />
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
function Notice({ model, frame }: { model: ChartModel; frame: Frame }): ReactElement | null {
  const text = model.reshaped?.notice;
  const [first] = frame.panels;
  if (!text || !first) return null;
  const rows = wrapped(text, Math.min(frame.right - frame.left - 16, 460));
  return (
    <g fontSize={12} fill="var(--text-2)" stroke="var(--surface-page)" strokeWidth={4} strokeLinejoin="round" paintOrder="stroke">
      {rows.map((row, index) => (
        <text key={row} x={frame.left + 8} y={first.top + 14 + index * 15} paintOrder="stroke">
          {row}
        </text>
      ))}
    </g>
  );
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
