import type { ReactElement } from "react";
import { isWhole } from "../../data/analysis/dated.ts";
import type { Line } from "../../data/chart/lines.ts";
import type { Frame, PanelFrame } from "./frame.ts";

/** A line that an extra draws beside those of Recharts, in paths of our own. */
export function DrawnLine({ line, at, frame }: { line: Line; at: PanelFrame; frame: Frame }): ReactElement {
  return (
    <>
      {pathsOf(line, at, frame).map(([d, whole]) => (
        <path
          key={d}
          d={d}
          fill="none"
          stroke={`var(--${line.stroke.color})`}
          strokeWidth={line.stroke.width}
          strokeDasharray={whole ? line.stroke.dash || undefined : "2 3"}
          strokeLinecap={line.stroke.cap}
          strokeLinejoin="round"
        />
      ))}
    </>
  );
}

/** Paths with a gap where the dates of the picture have no value; apart, those that touch a week or month without all its days. */
function pathsOf(line: Line, at: PanelFrame, frame: Frame): [d: string, isWhole: boolean][] {
  const paths: [string, boolean][] = [];
  let next = 0;
  let before: Line["points"][number] | undefined;
  for (const value of line.values) {
    const point = value === null ? undefined : line.points[next++];
    if (point && before) {
      const whole = isWhole(before) && isWhole(point);
      const last = paths.at(-1);
      const end = `L${pixel(point, at, frame)}`;
      if (last?.[1] === whole && last[0].endsWith(pixel(before, at, frame))) last[0] += end;
      else paths.push([`M${pixel(before, at, frame)}${end}`, whole]);
    }
    before = point;
  }
  return paths;
}

function pixel({ day, value }: { day: number; value: number }, at: PanelFrame, frame: Frame): string {
  return `${frame.x(day).toFixed(1)} ${at.y(value).toFixed(1)}`;
}
