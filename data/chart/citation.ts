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
  retrieved: (day: string) => string;
  /** What parts sentences. */
  gap: string;
}

export const CITATION_STYLES = ["plain", "apa", "bibtex"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** Who publishes the pages. */
const AUTHOR = "RedNote Surge";
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
  retrieved: (day) => `Retrieved ${day}.`,
  gap: " ",
};

/**
 * A page as others cite it: in the reader's words, in the APA's form (7th edition, a data set with a date of retrieval),
 * or as an entry of BibTeX. The last two are English, as their forms are.
 *
 * @param words of the plain form
 * @example citation("plain", cited)
 * // "RedNote Surge, “Growth: RedNote, downloads”. Vintage 3, as of 26 November 2026. Sources: Press reading (RedNote Surge, modelled). https://… Retrieved 27 November 2026."
 */
export function citation(style: CitationStyle, cited: Cited, words: CitationWords = ENGLISH_CITATION): string {
  return { plain, apa, bibtex }[style](cited, words);
}

function plain({ title, vintage, asOf, sources, address, retrieved }: Cited, words: CitationWords): string {
  const names = namesOf(sources, words);
  return [
    words.title(title),
    vintage > 0 ? words.vintage(vintage, asOf && words.day(asOf)) : "",
    names.length > 0 ? words.sources(names) : "",
    // Spaces on both sides: what reads addresses would take a mark that follows for a part of it.
    `${words.gap === "" ? " " : ""}${address} ${words.retrieved(words.day(retrieved))}`,
  ]
    .filter((part) => part !== "")
    .join(words.gap);
}

function apa({ title, vintage, asOf, sources, address, retrieved }: Cited): string {
  const names = namesOf(sources, ENGLISH_CITATION);
  const parts = asOf ? partsOf(numberOf(asOf)) : null;
  const date = parts ? `${parts.year}, ${MONTHS[parts.month - 1]} ${parts.day}` : "n.d.";
  const read = partsOf(numberOf(retrieved));
  return [
    `${AUTHOR}. (${date}). ${title}${vintage > 0 ? ` (Vintage ${vintage})` : ""} [Data set].`,
    ...(names.length > 0 ? [ENGLISH_CITATION.sources(names)] : []),
    `Retrieved ${MONTHS[read.month - 1]} ${read.day}, ${read.year}, from ${address}`,
  ].join(" ");
}

function bibtex({ title, vintage, asOf, sources, address, retrieved }: Cited): string {
  const names = namesOf(sources, ENGLISH_CITATION);
  const note = [
    ...(vintage > 0 ? [ENGLISH_CITATION.vintage(vintage, asOf && ENGLISH_CITATION.day(asOf))] : []),
    ...(names.length > 0 ? [ENGLISH_CITATION.sources(names)] : []),
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
  const key = `rednote-surge-${vintage > 0 ? `vintage-${vintage}-` : ""}${retrieved.replaceAll("-", "")}`;
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}`;
}

function namesOf(sources: Cited["sources"], words: CitationWords): string[] {
  return [...new Set(sources.map(({ name, publisher, kind }) => words.source(name, publisher, kind)))];
}

/** A text in which TeX takes no sign for a command. */
function tex(text: string): string {
  const named: Record<string, string> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  return text.replaceAll(/[\\~^&%$#_{}]/g, (sign) => named[sign] ?? `\\${sign}`);
}
