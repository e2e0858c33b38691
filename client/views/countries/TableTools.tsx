import { type ReactElement, useRef, useState } from "react";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import { Popover } from "../../controls/Popover.tsx";
import { Segments } from "../../controls/Segments.tsx";
import type { Arranged } from "./arranged.ts";
import { ColumnChoice } from "./ColumnChoice.tsx";
import styles from "./Countries.module.css";
import { CsvLink } from "./CsvLink.tsx";
import type { Usual } from "./columns.ts";
import type { Surges } from "./surges.ts";
import { COUNTRIES } from "./words.ts";

export interface TableToolsProps {
  view: View;
  table: Arranged;
  /** How many rows there are without a search. */
  of: number;
  /** How far reading is; `null` where nothing is read. */
  surges: Surges | null;
  usual: Usual;
  /** Of what the table shows. */
  vintage: number;
  onChange: (view: View, tag?: string) => void;
}

/** What is done with the whole table: search, columns, density. */
export function TableTools({ view, table, of, surges, usual, vintage, onChange }: TableToolsProps): ReactElement {
  const words = wordsOf(COUNTRIES);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.tools}>
      <input
        type="search"
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        maxLength={80}
        value={view.search}
        onChange={(event) => onChange({ ...view, search: event.target.value }, "search")}
      />
      <span role="status" className={styles.count}>
        {words.searched(table.rows.length, of)}
        {surges && surges.read < surges.of && ` · ${words.reading(surges.read, surges.of)}`}
      </span>
      {surges && table.rows.length > 0 && <CsvLink view={view} rows={table.rows} vintage={vintage} />}
      <div className={styles.density}>
        <Segments
          label={words.density}
          value={view.dense ? "dense" : "roomy"}
          options={words.densities}
          onChange={(next) => onChange({ ...view, dense: next === "dense" })}
        />
      </div>
      <div className={styles.anchor}>
        <button
          ref={opener}
          type="button"
          className={styles.opener}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.chooseColumns}
        </button>
        {open && (
          <Popover
            label={words.chooseColumns}
            onClose={(returnFocus) => {
              setOpen(false);
              if (returnFocus) opener.current?.focus();
            }}
          >
            <ColumnChoice view={view} usual={usual} onChange={onChange} />
          </Popover>
        )}
      </div>
    </div>
  );
}
