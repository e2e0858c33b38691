import type { ReactElement } from "react";
import type { ComparedLine } from "../../data/chart/reshaped.ts";
import { besideLines, boxesOf } from "./beside.ts";
import { DrawnLine } from "./DrawnLine.tsx";
import type { Frame, PanelFrame } from "./frame.ts";
import type { Label } from "./label.ts";
import type { Candidate } from "./place.ts";
import { textWidth } from "./text.ts";

/** With more points than these only every seventh has a diamond: the same weekday. */
const MOST_DIAMONDS = 16;
/** With more lines than these the days of the second period are said once, in words under the headline. */
const MOST_NAMED = 4;

/** The second period behind the first: the same hue, thinner and fainter, with diamonds. */
export function DrawnSecond({ frame }: { frame: Frame }): ReactElement {
  return (
    <g data-second="">
      {frame.panels.flatMap((at) =>
        at.panel.compared.map((line) => {
          const ink = `var(--${line.stroke.color})`;
          return (
            <g key={line.id} opacity={0.75}>
              <DrawnLine line={line} at={at} frame={frame} />
              {diamonds(line).map((point) => (
                <path
                  key={point.day}
                  d={`M${frame.x(point.day).toFixed(1)} ${(at.y(point.value) - 4).toFixed(1)}l4 4l-4 4l-4 -4z`}
                  fill="var(--surface-page)"
                  stroke={ink}
                  strokeWidth={1.25}
                />
              ))}
            </g>
          );
        }),
      )}
    </g>
  );
}

/** The days of the second period, beside its line where that leaves room. */
export function SecondNames({ frame, labels }: { frame: Frame; labels: readonly Label[] }): ReactElement {
  return (
    <g>
      {frame.panels.flatMap((at) => {
        const { compared, lines } = at.panel;
        if (compared.length > MOST_NAMED) return [];
        const placement = besideLines([...lines, ...compared], labels.flatMap(boxesOf), at, frame);
        return compared.flatMap((line) => {
          const found = placement.find(candidates(line, at, frame), true) ?? placement.find(candidates(line, at, frame));
          return found
            ? [
                <text
                  key={line.id}
                  x={found.x + found.width / 2}
                  y={found.y + 11.5}
                  fontSize={12}
                  textAnchor="middle"
                  fill="var(--text-2)"
                  stroke="var(--surface-page)"
                  strokeWidth={4}
                  strokeLinejoin="round"
                  paintOrder="stroke"
                >
                  {line.label}
                </text>,
              ]
            : [];
        });
      })}
    </g>
  );
}

function candidates(line: ComparedLine, at: PanelFrame, frame: Frame): Candidate[] {
  const width = textWidth(line.label, 12) + 6;
  const { length } = line.points;
  return [0.5, 0.7, 0.3, 0.85, 0.15, 0.6, 0.4].flatMap((share) => {
    const point = line.points[Math.min(length - 1, Math.floor(length * share))];
    if (!point) return [];
    const [x, y] = [frame.x(point.day) - width / 2, at.y(point.value)];
    return [8, -22, 20, -34].map((dy): Candidate => ({ x, y: y + dy, width, height: 15, anchor: "middle" }));
  });
}

function diamonds(line: ComparedLine): ComparedLine["points"] {
  const { points } = line;
  const [first] = points;
  return points.length <= MOST_DIAMONDS || !first ? points : points.filter((point) => (point.day - first.day) % 7 === 0);
}
