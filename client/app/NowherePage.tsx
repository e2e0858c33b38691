import { type ReactElement, useEffect } from "react";
import { wordsOf } from "./language.ts";
import styles from "./NowherePage.module.css";
import { NOWHERE } from "./nowhere-words.ts";
import type { PageProps } from "./page-props.ts";
import { HEADER } from "./words.ts";

/** At this address is no page: says so, and leads back to the one that there is. */
export function NowherePage({ onVisit }: Pick<PageProps, "onVisit">): ReactElement {
  const words = wordsOf(NOWHERE);
  const title = wordsOf(HEADER).title(words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main id="main" className={`wrap ${styles.page}`}>
      <h1>
        {words.nothing[0]}
        <code>{location.pathname.slice(0, 80)}</code>
        {words.nothing[1]}
      </h1>
      <p>{words.mistyped}</p>
      <button type="button" className="primary" onClick={() => onVisit("growth")}>
        {words.show}
      </button>
    </main>
  );
}
