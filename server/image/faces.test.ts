import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Faces } from "./faces.ts";

const folder = mkdtempSync(join(tmpdir(), "surge-faces-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every letter of our own texts in Chinese, where whole sentences of them stand. */
function chineseOf(path: string): string[] {
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  const texts = names.filter((name) => /(\.zh|\bchinese)\.ts$/.test(name)).map((name) => readFileSync(join(path, name), "utf8"));
  return [...new Set(texts.join(""))].filter((letter) => (letter.codePointAt(0) ?? 0) >= 0x2e80);
}

describe("the font files of a picture", () => {
  it("are the usual ones, and those parts of the Chinese face that have a letter of it", () => {
    writeFileSync(join(folder, "parts.json"), JSON.stringify({ "a.ttf": "U+41,U+4e00-4e0a", "b.ttf": "U+56fd", "c.ttf": "U+ff0c" }));
    const faces = new Faces(["inter.ttf"], folder);
    expect(faces.of("<text>A plain – picture · ×10</text>")).toEqual(["inter.ttf"]);
    expect(faces.of("三一国，国")).toEqual(["inter.ttf", join(folder, "a.ttf"), join(folder, "b.ttf"), join(folder, "c.ttf")]);
    expect(faces.of("龘")).toEqual(["inter.ttf"]);
  });

  it("are smaller ones for plain letters, as long as there is no other", () => {
    writeFileSync(join(folder, "plain.json"), JSON.stringify({ files: ["small.ttf"], letters: "U+20-17f" }));
    const faces = new Faces(["inter.ttf"], folder);
    expect(faces.of("<text>\nPlain ×10, Šibenik</text>")).toEqual([join(folder, "small.ttf")]);
    expect(faces.of("三 plain")).toEqual([join(folder, "small.ttf"), join(folder, "a.ttf")]);
    expect(faces.of("Ελλάδα")).toEqual(["inter.ttf"]);
    rmSync(join(folder, "plain.json"));
  });

  it("are the usual ones where none were built", () => {
    expect(new Faces(["inter.ttf"], join(folder, "none")).of("国")).toEqual(["inter.ttf"]);
  });

  it("have every letter of our Chinese and of the names of countries", () => {
    const list = createRequire(import.meta.url).resolve("@fontsource-variable/noto-sans-sc/unicode.json");
    const parts = Object.entries(JSON.parse(readFileSync(list, "utf8")) as Record<string, string>).filter(([name]) => name.startsWith("["));
    writeFileSync(join(folder, "parts.json"), JSON.stringify(Object.fromEntries(parts)));
    const faces = new Faces([], folder);
    const root = resolve(import.meta.dirname, "../..");
    const named = new Intl.DisplayNames("zh-Hans", { type: "region" });
    const codes = readFileSync(join(root, "data/reference/countries.csv"), "utf8").match(/^[A-Z]{2}(?=,)/gm) ?? [];
    const letters = [
      ...["client", "data", "server"].flatMap((part) => chineseOf(join(root, part))),
      ...codes.map((code) => named.of(code) ?? "").join(""),
    ];
    expect(letters.length).toBeGreaterThan(1000);
    expect(letters.filter((letter) => (letter.codePointAt(0) ?? 0) >= 0x2e80 && faces.of(letter).length === 0)).toEqual([]);
  });
});
