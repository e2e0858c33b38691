import { type ReactElement, useEffect } from "react";
import styles from "./NowherePage.module.css";

/** At this address is no page: says so, and leads back to the one that there is. */
export function NowherePage({ onLeave }: { onLeave: () => void }): ReactElement {
  useEffect(() => {
    document.title = "Nothing here · RedNote Surge";
  }, []);
  return (
    <main id="main" className={`wrap ${styles.page}`}>
      <h1>
        There is nothing at <code>{location.pathname.slice(0, 80)}</code>.
      </h1>
      <p>The address may be mistyped or cut off. A chart has an address that begins with /growth.</p>
      <button type="button" className="primary" onClick={onLeave}>
        Show the growth chart
      </button>
    </main>
  );
}
