import { useEffect } from "react";

/** Whether single keys do anything: who speaks to the computer, or has no steady hand, may switch them off for this visit. */
let single = true;

export function singleKeys(): boolean {
  return single;
}

export function switchSingleKeys(on: boolean): void {
  single = on;
}

/** Where a letter is for something else. */
const WRITTEN = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], [role=dialog], dialog";

/** A hook: runs where a key is pressed alone, wherever on the page. What answers `false` leaves the key to the browser. */
export function useShortcut(key: string, run: (target: Element) => unknown): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!single || event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!(event.target instanceof Element) || event.target.closest(WRITTEN)) return;
      if (run(event.target) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
