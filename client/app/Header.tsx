import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import type { Page } from "../../data/model/page.ts";
import type { View } from "../../data/model/view.ts";
import { ThemeButton } from "../controls/ThemeButton.tsx";
import { followHere, type Place } from "./address.ts";
import { following } from "./follow.ts";
import styles from "./Header.module.css";
import { HeaderLinks } from "./HeaderLinks.tsx";
import { HelpButton } from "./HelpButton.tsx";
import { addressIn, LANGUAGES, language, wordsOf } from "./language.ts";
import { forgetToken, sharingToken, useToken } from "./token.ts";
import { HEADER } from "./words.ts";

interface Props {
  page: Place;
  view: View;
  onVisit: (page: Page) => void;
  children: ReactNode;
}

/** The name of the product, its pages, and what is done with the one that is shown. */
export function Header({ page, view, onVisit, children }: Props): ReactElement {
  const words = wordsOf(HEADER);
  const follow = (next: Page) =>
    following(() => {
      if (next !== page) onVisit(next);
      scrollTo(0, 0);
    });
  const token = useToken();
  const current = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another name to be seen
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing for React to call.
    current.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [page]);
  return (
    <header className={styles.top}>
      <div className={`wrap ${styles.row}`}>
        <HeaderLinks page={page} view={view} current={current} onFollow={follow} />
        <div className={styles.tools}>
          {sharingToken(token) !== "" && (
            <button type="button" className={`quiet ${styles.forget}`} onClick={forgetToken}>
              {words.forget}
            </button>
          )}
          {LANGUAGES.filter(({ id }) => id !== language()).map(({ id, name, short, tag }) => (
            <a key={id} className="quiet" href={addressIn(id, location)} lang={tag} hrefLang={tag} title={name} onClick={followHere}>
              {short}
            </a>
          ))}
          <HelpButton page={page} />
          <ThemeButton />
          {children}
        </div>
      </div>
    </header>
  );
}
