// Makes the font files with which images are written. Chinese: Noto Sans SC, which npm has as a hundred small files for
// browsers (WOFF2, every weight), in the one weight and the format that resvg reads. All else: Inter without what few
// pictures have a letter of.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import subsetFont from "subset-font";
import { root, say } from "./ground.mjs";

/** resvg takes the first face that has a letter, whatever its weight: this one goes with Inter's regular and semibold. */
const WEIGHT = 500;

/** Weights that the chart writes in, as in server/image/start.ts. */
const INTER = ["400Regular/Inter_400Regular.ttf", "500Medium/Inter_500Medium.ttf", "600SemiBold/Inter_600SemiBold.ttf"];

/** Latin letters, punctuation, currencies, arrows and signs: with Greek, Cyrillic and all forms of them resvg takes twice as long to set a text. */
const PLAIN = "U+20-17f,U+2010-2044,U+20a0-20bf,U+2190-2199,U+2200-2265";

const { resolve } = createRequire(import.meta.url);
const folder = join(root, ".build/fonts");

export async function buildFonts() {
  say("Making the fonts of images.");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await buildPlain();
  await buildChinese();
}

async function buildPlain() {
  const files = [];
  for (const file of INTER) {
    const source = readFileSync(resolve(`@expo-google-fonts/inter/${file}`));
    files.push(basename(file));
    // Names 16 and 17: the weights are one family by them.
    const options = { targetFormat: "truetype", preserveNameIds: [1, 2, 16, 17] };
    writeFileSync(join(folder, basename(file)), await subsetFont(source, textOf(PLAIN), options));
  }
  writeFileSync(join(folder, "plain.json"), JSON.stringify({ files, letters: PLAIN }));
}

async function buildChinese() {
  const source = dirname(resolve("@fontsource-variable/noto-sans-sc/package.json"));
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
