import type { ReactElement } from "react";
import type { TopicReading } from "../../data/chart/topics-reading.ts";
import { Badge } from "../tables/Badge.tsx";
import styles from "./Chart.module.css";
import { ShareSample } from "./ShareSample.tsx";
import type { ShareFrame } from "./share-frame.ts";

const WIDTH = 290;

/** What a later vintage says otherwise, by the id of a row. */
export interface LaterTexts {
  name: string;
  texts: ReadonlyMap<string, string>;
}

interface Props {
  reading: TopicReading;
  frame: ShareFrame;
  docked: boolean;
  later: LaterTexts | null;
}

/** What one picture says of the date under the cross hair; docked to the bottom edge on a phone. */
export function ShareTip({ reading, frame, docked, later }: Props): ReactElement {
  const x = frame.x(reading.day);
  const left = x + WIDTH + 24 < frame.width ? x + 20 : x - WIDTH - 20;
  return (
    <div
      className={styles.tip}
      style={docked ? undefined : { left: Math.max(0, left), top: frame.top - 6, width: WIDTH }}
      aria-hidden="true"
    >
      <p className={styles.tipTitle}>
        {reading.title}
        {reading.remark !== "" && <span>{reading.remark}</span>}
      </p>
      <div className={styles.tipGroup}>
        <p className={styles.tipPlatform}>
          {reading.panel}{" "}
          {reading.kinds.map((one) => (
            <Badge key={one} kind={one} />
          ))}
        </p>
        {reading.rows.map((row) => (
          <div key={row.id} className={styles.tipRow}>
            <ShareSample stroke={row.stroke} />
            <span>
              {row.label}
              {row.remark !== "" && <small>{row.remark}</small>}
              {later?.texts.has(row.id) && (
                <small>
                  {later.name}: <b>{later.texts.get(row.id)}</b>
                </small>
              )}
            </span>
            <b>{row.text}</b>
          </div>
        ))}
        {reading.nothing && <p className={styles.tipNothing}>{reading.nothing}</p>}
      </div>
    </div>
  );
}
