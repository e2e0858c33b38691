import { changedFigures, changedLines, steppedBack } from "../../../data/chart/changes.ts";
import { type LaterInput, laterCut } from "../../../data/chart/later-cut.ts";
import { wordsOf } from "../../app/language.ts";
import { changesExtra } from "../../charts/changes-extra.tsx";
import { CHANGES } from "../newer/words.ts";
import type { Compare } from "./changes.ts";
import { both } from "./use-picture.ts";

/** Draws a later vintage over the picture of a page: the same days, interval and measure, on axes that have room for both. */
export function compareWith(later: LaterInput, [old, now]: readonly [old: number, now: number]): Compare {
  const { name } = wordsOf(CHANGES);
  const { series, figures, events, catalog } = later;
  return (cut, input, make) => {
    const after = make({ ...input, ...laterCut(cut, later, cut.range), series, figures, events, catalog })?.model;
    if (!after) return null;
    const beside = new Map(input.beside);
    for (const { id, lines, compared, figures } of after.panels)
      beside.set(
        id,
        [...[...lines, ...compared].flatMap(({ points }) => points), ...figures].map(({ value }) => value),
      );
    const before = make({ ...input, beside });
    if (!before) return null;
    const changed = { lines: changedLines(before.model, after), figures: changedFigures(before.model, after) };
    const model = steppedBack(before.model, changed);
    const over = changesExtra({ before: model, after, changed, names: [name(old), name(now)] });
    return { model, extra: before.extra ? both(before.extra, over) : over };
  };
}
