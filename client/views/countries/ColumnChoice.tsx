import { type ReactElement, useRef } from "react";
import { SURGE, type SurgeWords } from "../../../data/chart/surge-words.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import frame from "../page.module.css";
import styles from "./Countries.module.css";
import { COLUMN_IDS, type ColumnId, columnsOf, isSurgeFigure, type Usual, withColumns } from "./columns.ts";
import { COUNTRIES, type CountriesWords } from "./words.ts";

/** What a column is called. */
export function columnName(id: ColumnId, words: CountriesWords, surge: SurgeWords, short = false): string {
  if (isSurgeFigure(id)) return surge.figures[id][short ? "short" : "label"];
  return id === "coverage" ? surge.coverage.label : words.columns[id];
}

interface Props {
  view: View;
  usual: Usual;
  onChange: (view: View, tag?: string) => void;
}

/** Which columns there are, in which order, and which stay in place. */
export function ColumnChoice({ view, usual, onChange }: Props): ReactElement {
  const words = wordsOf(COUNTRIES);
  const surge = wordsOf(SURGE);
  const list = useRef<HTMLUListElement>(null);
  const { shown, pinned } = columnsOf(view, usual);
  const write = (next: readonly ColumnId[], kept: readonly ColumnId[] = pinned) =>
    onChange(withColumns(view, { shown: next, pinned: kept }, usual), "columns");
  const move = (id: ColumnId, by: -1 | 1) => {
    const at = shown.indexOf(id);
    write(
      shown.toSpliced(at, 1).toSpliced(at + by, 0, id),
      pinned.includes(id) ? order(shown.toSpliced(at, 1).toSpliced(at + by, 0, id), pinned) : pinned,
    );
    // The row goes on; the focus goes with it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-move="${id} ${by}"]`)?.focus());
  };
  return (
    <div className={styles.choice}>
      <ul ref={list}>
        {[...shown, ...COLUMN_IDS.filter((id) => !shown.includes(id))].map((id, index) => {
          const name = columnName(id, words, surge);
          const isOn = shown.includes(id);
          const isPinned = pinned.includes(id);
          const can = (by: -1 | 1) => {
            const other = shown[index + by];
            return isOn && other !== undefined && other !== "series" && pinned.includes(other) === isPinned;
          };
          if (id === "series")
            return (
              <li key={id}>
                <span className={styles.fixed}>{name}</span>
                <small>{words.always}</small>
              </li>
            );
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={isOn}
                  onChange={() =>
                    write(
                      isOn ? shown.filter((one) => one !== id) : [...shown, id],
                      pinned.filter((one) => one !== id || !isOn),
                    )
                  }
                />
                {words.show(name)}
              </label>
              <span className={styles.moves}>
                <button
                  type="button"
                  data-move={`${id} -1`}
                  disabled={!can(-1)}
                  aria-label={words.earlier(name)}
                  onClick={() => move(id, -1)}
                >
                  ←
                </button>
                <button type="button" data-move={`${id} 1`} disabled={!can(1)} aria-label={words.later(name)} onClick={() => move(id, 1)}>
                  →
                </button>
                <button
                  type="button"
                  aria-pressed={isPinned}
                  aria-label={words.pin(name)}
                  disabled={!isOn}
                  onClick={() => {
                    const kept = isPinned ? pinned.filter((one) => one !== id) : [...pinned, id];
                    write(columnsOf({ columns: shown, pinned: kept }, usual).shown, kept);
                  }}
                >
                  {words.pinned}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={frame.link}
        disabled={view.columns.length === 0 && view.pinned.length === 0}
        onClick={() => onChange({ ...view, columns: [], pinned: [] }, "columns")}
      >
        {words.usualColumns}
      </button>
    </div>
  );
}

function order(shown: readonly ColumnId[], some: readonly ColumnId[]): ColumnId[] {
  return shown.filter((id) => some.includes(id));
}
