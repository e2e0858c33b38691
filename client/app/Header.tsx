import type { MouseEvent, ReactElement, ReactNode } from "react";
import type { View } from "../../data/model/view.ts";
import { ThemeButton } from "../controls/ThemeButton.tsx";
import { type Page, pathOf } from "./address.ts";
import styles from "./Header.module.css";
import { forgetToken, useToken } from "./token.ts";

const NAMES: readonly [Page, string][] = [
  ["growth", "Growth"],
  ["data", "Data"],
  ["method", "Method"],
];

interface Props {
  page: Page | "nowhere";
  view: View;
  onVisit: (page: Page) => void;
  children: ReactNode;
}

/** The name of the product, its pages, and what is done with the one that is shown. */
export function Header({ page, view, onVisit, children }: Props): ReactElement {
  const follow = (next: Page) => (click: MouseEvent) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return;
    click.preventDefault();
    if (next !== page) onVisit(next);
    scrollTo(0, 0);
  };
  const token = useToken();
  return (
    <header className={styles.top}>
      <div className={`wrap ${styles.row}`}>
        <a className={styles.brand} href="/" aria-label="RedNote Surge, home">
          <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
            <path d="M1.5 17.5H8L17.5 4" fill="none" stroke="currentColor" strokeWidth="2.25" strokeDasharray="4 2.4" />
            <circle cx="20" cy="4" r="3.4" fill="var(--rednote)" />
          </svg>
          RedNote Surge
        </a>
        <nav className={styles.pages} aria-label="Pages">
          {NAMES.map(([id, name]) => (
            <a key={id} href={pathOf(id, view)} aria-current={id === page ? "page" : undefined} onClick={follow(id)}>
              {name}
            </a>
          ))}
        </nav>
        <div className={styles.tools}>
          {token.text !== "" && (
            <button type="button" className={`quiet ${styles.forget}`} onClick={forgetToken}>
              Forget the token
            </button>
          )}
          <ThemeButton />
          {children}
        </div>
      </div>
    </header>
  );
}
