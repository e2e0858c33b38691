/** What a page hears that frames a chart, and sets the height of its frame to. */
interface HeightMessage {
  type: "rednote-surge:height";
  /** CSS pixels. */
  height: number;
}

/**
 * Tells the page around a frame how high its content is, now and whenever that changes. Any page may hear it: a height
 * is no secret, and who frames the chart knows which.
 *
 * @returns what ends it
 */
export function announceHeight(content: Element, parent: Pick<Window, "postMessage">): () => void {
  let last = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    parent.postMessage({ type: "rednote-surge:height", height } satisfies HeightMessage, "*");
  });
  observer.observe(content);
  return () => observer.disconnect();
}
