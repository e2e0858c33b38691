/** The picture of a link in a chat or a feed, in pixels: what Open Graph and Twitter show whole. */
export const CARD = { width: 1200, height: 630 } as const;

/**
 * Path and query of the picture of a view.
 *
 * @param query as `encodeView` writes it
 * @example cardPath("v=1&interval=week") // "/chart.png?v=1&interval=week&width=1200&height=630"
 */
export function cardPath(query: string): string {
  return `/chart.png?${query}&width=${CARD.width}&height=${CARD.height}`;
}
