import type { Extent } from "../../data/analysis/table.ts";
import type { View } from "../../data/model/view.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./DatePresets.module.css";
import { presets, sameRange } from "./presets.ts";
import { CONTROLS } from "./words.ts";

/** The row of named ranges under the chart. */
export function DatePresets({ view, extent, onChange }: { view: View; extent: Extent | null; onChange: (view: View) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are buttons
    <div className={styles.row} role="group" aria-label={wordsOf(CONTROLS).presets}>
      {presets(extent)
        .filter((preset) => preset.row)
        .map(({ name, range }) => (
          <button
            key={name}
            type="button"
            disabled={range === null}
            aria-pressed={sameRange(range, view.range)}
            onClick={() => range && onChange({ ...view, range })}
          >
            {name}
          </button>
        ))}
    </div>
  );
}
