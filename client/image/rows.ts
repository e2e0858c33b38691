import { htmlText } from "../../data/chart/html-text.ts";
import { textWidth } from "../charts/text.ts";

/** A run of words in one colour. */
export interface Run {
  text: string;
  color: string;
}

/** Behind a space; in Chinese behind every letter, but not where a row would begin with a stop or end with an opening sign. */
const BREAK = /(?<= )|(?<=[\u2e80-\u9fff\uff00-\uffef])(?<![（《“])(?![，。、；：）》”！？%\s])/;

/** Runs of words in rows of at most so many pixels; a word that is longer by itself is cut. */
export function rowsOf(runs: readonly Run[], width: number, size: number, weight: number, most = Number.POSITIVE_INFINITY): Run[][] {
  const rows: Run[][] = [[]];
  let used = 0;
  for (const { text, color } of runs)
    for (const word of text.split(BREAK).flatMap((one) => pieces(one, width, size, weight))) {
      const own = textWidth(word.trimEnd(), size, weight);
      if (used > 0 && used + own > width) {
        rows.push([]);
        used = 0;
      }
      const row = rows.at(-1) as Run[];
      const last = row.at(-1);
      if (last && last.color === color) last.text += word;
      else row.push({ text: word, color });
      used += textWidth(word, size, weight);
    }
  if (rows.length <= most) return rows;
  const kept = rows.slice(0, most);
  const end = kept.at(-1)?.at(-1);
  if (end) end.text = `${end.text.trimEnd().slice(0, -1)}…`;
  return kept;
}

/** A word in pieces that fit. */
function pieces(word: string, width: number, size: number, weight: number): string[] {
  if (textWidth(word, size, weight) <= width) return [word];
  const found: string[] = [""];
  for (const letter of word) {
    if (textWidth(found.at(-1) + letter, size, weight) > width) found.push(letter);
    else found[found.length - 1] += letter;
  }
  return found;
}

/** Rows of words as SVG, row under row. */
export function rowsText(
  rows: readonly (readonly Run[])[],
  { x, y, size, weight, line }: { x: number; y: number; size: number; weight: number; line: number },
): string {
  return rows
    .map((row, index) => {
      const spans = row.map(({ text, color }) => `<tspan fill="${color}">${escaped(text)}</tspan>`).join("");
      return `<text x="${x}" y="${y + index * line}" font-size="${size}" font-weight="${weight}" xml:space="preserve">${spans}</text>`;
    })
    .join("");
}

/** A text inside of XML. */
export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
  const allowed = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return htmlText(allowed);
}
