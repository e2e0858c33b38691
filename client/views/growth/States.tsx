import type { ReactElement } from "react";
import { dayWithYear } from "../../../data/chart/format.ts";
import { dayNumber } from "../../../data/model/day.ts";
import type { Loaded } from "../../app/api.ts";
import { Unlock } from "../../app/Unlock.tsx";
import styles from "./Growth.module.css";

/** What failed, what still holds, and one button. */
export function Failure({ text, loaded, onRetry }: { text: string; loaded: Loaded | null; onRetry: () => void }): ReactElement {
  const received = loaded?.catalog.received_at ? dayNumber(loaded.catalog.received_at.slice(0, 10)) : undefined;
  const holds =
    loaded && received !== undefined ? ` The chart shows vintage ${loaded.catalog.vintage}, from ${dayWithYear(received)}.` : "";
  return (
    <div className={styles.failure} role="alert">
      <p>
        Could not reach the data.{holds} <span className={styles.cause}>{text}</span>
      </p>
      <button type="button" className="quiet" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** A link to an older vintage says that there are newer data, and leads to them. */
export function Newer({ loaded, onLive }: { loaded: Loaded; onLive: () => void }): ReactElement {
  return (
    <div className={styles.newer} role="status">
      <p>
        You see vintage {loaded.catalog.vintage}. Newer data exist: vintage {loaded.newest}.
      </p>
      <button type="button" className={styles.nearest} onClick={onLive}>
        Go live
      </button>
    </div>
  );
}

export function Offline({ vintage }: { vintage: number }): ReactElement {
  return (
    <div className={styles.offline} role="status">
      <p className="wrap">Offline. You see vintage {vintage}.</p>
    </div>
  );
}

/** The place of the page while its first data come: as high as what will stand there. */
export function Waiting({ failed, locked }: { failed: boolean; locked: boolean }): ReactElement {
  return (
    <div className={styles.waiting}>
      {locked ? (
        <Unlock />
      ) : (
        <p className="visually-hidden" role="status">
          {failed ? "" : "Loading the chart."}
        </p>
      )}
    </div>
  );
}
