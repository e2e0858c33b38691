import type { ReactElement } from "react";
import type { Stroke } from "../../data/chart/palette.ts";

/** A piece of a band: full, hatched where it is made up, or an empty frame for what no topic has. */
export function ShareSample({ stroke }: { stroke: Stroke | null }): ReactElement {
  const color = stroke ? `var(--${stroke.color})` : "var(--line-3)";
  return (
    <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true" style={{ forcedColorAdjust: "none" }}>
      {stroke?.hatched ? (
        <path d="M2 11.5 8.5 1M7 11.5 13.5 1M12 11.5 17 3.5" stroke={color} strokeWidth="2.6" opacity=".7" />
      ) : (
        <rect x=".5" y="1" width="17" height="10" fill={stroke ? color : "none"} stroke={color} />
      )}
      {stroke && <path d="M0 1H18" stroke={color} strokeWidth="2" />}
    </svg>
  );
}
