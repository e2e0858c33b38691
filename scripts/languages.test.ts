import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Area } from "../client/app/language.ts";
import { CHINESE } from "../client/app/zh.ts";
import { feedInChinese } from "../data/chart/feed-words.zh.ts";

const root = resolve(import.meta.dirname, "..");
const files = ["client", "data"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
);

/** Names and terms that Chinese text keeps as they are. */
const KEPT = new Set(
  (
    "RedNote Surge TikTok TikTok’s Lemon8 CSV NDJSON JSON API OpenAPI URL UTC HTTP ISO WORLD RFC AR gzip brotli MB kB GB US CTRL Esc Home End Page PageUp PageDown Shift Tab Enter " +
    "unit APA BibTeX zh Hans Up Down Natural Equal Earth iPhone DNS tiktokrefugee tiktokban App Store Google Play Authorization Bearer SQLite Ctrl UTF SURGE BODY BYTES ROWS NAME"
  ).split(" "),
);

const areas = new Map<string, { file: string; english: unknown }>();
/** What the pages fetch, and beside it what only the server says. */
const chinese = new Map<string, unknown>([...Object.entries(CHINESE), ["feed", feedInChinese]]);
beforeAll(async () => {
  for (const file of files.filter((name) => /(^|[/-])words\.ts$/.test(name))) {
    const module = (await import(join(root, file))) as Record<string, unknown>;
    for (const one of Object.values(module).filter(isArea)) {
      expect(areas.get(one.name)?.file, `two areas are called ${one.name}`).toBeUndefined();
      areas.set(one.name, { file, english: one.english });
    }
  }
});

describe("every word in both languages", () => {
  it("has each area in Chinese, and none besides", () => {
    expect(areas.size).toBeGreaterThan(8);
    expect([...chinese.keys()].toSorted()).toEqual([...areas.keys()].toSorted());
  });

  it("misses no key, and has none besides", () => {
    for (const [name, { english }] of areas) expect(shapeOf(chinese.get(name), false), name).toEqual(shapeOf(english, false));
  });

  it("gives functions no more than they are asked with", () => {
    for (const [name, { english }] of areas) {
      const asked = shapeOf(english, true);
      for (const [key, arity] of Object.entries(shapeOf(chinese.get(name), true)))
        if (typeof arity === "number") expect(arity, `${name} ${key}`).toBeLessThanOrEqual(Number(asked[key]));
    }
  });

  it("leaves no English behind", () => {
    const left = [...chinese].flatMap(([name, words]) => {
      // An id that both have in the same place is none of the words.
      const ids = new Map(textsOf(areas.get(name)?.english).map(({ key, text }) => [key, text]));
      return textsOf(words)
        .filter(({ key, text }) => !(/^[a-z][a-z0-9]+$/.test(text) && ids.get(key) === text))
        .flatMap(({ key, text }) => englishIn(text).map((word) => `${name} ${key}: ${word}`));
    });
    expect(left).toEqual([]);
  });

  it("draws no words of its own in any component", () => {
    const said = files
      .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx") && !file.includes("fixture"))
      .flatMap((file) => wordsBetweenTags(readFileSync(join(root, file), "utf8")).map((text) => `${file}: ${text}`));
    expect(said).toEqual([]);
  });
});

function isArea(value: unknown): value is Area<unknown> {
  return typeof value === "object" && value !== null && "name" in value && "english" in value && typeof value.name === "string";
}

/** Each leaf by its path: a function by how much it takes, anything else by its kind. */
function shapeOf(words: unknown, arity: boolean, path = ""): Record<string, string | number> {
  if (typeof words === "function") return { [path]: arity ? words.length : "function" };
  if (words instanceof RegExp || typeof words !== "object" || words === null)
    return { [path]: words instanceof RegExp ? "pattern" : typeof words };
  return Object.assign({}, ...Object.entries(words).map(([key, value]) => shapeOf(value, arity, path === "" ? key : `${path}.${key}`)));
}

/** Texts of a catalogue; of its functions those that stand in their source. */
function textsOf(words: unknown, key = ""): { key: string; text: string }[] {
  if (typeof words === "string") return [{ key, text: words }];
  if (typeof words === "function") return literalsOf(words.toString()).map((text) => ({ key, text }));
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, key === "" ? name : `${key}.${name}`));
}

/** What stands between quotes, without names of fields and kinds that a function compares with. */
function literalsOf(source: string): string[] {
  const texts = source.match(/"[^"\n]*"|`(?:[^`$]|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}|\$)*`/g) ?? [];
  return texts
    .map((text) => text.slice(1, -1).replaceAll(/\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}/g, " "))
    .filter((text) => !/^[a-z][a-z0-9_-]*$/.test(text));
}

/** English words in a text that are no names. A day's name or an id in code quotes counts as a name. */
function englishIn(text: string): string[] {
  return (text.replaceAll(/`[^`]*`|npm run [\w -]+|[\w-]*[./][\w./-]+/g, " ").match(/[A-Za-z][A-Za-z’]+[0-9]*/g) ?? []).filter(
    (word) => !KEPT.has(word),
  );
}

/** Words that a component has between its tags or in the attributes that people read or hear. */
function wordsBetweenTags(source: string): string[] {
  const between = [...source.matchAll(/(?<!=)>([^<>{}=;()]*[A-Za-z]{2,}[^<>{}=;()]*)</g)].map((match) => match[1] as string);
  const attributes = [
    ...source.matchAll(/\s(?:aria-label|title|alt|placeholder|aria-roledescription|label)="([^"]*[A-Za-z]{2,}[^"]*)"/g),
  ].map((match) => match[1] as string);
  return [...between, ...attributes].map((text) => text.trim()).filter((text) => !/&&|\?\.|^,/.test(text) && englishIn(text).length > 0);
}
