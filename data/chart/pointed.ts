import type { View } from "../model/view.ts";
import type { Speech } from "./lines.ts";
import { type FigureMark, markText } from "./marks.ts";

/**
 * Says which figure the address points out, or that the picture has no place for it; empty where it points out none.
 *
 * @param marks the figures that are drawn
 * @example pointedText({ figure: "rf004" }, marks, speech)
 * // "Pointed out: 2.4M, 13 Jan 2025, Similarweb, via CNBC Indonesia."
 */
export function pointedText({ figure: id }: Pick<View, "figure">, marks: readonly FigureMark[], { words, format }: Speech): string {
  if (id === "") return "";
  const mark = marks.find(({ figure }) => figure.id === id);
  if (!mark) return words.notPointed(id);
  const { figure, from, to } = mark;
  const days = from === to ? format.dayWithYear(from) : format.rangeText(from, to);
  return words.pointed(markText(figure, format.worded), days, words.said(figure));
}
