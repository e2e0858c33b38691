import { type CitationStyle, type CitationWords, ENGLISH_CITATION } from "../../data/chart/citation.ts";
import type { Area } from "../app/language.ts";
import type { EmbedTheme } from "./embed.ts";

/** Words of the form that makes a link. */
export interface ShareWords {
  holds: string;
  pinned: (vintage: number) => string;
  nothing: string;
  pinnedPage: string;
  pinnedView: string;
  live: string;
  follows: string;
  toLast: string;
  moves: (days: number) => string;
  stays: (days: string) => string;
  link: string;
  send: string;
  copy: string;
  copied: string;
  byHand: string;
  notSent: string;
  cite: string;
  citeIn: (style: string) => string;
  style: Record<CitationStyle, string>;
  citationLabel: string;
  citation: CitationWords;
  embed: string;
  themes: Record<EmbedTheme, string>;
  embedIn: (theme: string) => string;
  embedLabel: string;
  textByHand: string;
  card: string;
  download: string;
  needsToken: string;
  anyone: string;
}

export const SHARE: Area<ShareWords> = {
  name: "share",
  english: {
    holds: "What the link holds",
    pinned: (vintage) => `Pinned to vintage ${vintage}`,
    nothing: "There are no data to pin yet.",
    pinnedPage: "What it says of this vintage, whatever comes later.",
    pinnedView: "These numbers, for ever, whatever comes later.",
    live: "Live",
    follows: "Follows new data.",
    toLast: "Follows new data, to the last day that has any.",
    moves: (days) => `Follows new data. The last ${days} days move with it.`,
    stays: (days) => `Follows new data. The dates stay ${days}.`,
    link: "Link",
    send: "Send",
    copy: "Copy link",
    copied: "Copied.",
    byHand: "The browser does not let this page copy. The link is selected: press Ctrl+C, or ⌘C.",
    notSent: "The link could not be sent. Copy it instead.",
    cite: "Copy citation",
    citeIn: (style) => `Copy citation, ${style}`,
    style: { plain: "Plain", apa: "APA", bibtex: "BibTeX" },
    citationLabel: "Citation",
    citation: ENGLISH_CITATION,
    embed: "Copy embed code",
    themes: { auto: "As the page", light: "Light", dark: "Dark" },
    embedIn: (theme) => `Copy embed code, ${theme}`,
    embedLabel: "Embed code",
    textByHand: "The browser does not let this page copy. Select the text below, then press Ctrl+C, or ⌘C.",
    card: "The picture that a chat or a feed shows of this link",
    download: "Download",
    needsToken: "Whoever opens it needs a token for reading. It holds the whole view: nothing else is stored.",
    anyone: "Anyone with the link can open it. It holds the whole view: nothing else is stored.",
  },
};
