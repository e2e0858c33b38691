import type { ReactElement } from "react";
import type { SurgeMark, SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import { bandPath } from "./DrawnBands.tsx";
import type { SmallFrame } from "./multiples-frame.ts";
import { shownSurges } from "./surge-place.ts";

/** The bands of a small picture, or its marks: signs alone, whose words are in the card and in what is read aloud. */
export function SmallSurges({
  layer,
  at,
  part,
}: {
  layer: readonly SurgeOfSeries[];
  at: SmallFrame;
  part: "bands" | "marks";
}): ReactElement {
  const shown = shownSurges(layer, at);
  return (
    <>
      {shown.flatMap(({ id, kind, color, band, marks }) =>
        part === "bands"
          ? band.length > 1
            ? [<path key={id} data-band={id} d={bandPath(band, at, at.x)} fill={`var(--${color})`} opacity={0.2} />]
            : []
          : marks.map((mark) => (
              <path
                key={`${id} ${mark.figure}`}
                data-mark={mark.figure}
                d={signOf(mark, at)}
                fill="none"
                stroke={`var(--${color})`}
                strokeWidth={1.25}
                strokeDasharray={mark.figure === "onset" || kind === "observed" || kind === "estimate" ? undefined : "2.5 1.5"}
              >
                <title>{mark.sentence}</title>
              </path>
            )),
      )}
    </>
  );
}

function signOf({ figure, day, value, until }: SurgeMark, at: SmallFrame): string {
  const [x, y, end] = [tenth(at.x(day)), tenth(at.y(value)), tenth(at.x(until ?? day))];
  if (figure === "onset") return `M${x} ${y + 6}v-14h6l-2 2.5l2 2.5h-6`;
  if (figure === "peak") return `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`;
  return `M${x} ${y - 3}v6M${x} ${y}H${end}M${end} ${y - 3}v6`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
