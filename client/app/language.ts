import type { Format } from "../../data/chart/format.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { SurgeEvent } from "../../data/model/figure.ts";

/** Languages of the pages, by the `lang` of the address; the first is the default. A name is in the language itself. */
export const LANGUAGES = [
  { id: "en", name: "English", short: "EN", tag: "en" },
  { id: "zh", name: "简体中文", short: "中文", tag: "zh-Hans" },
] as const;
export type Language = (typeof LANGUAGES)[number]["id"];

/** The words of one part of the pages, in English, and the name by which other languages know them. */
export interface Area<Words> {
  name: string;
  english: Words;
}

/** What a language has besides words. English needs none: data come in it. */
export interface Manner {
  format: Format;
  /** The catalog with the names of this language, for the ids that it knows. */
  named: (catalog: Catalog) => Catalog;
  /** Events with their titles in this language. */
  told: (events: readonly SurgeEvent[]) => SurgeEvent[];
}

let spoken: Language = "en";
let spokenSo: Manner | null = null;
let translations: Readonly<Record<string, unknown>> = {};

/** The language that an address asks for. @example languageOf("?v=1&lang=zh") // "zh" */
export function languageOf(query: string): Language {
  const asked = new URLSearchParams(query).get("lang");
  return LANGUAGES.find((one) => one.id === asked)?.id ?? LANGUAGES[0].id;
}

/**
 * The address of this page in a language.
 *
 * @example addressIn("zh", { pathname: "/growth", search: "?v=1", hash: "" }) // "/growth?v=1&lang=zh"
 */
export function addressIn(language: Language, { pathname, search, hash }: Pick<Location, "pathname" | "search" | "hash">): string {
  const pairs = search.slice(1).split("&");
  const kept = pairs.filter((pair) => pair !== "" && !/^lang(=|$)/.test(pair));
  if (language !== LANGUAGES[0].id) kept.push(`lang=${language}`);
  return `${pathname}${kept.length > 0 ? `?${kept.join("&")}` : ""}${hash}`;
}

/** Speaks a language from now on. A page does so before it draws anything; English needs no words besides. */
export function speak(language: Language, words: Readonly<Record<string, unknown>> = {}, so: Manner | null = null): void {
  spoken = language;
  translations = words;
  spokenSo = so;
}

/** How the page writes numbers, days and names; `null` is English. */
export function manner(): Manner | null {
  return spokenSo;
}

/** The language that the page speaks. */
export function language(): Language {
  return spoken;
}

/** The words of an area in the language of the page. Call it while drawing, not when a module is loaded. */
export function wordsOf<Words>(area: Area<Words>): Words {
  return (translations[area.name] as Words | undefined) ?? area.english;
}
