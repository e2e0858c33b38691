import { patched } from "../../../data/analysis/patched.ts";
import { changedLines, steppedBack } from "../../../data/chart/changes.ts";
import { cutOf } from "../../../data/chart/cut.ts";
import { dayOf } from "../../../data/model/day.ts";
import type { Loaded } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { changesExtra } from "../../charts/changes-extra.tsx";
import type { Compare } from "./changes.ts";
import { CHANGES } from "./changes-words.ts";
import type { LaterVintage } from "./load-changes.ts";
import { both } from "./use-picture.ts";

/** Draws the later vintage over the lines of a page: the same days, interval and measure, on axes that have room for both. */
export function compareWith({ vintage, diffs }: LaterVintage, loaded: Loaded): Compare {
  const { catalog } = loaded;
  const { name } = wordsOf(CHANGES);
  const known = diffs.filter(({ source }) => catalog.sources.some(({ id }) => id === source));
  const series = patched(loaded.series, known);
  return (cut, input, make) => {
    const range = { from: dayOf(cut.range.from), to: dayOf(cut.range.to) };
    const { table, daily } = cutOf({ ...cut.view, range }, { ...loaded, series });
    const after = make({ ...input, table, daily, series })?.model;
    if (!after) return null;
    const beside = new Map(input.beside);
    for (const line of after.panels.flatMap((panel) => panel.lines))
      beside.set(line.id, [...(beside.get(line.id) ?? []), ...line.points.map((point) => point.value)]);
    const before = make({ ...input, beside });
    if (!before) return null;
    const changed = changedLines(before.model, after);
    const model = steppedBack(before.model, changed);
    const over = changesExtra({ before: model, after, changed, names: [name(catalog.vintage), name(vintage)] });
    return { model, extra: before.extra ? both(before.extra, over) : over };
  };
}
