import type { ReactElement } from "react";
import type { Extent } from "../../../data/analysis/table.ts";
import type { MapModel } from "../../../data/chart/map-model.ts";
import { nearestMapDay, rangeWith } from "../../../data/chart/map-sentence.ts";
import { type DayNumber, dayOf } from "../../../data/model/day.ts";
import type { View } from "../../../data/model/view.ts";
import { longDay } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import frame from "../page.module.css";
import styles from "./Map.module.css";
import { MAP_PAGE } from "./words.ts";

interface Props {
  view: View;
  model: MapModel;
  day: DayNumber;
  range: Extent;
  onDay: (day: DayNumber) => void;
  onChange: (view: View, tag?: string) => void;
}

/** In the place of values: that there are none, and the nearest day that has one. */
export function NoValue({ view, model, day, range, onDay, onChange }: Props): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const nearest = nearestMapDay(model, day);
  const show = (next: DayNumber) => {
    if (next >= range.from && next <= range.to) return onDay(next);
    const { from, to } = rangeWith(range, next);
    onChange({ ...view, day: dayOf(next), range: { from: dayOf(from), to: dayOf(to) } });
  };
  return (
    <div className={styles.empty}>
      <p>{nearest === null ? words.nothing : words.empty(longDay(day))}</p>
      {nearest !== null && (
        <button type="button" className={frame.link} onClick={() => show(nearest)}>
          {words.nearest(longDay(nearest))}
        </button>
      )}
    </div>
  );
}
