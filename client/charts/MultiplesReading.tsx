import type { ReactElement } from "react";
import type { Speech } from "../../data/chart/lines.ts";
import { smallValues } from "../../data/chart/multiples-reading.ts";
import type { Interval } from "../../data/model/day.ts";
import styles from "./Chart.module.css";
import type { MultiplesFrame, SmallFrame } from "./multiples-frame.ts";
import { textWidth } from "./text.ts";

interface Props {
  frame: MultiplesFrame;
  /** The picture that is read; its day is marked in all. */
  panel: number;
  index: number;
  day: number;
  interval: Interval;
  speech: Speech;
}

/** Over the drawing, so that moving it never draws the pictures again: one day in all of them, with its values. */
export function MultiplesReading({ frame, panel, index, day, interval, speech }: Props): ReactElement {
  const active = frame.panels[panel] as SmallFrame;
  const { format, wording } = speech;
  const text = wording?.days?.short(day) ?? (interval === "month" ? format.monthName(day) : format.shortDay(day));
  const width = textWidth(text, 11, 600) + 12;
  const left = Math.min(active.end - width, Math.max(active.left - 20, active.x(day) - width / 2));
  return (
    <svg className={styles.over} width={frame.width} height={frame.height} aria-hidden="true">
      {frame.panels.map((at) => (
        <DayOf key={at.panel.country} at={at} index={index} day={day} speech={speech} />
      ))}
      <path d={`M${active.left} ${active.bottom}H${active.right}`} stroke="var(--text-1)" strokeWidth={2} />
      <rect x={left} y={active.bottom + 2} width={width} height={16} rx={3} fill="var(--ink)" />
      <text x={left + width / 2} y={active.bottom + 13.5} fontSize={11} fontWeight={600} textAnchor="middle" fill="var(--text-on-ink)">
        {text}
      </text>
    </svg>
  );
}

/** The values of one picture, in its head. */
function DayOf({ at, index, day, speech }: { at: SmallFrame; index: number; day: number; speech: Speech }): ReactElement {
  const values = smallValues(at.panel, index, day, speech);
  const room = at.end - at.left - textWidth(at.panel.title, 13, 600) - 14;
  const full = values.map(({ line, text }) => `${line.label} ${text}`);
  const short = values.map(({ text }) => text);
  const fits = (parts: readonly string[]) => parts.reduce((sum, part) => sum + textWidth(part, 11, 600) + 10, 0) <= room;
  const said = fits(full) && values.length > 1 ? full : fits(short) ? short : [];
  const width = said.reduce((sum, part) => sum + textWidth(part, 11, 600) + 10, 0);
  const x = at.x(day);
  return (
    <g>
      <path d={`M${x} ${at.top}V${at.bottom}`} stroke="var(--text-1)" strokeWidth={0.75} />
      {values.map(({ line, value }) => (
        <circle
          key={line.id}
          cx={x}
          cy={at.y(value)}
          r={3.5}
          fill={`var(--${line.stroke.color})`}
          stroke="var(--surface-page)"
          strokeWidth={1.5}
        />
      ))}
      {said.length > 0 && (
        <>
          <rect x={at.end - Math.max(width, 84)} y={at.top - 23} width={Math.max(width, 84)} height={21} fill="var(--surface-page)" />
          <text x={at.end} y={at.top - 9} fontSize={11} fontWeight={600} textAnchor="end">
            {values.map(({ line }, at) => (
              <tspan key={line.id} dx={at === 0 ? 0 : 10} fill={inkOf(line.stroke.color)}>
                {said[at]}
              </tspan>
            ))}
          </text>
        </>
      )}
    </g>
  );
}

/** Only the two accents may colour text. */
function inkOf(color: string): string {
  return color === "rednote" || color === "tiktok" ? `var(--${color}-ink)` : "var(--text-1)";
}
