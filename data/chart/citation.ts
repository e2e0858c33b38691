import { type Day, numberOf, partsOf } from "../model/day.ts";
import type { SourceKind } from "../model/source.ts";

/** What a citation names. */
export interface Cited {
  /** What the page is called. */
  title: string;
  /** Number of the vintage that is read. */
  vintage: number;
  /** UTC day on which that vintage was received; `null` where none was. */
  asOf: Day | null;
  /** Of the series on the page, each once. */
  sources: readonly { name: string; publisher: string; kind: SourceKind }[];
  /** Who measured the published figures on the page, each once, whoever has most of them first; `null` where nobody is named. */
  providers: readonly (string | null)[];
  address: string;
  /** UTC day on which the page was read. */
  retrieved: Day;
}

/** The words of a citation, and how it writes days. */
export interface CitationWords {
  day: (day: Day) => string;
  title: (title: string) => string;
  vintage: (vintage: number, day: string | null) => string;
  sources: (names: readonly string[]) => string;
  /** Says how its numbers came to be: a modelled one is never cited as an observed one. */
  source: (name: string, publisher: string, kind: SourceKind) => string;
  /** Whose published figures are there, and of how many more. */
  figures: (providers: readonly string[], more: number) => string;
  /** Who measured a figure that names nobody. */
  unnamed: string;
  retrieved: (day: string) => string;
  /** What parts sentences. */
  gap: string;
}

export const CITATION_STYLES = ["plain", "apa", "bibtex"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Who publishes the pages. */
const AUTHOR = "RedNote Surge";
/** Providers that one citation names. */
const MOST_PROVIDERS = 5;
const MONTHS = "January February March April May June July August September October November December".split(" ");

export const ENGLISH_CITATION: CitationWords = {
  day: (day) => {
    const { year, month, day: date } = partsOf(numberOf(day));
    return `${date} ${MONTHS[month - 1]} ${year}`;
  },
  title: (title) => `${AUTHOR}, “${title}”.`,
  vintage: (vintage, day) => `Vintage ${vintage}${day === null ? "" : `, as of ${day}`}.`,
  sources: (names) => `Sources: ${names.join("; ")}.`,
  source: (name, publisher, kind) => `${name} (${[publisher, kind].filter((part) => part !== "" && part !== name).join(", ")})`,
  figures: (providers, more) => `Figures: ${providers.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  unnamed: "an unnamed provider",
  retrieved: (day) => `Retrieved ${day}.`,
  gap: " ",
};

/**
 * A page as others cite it: in the reader's words, in the APA's form (7th edition, a data set with a date of retrieval),
 * or as an entry of BibTeX, whose key is another for another address. The last two are English, as their forms are.
 *
 * @param words of the plain form
 * @example citation("plain", cited)
 * // "RedNote Surge, “Growth: RedNote, downloads”. Vintage 3, as of 26 November 2026. Figures: Similarweb. Sources: Press reading (RedNote Surge, modelled). https://… Retrieved 27 November 2026."
 */
export function citation(style: CitationStyle, cited: Cited, words: CitationWords = ENGLISH_CITATION): string {
  return { plain, apa, bibtex }[style](cited, words);
}

function plain(cited: Cited, words: CitationWords): string {
  const { title, vintage, asOf, address, retrieved } = cited;
  return [
    words.title(title),
    vintage > 0 ? words.vintage(vintage, asOf && words.day(asOf)) : "",
    ...saidBy(cited, words),
    // Spaces on both sides: what reads addresses would take a mark that follows for a part of it.
    `${words.gap === "" ? " " : ""}${address} ${words.retrieved(words.day(retrieved))}`,
  ]
    .filter((part) => part !== "")
    .join(words.gap);
}

function apa(cited: Cited): string {
  const { title, vintage, asOf, address, retrieved } = cited;
  const parts = asOf ? partsOf(numberOf(asOf)) : null;
  const date = parts ? `${parts.year}, ${MONTHS[parts.month - 1]} ${parts.day}` : "n.d.";
  const read = partsOf(numberOf(retrieved));
  return [
    `${AUTHOR}. (${date}). ${title}${vintage > 0 ? ` (Vintage ${vintage})` : ""} [Data set].`,
    ...saidBy(cited, ENGLISH_CITATION),
    `Retrieved ${MONTHS[read.month - 1]} ${read.day}, ${read.year}, from ${address}`,
  ].join(" ");
}

function bibtex(cited: Cited): string {
  const { title, vintage, asOf, address, retrieved } = cited;
  const note = [
    ...(vintage > 0 ? [ENGLISH_CITATION.vintage(vintage, asOf && ENGLISH_CITATION.day(asOf))] : []),
    ...saidBy(cited, ENGLISH_CITATION),
    ENGLISH_CITATION.retrieved(ENGLISH_CITATION.day(retrieved)),
  ];
  const fields = [
    ["author", `{${AUTHOR}}`],
    ["title", `{${tex(title)}}`],
    ...(asOf ? [["year", asOf.slice(0, 4)]] : []),
    ["url", address],
    ["urldate", retrieved],
    ["note", tex(note.join(" "))],
  ];
  const key = `rednote-surge-${vintage > 0 ? `vintage-${vintage}-` : ""}${retrieved.replaceAll("-", "")}-${markOf(address)}`;
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}`;
}

/** Who published the figures, and whose series are there; nothing where there are none. */
function saidBy({ sources, providers }: Cited, words: CitationWords): string[] {
  const names = [...new Set(sources.map(({ name, publisher, kind }) => words.source(name, publisher, kind)))];
  const told = providers.slice(0, MOST_PROVIDERS).map((name) => name ?? words.unnamed);
  return [
    ...(told.length > 0 ? [words.figures(told, providers.length - told.length)] : []),
    ...(names.length > 0 ? [words.sources(names)] : []),
  ];
}

/** A few letters that differ between addresses (FNV-1a): two charts of one day are two entries in a list of references. */
function markOf(address: string): string {
  let hash = 0x811c9dc5;
  for (const letter of address) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** A text in which TeX takes no sign for a command. */
function tex(text: string): string {
  const named: Record<string, string> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  return text.replaceAll(/[\\~^&%$#_{}]/g, (sign) => named[sign] ?? `\\${sign}`);
}
