import type { ReactElement } from "react";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { Reading } from "../../data/chart/reading.ts";
import styles from "./Chart.module.css";
import type { Frame } from "./frame.ts";
import { textWidth } from "./text.ts";

/** Over the drawing, so that moving it never draws the chart again: the day that is read, and its values. */
export function CrossHair({ reading, model, frame }: { reading: Reading; model: ChartModel; frame: Frame }): ReactElement {
  const x = frame.x(reading.day);
  const { format, wording } = model.speech;
  const { monthName, shortDay } = format;
  const text = wording?.days
    ? wording.days.short(reading.day)
    : model.view.interval === "month"
      ? monthName(reading.day)
      : shortDay(reading.day);
  const width = textWidth(text, 12, 600) + 16;
  const left = Math.min(frame.width - width, Math.max(0, x - width / 2));
  const top = frame.panels[0]?.top ?? frame.top;
  return (
    <svg className={styles.over} width={frame.width} height={frame.height} aria-hidden="true">
      <path d={`M${x} ${top - 2}V${frame.bottom}`} stroke="var(--text-1)" />
      {frame.panels.flatMap((at) =>
        [...at.panel.compared, ...at.panel.lines].flatMap((line) => {
          const point = line.points.find((one) => one.day === reading.day);
          return point
            ? [
                <circle
                  key={line.id}
                  cx={x}
                  cy={at.y(point.value)}
                  r={line.stroke.second ? 4 : 6}
                  fill={`var(--${line.stroke.color})`}
                  stroke="var(--surface-page)"
                  strokeWidth={2}
                />,
              ]
            : [];
        }),
      )}
      {/* Hides the labels of the axis beside it, so that two never run into each other. */}
      <rect x={left - 26} y={frame.bottom + 6} width={width + 52} height={20} fill="var(--surface-page)" />
      <rect x={left} y={frame.bottom + 6} width={width} height={19} rx={3} fill="var(--ink)" />
      <text x={left + width / 2} y={frame.bottom + 19.5} fontSize={12} fontWeight={600} textAnchor="middle" fill="var(--text-on-ink)">
        {text}
      </text>
    </svg>
  );
}
