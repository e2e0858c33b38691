import type { ChartModel } from "../../data/chart/picture.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { dayNumber } from "../../data/model/day.ts";
import { dayWithYear } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import { GROWTH } from "../views/growth/words.ts";

const MOST = 4;

/** Who says what is drawn, as the page says it under its chart, without links. */
export function sourceText(model: ChartModel, { sources }: Catalog): string {
  const words = wordsOf(GROWTH).source;
  const figures = model.panels.flatMap((panel) => panel.figures.map((mark) => mark.figure));
  const lines = model.panels.flatMap((panel) => panel.lines);
  const kinds = new Set(lines.map((line) => line.kind));
  const counted = sources.filter(
    ({ id, kind }) => (kind === "observed" || kind === "estimate") && lines.some((line) => line.source === id),
  );
  const publishers = [...new Set(figures.map(({ publisher }) => publisher.replace(/ \(.*\)$/, "")))];
  const more = publishers.length - MOST;
  return [
    publishers.length > 0
      ? `${words.figures}${publishers.slice(0, MOST).join(words.comma)}${more > 0 ? words.others(more) : ""}${words.stop}`
      : "",
    model.reshaped?.figuresNote ? `${model.reshaped.figuresNote} ` : "",
    counted.length > 0 ? words.lines(counted.map((source) => [source.name, source.publisher, source.kind])) : "",
    kinds.has("modelled") ? words.modelled : "",
    kinds.has("illustrative") ? words.illustrative : "",
  ]
    .join("")
    .trim();
}

/** As of which vintage, as the beginning of a line. */
export function vintageText({ vintage, received_at }: Catalog): string {
  const words = wordsOf(GROWTH).source;
  const received = received_at ? dayNumber(received_at.slice(0, 10)) : undefined;
  return `${words.vintage(vintage)}${received === undefined ? "" : words.received(dayWithYear(received))}${words.stop}`;
}
