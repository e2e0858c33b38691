import type { ReactElement } from "react";
import type { Line } from "../../data/chart/lines.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { Hatches } from "./Hatches.tsx";

/** Under the lines: the grid, the fields that nobody knows, and the hatch under made-up lines. */
export function DrawnFields({ model, frame, id }: { model: ChartModel; frame: Frame; id: string }): ReactElement {
  return (
    <g>
      <Hatches panels={frame.panels} id={id} />
      {frame.panels.map((at) => (
        <g key={at.panel.id}>
          {at.panel.fields.map((field) => {
            const [left, right] = [frame.x(field.from), frame.x(field.to)];
            return (
              <rect
                key={field.from}
                x={left}
                y={at.top}
                width={Math.max(0, right - left)}
                height={at.bottom - at.top}
                fill={`url(#${id}-nodata)`}
              />
            );
          })}
          {at.panel.axis.ticks.map(({ value }) => (
            <path key={value} d={`M${frame.left} ${at.y(value)}H${frame.right}`} stroke="var(--line-1)" />
          ))}
          {at.bottom < frame.bottom && <path d={`M${frame.left} ${at.bottom}H${frame.right}`} stroke="var(--line-2)" />}
          {hatched(at).map((line) => (
            <path
              key={line.id}
              d={under(line.points, at, frame, model.reshaped?.level === 0 ? at.y(0) : at.bottom)}
              fill={`url(#${id}-${line.stroke.color})`}
            />
          ))}
        </g>
      ))}
      {model.empty !== null && <path d={`M${frame.left} ${frame.top}V${frame.bottom}`} stroke="var(--line-1)" />}
    </g>
  );
}

/** Lines with a hatch under them: of more than two the first alone, or the hatches would cover each other. */
function hatched(at: PanelFrame): Line[] {
  const lines = at.panel.lines.filter((line) => line.stroke.hatched && line.points.length > 1);
  return lines.length > 2 ? lines.slice(0, 1) : lines;
}

function under(points: readonly { day: number; value: number }[], at: PanelFrame, frame: Frame, floor: number): string {
  const top = points
    .map(({ day, value }, index) => `${index === 0 ? "M" : "L"}${frame.x(day).toFixed(1)} ${at.y(value).toFixed(1)}`)
    .join("");
  return `${top}V${floor}H${frame.x(points[0]?.day ?? 0).toFixed(1)}Z`;
}
