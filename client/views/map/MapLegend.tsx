import type { ReactElement } from "react";
import { DISAGREE, type MapModel, NO_VALUE, NOT_FOUND } from "../../../data/chart/map-model.ts";
import { stepText } from "../../../data/chart/map-reading.ts";
import { WORLD } from "../../../data/model/slug.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import frame from "../page.module.css";
import styles from "./Map.module.css";
import { Swatch } from "./Swatch.tsx";
import { mapTold } from "./told.ts";
import { MAP_PAGE } from "./words.ts";

interface Props {
  model: MapModel;
  cells: ArrayLike<number>;
  lit: ReadonlySet<number>;
  /** A later vintage, and the countries that are other in it. */
  later?: { vintage: number; marked: ReadonlyMap<string, number> | undefined } | null;
  onLit: (lit: ReadonlySet<number>) => void;
}

/** The steps of the map; those that are pressed are seen alone. */
export function MapLegend({ model, cells, lit, later, onLit }: Props): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const told = mapTold();
  const counts = countsOf(cells, model.count);
  const disagree = model.cells.includes(DISAGREE);
  const entries = [
    { cell: NO_VALUE, text: words.noData },
    ...(model.daily ? [] : [{ cell: NOT_FOUND, text: words.notFound }]),
    ...(disagree ? [{ cell: DISAGREE, text: words.disagree }] : []),
    ...model.steps.map((step, cell) => ({ cell, text: stepText(model, step, told) })),
  ];
  const toggle = (cell: number) => onLit(new Set(lit.has(cell) ? [...lit].filter((one) => one !== cell) : [...lit, cell]));
  return (
    <div className={styles.legend}>
      {model.source && <Badge kind={model.source.kind} />}
      <ul aria-label={words.legend} title={words.legendHelp}>
        {entries.map(({ cell, text }) => (
          <li key={cell}>
            <button
              type="button"
              className={styles.step}
              aria-pressed={lit.has(cell)}
              data-faded={(lit.size > 0 && !lit.has(cell)) || undefined}
              onClick={() => toggle(cell)}
            >
              <Swatch cell={cell} steps={model.steps} />
              {text}
              <span className={styles.counted} aria-hidden="true">
                {counts.get(cell) ?? 0}
              </span>
              <span className="visually-hidden">, {words.countries(counts.get(cell) ?? 0)}</span>
            </button>
          </li>
        ))}
        {later && (
          <li className={`${styles.step} ${styles.mark}`}>
            <svg width="12" height="12" aria-hidden="true">
              <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--text-1)" strokeWidth="1.5" />
            </svg>
            {words.laterMark(later.vintage)}
            <span className={styles.counted} aria-hidden="true">
              {countOf(later.marked)}
            </span>
            <span className="visually-hidden">, {words.countries(countOf(later.marked))}</span>
          </li>
        )}
      </ul>
      {lit.size > 0 && (
        <button type="button" className={frame.link} onClick={() => onLit(new Set())}>
          {words.allSteps}
        </button>
      )}
    </div>
  );
}

/** The world is no country. */
export function countOf(marked: ReadonlyMap<string, number> | undefined): number {
  return marked ? marked.size - (marked.has(WORLD) ? 1 : 0) : 0;
}

function countsOf(cells: ArrayLike<number>, count: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const cell = cells[index] as number;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}
