import { embedCode } from "../../data/chart/embed-code.ts";
import { EMBED } from "../../data/model/page.ts";
import type { Language } from "../app/language.ts";

export const EMBED_THEMES = ["auto", "light", "dark"] as const;

/** How a chart is coloured on a page of somebody else: as that reader's pages are, or always the same. */
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** A link that is shared: the short one, where there is one, and the long one that it leads to. */
export interface Link {
  /** Of the chart on its own page. */
  address: string;
  short?: string | undefined;
}

/**
 * The frame for a chart, in the language in which it is named. That of a short link ends with it.
 *
 * @example embedOf({ address: "https://surge.example/growth?v=1" }, "Growth", "dark") // '<iframe src="https://surge.example/embed?v=1&amp;theme=dark" ...'
 */
export function embedOf({ address, short }: Link, title: string, theme: EmbedTheme, language: Language = "en"): string {
  const rendering = [theme === "auto" ? "" : `theme=${theme}`, language === "en" ? "" : `lang=${language}`].filter(Boolean).join("&");
  if (short !== undefined) return embedCode(`${short}${EMBED}${rendering && `?${rendering}`}`, title);
  const source = new URL(address);
  source.pathname = EMBED;
  // What the codec wrote stays as it is written.
  const query = source.search.replace(/&theme=[^&]*/, "");
  return embedCode(`${source.origin}${source.pathname}${query}${rendering && `&${rendering}`}`, title);
}
