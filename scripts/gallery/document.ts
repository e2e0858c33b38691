import { provideDocument as provide } from "../../server/image/document.ts";

/** Makes this process one in which pictures can be drawn. Load what draws only afterwards: React looks for a document. */
export function provideDocument(): void {
  provide();
  // Node has one of its own since version 21, which cannot be replaced.
  if (typeof navigator === "undefined") Object.assign(globalThis, { navigator: window.navigator });
}
