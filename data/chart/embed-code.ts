import { htmlText } from "./html-text.ts";

/** Of a frame, in CSS pixels, where nobody says. The page around it hears how high it really is. */
export const EMBED_SIZE = { width: 800, height: 860 } as const;

/**
 * HTML that shows a chart on a page of somebody else.
 *
 * @param source full address of `/embed` with a view
 * @param title what is read out for the frame
 * @param size CSS pixels
 * @example
 * embedCode("https://surge.example/embed?v=1", "Signups")
 * // '<iframe src="https://surge.example/embed?v=1" title="Signups" width="800" height="860" loading="lazy" style="border:0;max-width:100%"></iframe>'
 */
export function embedCode(source: string, title: string, { width, height }: { width: number; height: number } = EMBED_SIZE): string {
  return `<iframe src="${htmlText(source)}" title="${htmlText(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}
