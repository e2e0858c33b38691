import { embedCode } from "../../data/chart/embed-code.ts";
import { EMBED } from "../../data/model/page.ts";

export const EMBED_THEMES = ["auto", "light", "dark"] as const;

/** How a chart is coloured on a page of somebody else: as that reader's pages are, or always the same. */
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/**
 * The frame for a chart.
 *
 * @param address of the chart on its own page
 * @example embedOf("https://surge.example/growth?v=1", "Growth", "dark") // '<iframe src="https://surge.example/embed?v=1&amp;theme=dark" ...'
 */
export function embedOf(address: string, title: string, theme: EmbedTheme): string {
  const source = new URL(address);
  source.pathname = EMBED;
  // What the codec wrote stays as it is written.
  const query = source.search.replace(/&theme=[^&]*/, "");
  return embedCode(`${source.origin}${source.pathname}${query}${theme === "auto" ? "" : `&theme=${theme}`}`, title);
}
