/**
 * Widths of text without a browser: the same labels find the same places in a page, in a test and in an image.
 * Advance widths of Inter in hundredths of the font size, from U+0020 to U+007E; others below. Where a reader's face
 * is another, labels keep the places that Inter gives them.
 */
const REGULAR = widths(
  "28,28,40,63,64,81,64,22,36,36,50,66,28,46,28,36,63,46,61,64,64,61,62,57,62,62,28,28,66,66,66,51,94,68,65,73,72,60,59,74,74,26,54,65,56,89,75,76,64,76,64,64,64,74,68,95,64,67,63,36,36,36,47,45,50,56,62,56,62,58,36,61,59,24,24,54,24,87,59,60,61,61,37,52,36,58,56,81,54,56,54,36,33,36,66",
);
const BOLD = widths(
  "25,31,40,64,65,84,66,21,39,39,54,67,30,47,29,38,67,48,62,65,67,63,65,59,65,65,29,30,67,67,67,54,100,72,66,74,72,61,59,76,74,28,56,68,57,91,74,78,64,78,65,65,66,73,72,101,69,71,65,39,38,39,48,47,50,58,63,58,63,59,38,63,61,26,26,57,26,90,61,61,63,63,40,55,38,61,58,84,56,58,56,39,36,39,67",
);
const OTHER = 66;
const WIDE = 100;

/** Width of a text in pixels. @param weight 500 and more counts as bold */
export function textWidth(text: string, size: number, weight = 400): number {
  const table = weight >= 500 ? BOLD : REGULAR;
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += table[code - 32] ?? (code >= 0x2e80 ? WIDE : OTHER);
  }
  return (sum * size) / 100;
}

function widths(list: string): number[] {
  return list.split(",").map(Number);
}
