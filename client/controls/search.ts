import { WORLD } from "../../data/model/slug.ts";

/** Names that people type and the reference does not have. */
const ALSO: Record<string, readonly string[]> = {
  US: ["USA", "America"],
  GB: ["Britain", "England", "Scotland", "Wales"],
  AE: ["UAE"],
  CD: ["DRC", "Zaire"],
  CI: ["Ivory Coast"],
  CN: ["PRC"],
  CZ: ["Czech Republic"],
  KR: ["ROK", "Korea"],
  MK: ["Macedonia"],
  MM: ["Burma"],
  NL: ["Holland"],
  SZ: ["Swaziland"],
  TR: ["Turkey"],
  TW: ["ROC", "Formosa"],
  VA: ["Holy See"],
  WORLD: ["global", "all countries", "earth"],
};

/** The flag of a country as an emoji; empty for the world. @example flagOf("US") // "🇺🇸" */
export function flagOf(country: string): string {
  if (country === WORLD) return "";
  return String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}

/** What finds a country beside its name: code, flag, short and long English names, and its name in the reader's language. */
export function countryWords(id: string): string[] {
  const words = [id, flagOf(id), ...(ALSO[id] ?? [])];
  if (id === WORLD) return words;
  for (const names of regionNames()) words.push(names.of(id) ?? "");
  return words;
}

let names: Intl.DisplayNames[] | undefined;

function regionNames(): Intl.DisplayNames[] {
  names ??= [
    new Intl.DisplayNames("en", { type: "region" }),
    new Intl.DisplayNames("en", { type: "region", style: "short" }),
    new Intl.DisplayNames([...navigator.languages, "en"], { type: "region" }),
    new Intl.DisplayNames("zh-Hans", { type: "region" }),
  ];
  return names;
}

/**
 * Those that a text finds, best first: exact, then the beginning of a name, of a word, then anywhere. Case and accents
 * do not matter.
 *
 * @example found([{ name: "Australia", words: ["AU"] }, { name: "United States", words: ["US"] }], "us")[0].name // "United States"
 */
export function found<Entry extends { name: string; words?: readonly string[] }>(entries: readonly Entry[], text: string): Entry[] {
  const wanted = folded(text);
  if (wanted === "") return [...entries];
  return entries
    .map((entry) => ({ entry, score: Math.min(...[entry.name, ...(entry.words ?? [])].map((word) => scoreOf(folded(word), wanted))) }))
    .filter(({ score }) => score < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.score - b.score)
    .map(({ entry }) => entry);
}

function scoreOf(word: string, wanted: string): number {
  if (word === wanted) return 0;
  const at = word.indexOf(wanted);
  if (at < 0) return Number.POSITIVE_INFINITY;
  if (at === 0) return 1;
  return /\W/.test(word.charAt(at - 1)) ? 2 : 3;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .trim()
    .toLowerCase();
}
