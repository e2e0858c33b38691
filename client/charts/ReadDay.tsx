import type { ReactElement } from "react";
import { textWidth } from "./text.ts";

interface Props {
  /** Where the day stands. */
  x: number;
  text: string;
  frame: { width: number; bottom: number };
}

/** The day that is read, under its place on the time axis. */
export function ReadDay({ x, text, frame }: Props): ReactElement {
  const width = textWidth(text, 12, 600) + 16;
  const left = Math.min(frame.width - width, Math.max(0, x - width / 2));
  return (
    <>
      {/* Hides the labels of the axis beside it, so that two never run into each other. */}
      <rect x={left - 26} y={frame.bottom + 6} width={width + 52} height={20} fill="var(--surface-page)" />
      <rect x={left} y={frame.bottom + 6} width={width} height={19} rx={3} fill="var(--ink)" />
      <text x={left + width / 2} y={frame.bottom + 19.5} fontSize={12} fontWeight={600} textAnchor="middle" fill="var(--text-on-ink)">
        {text}
      </text>
    </>
  );
}
