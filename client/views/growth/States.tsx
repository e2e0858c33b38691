import type { ReactElement } from "react";
import { dayNumber } from "../../../data/model/day.ts";
import type { Loaded } from "../../app/api.ts";
import { dayWithYear } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Painted } from "../../app/Painted.tsx";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import styles from "./Growth.module.css";
import { GROWTH } from "./words.ts";

/** What failed, what still holds, and one button. */
export function Failure({ text, loaded, onRetry }: { text: string; loaded: Loaded | null; onRetry: () => void }): ReactElement {
  const words = wordsOf(GROWTH);
  const received = loaded?.catalog.received_at ? dayNumber(loaded.catalog.received_at.slice(0, 10)) : undefined;
  const holds = loaded && received !== undefined ? words.holds(loaded.catalog.vintage, dayWithYear(received)) : "";
  return (
    <div className={styles.failure} role="alert">
      <p>
        {words.failed}
        {holds} <span className={styles.cause}>{text}</span>
      </p>
      <button type="button" className="quiet" onClick={onRetry}>
        {wordsOf(HEADER).again}
      </button>
    </div>
  );
}

/** A link to an older vintage says that there are newer data, and leads to them. */
export function Newer({ loaded, onLive }: { loaded: Loaded; onLive: () => void }): ReactElement {
  return (
    <div className={styles.newer} role="status">
      <p>{wordsOf(GROWTH).newer(loaded.catalog.vintage, loaded.newest)}</p>
      <button type="button" className={styles.nearest} onClick={onLive}>
        {wordsOf(GROWTH).live}
      </button>
    </div>
  );
}

export function Offline({ vintage }: { vintage: number }): ReactElement {
  return (
    <div className={styles.offline} role="status">
      <p className="wrap">{wordsOf(GROWTH).offline(vintage)}</p>
    </div>
  );
}

/** The place of a page while its first data come: as high as what will stand there, px. */
export function Waiting({ height = 1400, told, locked }: { height?: number; told: string; locked: boolean }): ReactElement {
  return (
    <div style={{ minHeight: height }}>
      <Painted />
      {locked ? (
        <Unlock />
      ) : (
        <p className="visually-hidden" role="status">
          {told}
        </p>
      )}
    </div>
  );
}
