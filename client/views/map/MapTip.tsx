import type { ReactElement } from "react";
import type { MapReading } from "../../../data/chart/map-reading.ts";
import type { MapStep } from "../../../data/chart/map-steps.ts";
import { wordsOf } from "../../app/language.ts";
import tip from "../../charts/Chart.module.css";
import { Badge } from "../../tables/Badge.tsx";
import { FigureDot } from "../../tables/LineSample.tsx";
import { Swatch } from "./Swatch.tsx";
import { MAP_PAGE } from "./words.ts";

const WIDTH = 290;
/** Below this a tip is docked to the edge of the page. */
export const DOCKED = 560;
const AWAY = 18;

interface Props {
  reading: MapReading;
  /** The day, or what else the reading is of. */
  of: string;
  ranked: number;
  vintage: number;
  /** The same of a later vintage, where it is another. */
  later: { name: string; reading: MapReading } | null;
  steps: readonly MapStep[];
  /** Where the country is, in pixels of a map that is so wide; `null` has no place on it. */
  at: { x: number; y: number } | null;
  width: number;
}

/** Everything that the map knows of the country that is pointed at; on a phone it is docked to the bottom edge. */
export function MapTip({ reading, of, ranked, vintage, later, steps, at, width }: Props): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const x = at?.x ?? 0;
  const left = x + WIDTH + AWAY < width ? x + AWAY : Math.max(0, x - WIDTH - AWAY);
  const place = width < DOCKED ? undefined : { left, top: Math.max(0, (at?.y ?? 0) - 30), width: WIDTH };
  return (
    <div className={tip.tip} style={place} aria-hidden="true">
      <p className={tip.tipTitle}>
        {reading.name}
        <span>{words.vintage(vintage)}</span>
      </p>
      <div className={tip.tipGroup}>
        <div className={tip.tipRow}>
          <Swatch cell={reading.cell} steps={steps} />
          <span>
            {of} {reading.kind && <Badge kind={reading.kind} />}
            {reading.note !== "" && <small>{reading.note}</small>}
          </span>
          <b>{reading.full || words.noValue}</b>
        </div>
        {later && (
          <div className={tip.tipRow}>
            <Swatch cell={later.reading.cell} steps={steps} />
            <span>
              {later.name} {later.reading.kind && <Badge kind={later.reading.kind} />}
            </span>
            <b>{later.reading.full || words.noValue}</b>
          </div>
        )}
        {reading.figures.map((figure) => (
          <div key={figure.id} className={tip.tipRow}>
            <FigureDot color="text-3" ring={figure.differs} />
            <span>
              {figure.said}
              {figure.differs && <small>{words.differs}</small>}
            </span>
            <b>{figure.text}</b>
          </div>
        ))}
      </div>
      {reading.rank > 0 && <p className={tip.tipNothing}>{words.rank(reading.rank, ranked)}</p>}
    </div>
  );
}
