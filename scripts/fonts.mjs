// Makes the font files with which images write Chinese: Noto Sans SC, which npm has as a hundred small files for browsers
// (WOFF2, every weight), in the one weight and the format that resvg reads.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { root, say } from "./ground.mjs";

/** resvg takes the first face that has a letter, whatever its weight: this one goes with Inter's regular and semibold. */
const WEIGHT = 500;

export async function buildFonts() {
  say("Making the fonts of Chinese images.");
  const source = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/noto-sans-sc/package.json"));
  const folder = join(root, ".build/fonts");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const letters = JSON.parse(readFileSync(join(source, "unicode.json"), "utf8"));
  const parts = {};
  for (const [name, ranges] of Object.entries(letters)) {
    // Others than [4] to [119] are alphabets, which Inter has.
    const [, number] = /^\[(\d+)\]$/.exec(name) ?? [];
    if (number === undefined) continue;
    const packed = readFileSync(join(source, `files/noto-sans-sc-${number}-wght-normal.woff2`));
    const file = `noto-sans-sc-${number}.ttf`;
    writeFileSync(
      join(folder, file),
      await subsetFont(packed, textOf(ranges), { targetFormat: "truetype", variationAxes: { wght: WEIGHT } }),
    );
    parts[file] = ranges;
  }
  writeFileSync(join(folder, "parts.json"), JSON.stringify(parts));
}

/** Every letter of `U+4e00-4e03,U+4e07`. */
function textOf(ranges) {
  return ranges
    .split(",")
    .flatMap((part) => {
      const [from, to = from] = part
        .slice(2)
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    })
    .join("");
}
