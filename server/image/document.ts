import { Window } from "happy-dom";

/** What React and the chart ask a browser for. */
const OF_BROWSER = ["document", "Node", "Element", "HTMLElement", "SVGElement", "HTMLIFrameElement", "Event", "getComputedStyle"] as const;

/** Puts a document without a browser where scripts look for one. */
export function provideDocument(): void {
  const window = new Window({ url: "http://localhost/" });
  Object.assign(globalThis, { window }, Object.fromEntries(OF_BROWSER.map((name) => [name, window[name]])), {
    // Nothing moves in a picture.
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => {},
  });
}
