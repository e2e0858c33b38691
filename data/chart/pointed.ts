import { saidBy } from "../model/figure.ts";
import type { View } from "../model/view.ts";
import { dayWithYear, rangeText, worded } from "./format.ts";
import type { FigureMark } from "./marks.ts";

/**
 * Says which figure the address points out, or that the picture has no place for it; empty where it points out none.
 *
 * @param marks the figures that are drawn
 * @example pointedText({ figure: "rf004" }, marks)
 * // " Pointed out: 2.4M, 13 Jan 2025, Similarweb, via CNBC Indonesia."
 */
export function pointedText({ figure: id }: Pick<View, "figure">, marks: readonly FigureMark[]): string {
  if (id === "") return "";
  const mark = marks.find(({ figure }) => figure.id === id);
  if (!mark) return ` The figure ${id} has no place on this chart.`;
  const { figure, from, to } = mark;
  const days = from === to ? dayWithYear(from) : rangeText(from, to);
  return ` Pointed out: ${worded(figure.value, figure.qualifier)}, ${days}, ${saidBy(figure)}.`;
}
