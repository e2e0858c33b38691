import { type ReactElement, type ReactNode, useId, useState } from "react";
import styles from "./tables.module.css";

/** A row under a row, with what the table has no column for. */
export interface Note {
  id: string;
  isOpen: boolean;
  toggle: () => void;
}

/** The notes of a table's rows by what names a row; all are shut at first. */
export function useNotes(): (row: string | number) => Note {
  const id = useId();
  const [open, setOpen] = useState<ReadonlySet<string | number>>(new Set());
  return (row) => ({
    id: `${id}${row}`,
    isOpen: open.has(row),
    toggle: () => setOpen(open.has(row) ? new Set([...open].filter((other) => other !== row)) : new Set([...open, row])),
  });
}

/** Opens and shuts the note. */
export function NoteButton({ note, children }: { note: Note; children: ReactNode }): ReactElement {
  return (
    <button type="button" className={styles.note} aria-expanded={note.isOpen} aria-controls={note.id} onClick={note.toggle}>
      {children}
    </button>
  );
}

/** The note itself, across all columns of the table. */
export function NoteRow({ note, columns, children }: { note: Note; columns: number; children: ReactNode }): ReactElement | null {
  if (!note.isOpen) return null;
  return (
    <tr id={note.id} className={styles.told}>
      <td colSpan={columns}>{children}</td>
    </tr>
  );
}
