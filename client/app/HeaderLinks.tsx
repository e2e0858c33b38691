import type { MouseEvent, ReactElement, Ref } from "react";
import { carried, PAGE_NAMES, type Page } from "../../data/model/page.ts";
import type { View } from "../../data/model/view.ts";
import { type Place, pathOf } from "./address.ts";
import styles from "./Header.module.css";
import { addressIn, languageOf, wordsOf } from "./language.ts";
import { HEADER } from "./words.ts";

interface Props {
  page: Place;
  view: View;
  /** Reaches the link of the page that is shown. */
  current?: Ref<HTMLAnchorElement>;
  onFollow?: (page: Page) => (click: MouseEvent<HTMLAnchorElement>) => void;
}

/** The name of the product and its pages: what of the header needs no script. */
export function HeaderLinks({ page, view, current, onFollow }: Props): ReactElement {
  const words = wordsOf(HEADER);
  return (
    <>
      <a
        className={styles.brand}
        href={addressIn(languageOf(location.search), { pathname: "/", search: "", hash: "" })}
        aria-label={words.home}
      >
        <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
          <path d="M1.5 17.5H8L17.5 4" fill="none" stroke="currentColor" strokeWidth="2.25" strokeDasharray="4 2.4" />
          <circle cx="20" cy="4" r="3.4" fill="var(--rednote)" />
        </svg>
        RedNote Surge
      </a>
      <nav className={styles.pages} aria-label={words.pages}>
        {PAGE_NAMES.map((id) => (
          <a
            key={id}
            ref={id === page ? current : undefined}
            href={pathOf(id, id === page ? view : carried(view, id))}
            aria-current={id === page ? "page" : undefined}
            onClick={onFollow?.(id)}
          >
            {words.page[id]}
          </a>
        ))}
      </nav>
    </>
  );
}
