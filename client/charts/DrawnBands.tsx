import type { ReactElement } from "react";
import type { BandDay, SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import type { Frame, PanelFrame } from "./frame.ts";
import { shownSurges } from "./surge-place.ts";

/** What the days would probably have been without the surge: fields without an edge, so that nobody takes them for lines. */
export function DrawnBands({ layer, frame }: { layer: readonly SurgeOfSeries[]; frame: Frame }): ReactElement {
  return (
    <g data-bands="">
      {frame.panels.flatMap((at) =>
        shownSurges(layer, at)
          .filter(({ band }) => band.length > 1)
          .map(({ id, band, color }) => (
            <path key={`${at.panel.id} ${id}`} data-band={id} d={bandPath(band, at, frame.x)} fill={`var(--${color})`} opacity={0.2} />
          )),
      )}
    </g>
  );
}

/** The upper edge forwards and the lower one back. */
export function bandPath(band: readonly BandDay[], { y }: Pick<PanelFrame, "y">, x: (day: number) => number): string {
  const point = (day: number, value: number) => `${x(day).toFixed(1)} ${y(value).toFixed(1)}`;
  const upper = band.map(({ day, high }) => point(day, high));
  const lower = band.toReversed().map(({ day, low }) => point(day, low));
  return `M${[...upper, ...lower].join("L")}Z`;
}
