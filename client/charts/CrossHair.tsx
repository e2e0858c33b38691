import type { ReactElement } from "react";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { Reading } from "../../data/chart/reading.ts";
import styles from "./Chart.module.css";
import type { Frame } from "./frame.ts";
import { ReadDay } from "./ReadDay.tsx";

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
      <ReadDay x={x} text={text} frame={frame} />
    </svg>
  );
}
