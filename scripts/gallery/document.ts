import { Window } from "happy-dom";

/** What React and the charts ask a browser for. */
const OF_BROWSER = ["document", "Node", "Element", "HTMLElement", "SVGElement", "HTMLIFrameElement", "Event", "getComputedStyle"] as const;

/** Makes this process one in which pictures can be drawn. Load what draws only afterwards: React looks for a document. */
export function provideDocument(): void {
  const window = new Window({ url: "http://localhost/" });
  Object.assign(globalThis, { window }, Object.fromEntries(OF_BROWSER.map((name) => [name, window[name]])), {
    // Nothing moves in a picture.
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => {},
    // Node has one of its own since version 21, which cannot be replaced.
    ...(typeof navigator === "undefined" ? { navigator: window.navigator } : {}),
  });
}
