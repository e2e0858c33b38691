import type { ReactElement } from "react";
import type { Panel } from "../../data/chart/picture.ts";

/** The patterns of a picture: what nobody knows, and what is made up, in the colour of each such line. */
export function Hatches({ panels, id }: { panels: readonly { panel: Pick<Panel, "lines"> }[]; id: string }): ReactElement {
  const inks = new Set(panels.flatMap(({ panel }) => panel.lines.filter((line) => line.stroke.hatched).map((line) => line.stroke.color)));
  return (
    <defs>
      <pattern id={`${id}-nodata`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--nodata-bg)" />
        <path d="M0 0V6" stroke="var(--nodata-line)" strokeWidth="1.5" />
      </pattern>
      {[...inks].map((ink) => (
        <pattern key={ink} id={`${id}-${ink}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" stroke={`var(--${ink})`} strokeWidth="1.25" opacity="0.35" />
        </pattern>
      ))}
    </defs>
  );
}
