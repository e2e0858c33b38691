import type { ReactElement } from "react";
import { CHART } from "../../data/chart/chart-words.ts";
import type { Reading, ReadingGroup } from "../../data/chart/reading.ts";
import { wordsOf } from "../app/language.ts";
import { Badge } from "../tables/Badge.tsx";
import { FigureDot, LineSample } from "../tables/LineSample.tsx";
import styles from "./Chart.module.css";
import type { Frame } from "./frame.ts";

const WIDTH = 318;
/** Lines of which a tip has room to speak; the table has them all. */
const MOST_ROWS = 14;

/** Everything that the chart knows of the day under the cross hair; on a phone it is docked to the bottom edge. */
export function ReadingTip({ reading, frame, vintage }: { reading: Reading; frame: Frame; vintage: number }): ReactElement {
  const words = wordsOf(CHART);
  const x = frame.x(reading.day);
  const left = x + WIDTH + 40 < frame.width ? x + 40 : x - WIDTH - 18;
  const top = (frame.panels[0]?.top ?? frame.top) + 8;
  return (
    <div className={styles.tip} style={frame.narrow ? undefined : { left: Math.max(0, left), top, width: WIDTH }} aria-hidden="true">
      <p className={styles.tipTitle}>
        {reading.title}
        <span>{words.vintage(vintage)}</span>
      </p>
      {reading.groups.map((group) => (
        <TipGroup key={group.title} group={group} most={Math.max(4, Math.floor(MOST_ROWS / reading.groups.length))} />
      ))}
      {reading.events.length > 0 && (
        <div className={styles.tipEvents}>
          {reading.events.map((mark) => (
            <p key={mark.event.slug}>
              <b>{words.eventHead}</b> {mark.event.title}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function TipGroup({ group, most }: { group: ReadingGroup; most: number }): ReactElement {
  const more = group.rows.length - most;
  const accent = group.color === "rednote" || group.color === "tiktok" ? `var(--${group.color}-ink)` : undefined;
  return (
    <div className={styles.tipGroup}>
      <p className={styles.tipPlatform} style={{ color: accent }}>
        {group.title}
      </p>
      {group.rows.slice(0, more > 1 ? most : undefined).map((row) => (
        <div key={row.key} className={styles.tipRow}>
          <LineSample stroke={row.stroke} />
          <span>
            {row.label} <Badge kind={row.kind} />
            {row.remark && <small>{row.remark}</small>}
          </span>
          <b>{row.text}</b>
        </div>
      ))}
      {more > 1 && <p className={styles.tipNothing}>{wordsOf(CHART).smaller(more)}</p>}
      {group.figures.map(({ key, said, text, mark }) => (
        <div key={key} className={styles.tipRow}>
          <FigureDot color={mark.color} ring={mark.state === "conflict"} />
          <span>{said}</span>
          <b>{text}</b>
        </div>
      ))}
      {group.nothing && <p className={styles.tipNothing}>{group.nothing}</p>}
    </div>
  );
}
