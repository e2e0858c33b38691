import { type ReactElement, useCallback } from "react";
import { PAINTED } from "../../data/chart/picture-order.ts";

/** What the server painted of the page: it is in the document until the app draws there for the first time. */
let painted = document.getElementById(PAINTED);
const address = location.href;

/**
 * What the server painted, in the place of what is on its way; nothing where the address is another by now.
 *
 * @param props.part a selector, where the rest of it stands there already
 */
export function Painted({ part }: { part?: string }): ReactElement {
  const put = useCallback(
    (place: HTMLElement | null) => {
      const shown = part === undefined ? painted : painted?.querySelector(part);
      if (place && shown && location.href === address) place.append(shown);
    },
    [part],
  );
  return <div ref={put} />;
}

/** Whether it can still stand in for a picture that is on its way. */
export function isPainted(): boolean {
  return painted !== null && location.href === address;
}

/** Lets go of it: the page's own picture stands there. */
export function dropPainted(): void {
  painted = null;
}
