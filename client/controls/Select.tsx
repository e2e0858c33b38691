import { type ReactElement, useId } from "react";
import styles from "./Field.module.css";

interface Props {
  label: string;
  value: string;
  /** Values with their words. */
  options: readonly (readonly [string, string])[];
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** One of several: the browser's own list under a quiet label. */
export function Select({ label, value, options, disabled, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
