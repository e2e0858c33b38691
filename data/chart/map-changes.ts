import type { DayNumber } from "../model/day.ts";
import { type MapModel, NO_VALUE, rowOf } from "./map-model.ts";
import { stepOf } from "./map-steps.ts";

/** What a later map has otherwise than an earlier one of the same days. */
export interface MapChanges {
  /** The later map; its values stand in the steps of the earlier one, so that a colour means the same in both. */
  after: MapModel;
  /** Days of the range on which a value of any country is another, ascending; all of them where the day makes no difference. */
  days: readonly DayNumber[];
}

/**
 * Compares two maps of one view at two vintages.
 *
 * @param before with steps that have room for the later one, see `beside` of `mapModel`
 * @param after with the range of the earlier map
 * @example changedCells(before, mapChanges(before, after), day).get("US") // 4: the step of the later value
 */
export function mapChanges(before: MapModel, after: MapModel): MapChanges {
  const { steps } = before;
  const cells = after.cells.map((cell, at) => {
    const value = after.values[at] as number;
    // Without a value it is no step: nothing known, nothing found, or figures that disagree.
    return Number.isNaN(value) ? Math.min(cell, NO_VALUE) : stepOf(steps, value);
  });
  const recast = { ...after, steps, cells };
  const { from, to } = before.range;
  const all = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const pairs = pairsOf(before, recast);
  const days = before.daily ? all.filter((day) => pairs.some((pair) => differs(before, recast, pair, day))) : [];
  return { after: recast, days };
}

/**
 * The countries of a day whose value is another later, by id, each with the step that the later value falls into, or with
 * what stands for none. The world has no place on a map, and is among them.
 */
export function changedCells(before: MapModel, { after }: MapChanges, day: DayNumber): ReadonlyMap<string, number> {
  const found = pairsOf(before, after).filter((pair) => differs(before, after, pair, day));
  const row = rowOf(after, day) * after.countries.length;
  return new Map(found.map(({ id, now }) => [id, after.cells[row + now] as number]));
}

interface Pair {
  id: string;
  /** Its place in either map. */
  old: number;
  now: number;
}

/** Countries of both maps. */
function pairsOf(before: MapModel, after: MapModel): Pair[] {
  const places = new Map(after.countries.map(({ id }, at) => [id, at]));
  return before.countries.flatMap(({ id }, old) => {
    const now = places.get(id);
    return now === undefined ? [] : [{ id, old, now }];
  });
}

function differs(before: MapModel, after: MapModel, { old, now }: Pair, day: DayNumber): boolean {
  const [left, right] = [rowOf(before, day) * before.countries.length + old, rowOf(after, day) * after.countries.length + now];
  const [was, is] = [before.values[left] as number, after.values[right] as number];
  if (Number.isNaN(was) || Number.isNaN(is)) return !(Number.isNaN(was) && Number.isNaN(is)) || before.cells[left] !== after.cells[right];
  return was !== is;
}
