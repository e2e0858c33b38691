import type { ColorName, Stroke } from "../../data/chart/palette.ts";

/** Steps of the hatch that made-up series carry under their line. */
const HATCH = [4, 9, 14, 19];

/** A piece of a line, as it is drawn in the chart. */
export function LineSample({ stroke }: { stroke: Stroke }) {
  const color = `var(--${stroke.color})`;
  return (
    <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
      {stroke.hatched && HATCH.map((x) => <path key={x} d={`M${x} 4l-4 6`} stroke={color} strokeWidth="1" opacity=".6" />)}
      <path
        d={stroke.hatched ? "M1.6 3.5H21" : "M1.6 5H21"}
        stroke={color}
        strokeWidth={stroke.width}
        strokeDasharray={stroke.dash || undefined}
        strokeLinecap={stroke.cap}
      />
      {stroke.second && <path d="M11 1.5L14.5 5L11 8.5L7.5 5Z" fill="var(--surface-page)" stroke={color} />}
    </svg>
  );
}

/** A published figure: filled where it fixes a line, a ring where it is in conflict with one. */
export function FigureDot({ color, ring = false }: { color: ColorName; ring?: boolean }) {
  return (
    <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
      <circle
        cx="11"
        cy="5"
        r={ring ? 3.6 : 4}
        fill={ring ? "none" : `var(--${color})`}
        stroke={`var(--${color})`}
        strokeWidth={ring ? 1.75 : 0}
      />
    </svg>
  );
}
