import type { MouseEvent } from "react";

/** What a press of a link does without leaving the page. A press for another tab or window stays the browser's. */
export function following(go: (click: MouseEvent<HTMLAnchorElement>) => void): (click: MouseEvent<HTMLAnchorElement>) => void {
  return (click) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return;
    click.preventDefault();
    go(click);
  };
}
