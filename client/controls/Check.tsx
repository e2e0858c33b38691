import styles from "./Check.module.css";

/** One thing to switch on or off, with a word on what it does. */
export function Check({
  label,
  detail,
  checked,
  onChange,
}: {
  label: string;
  detail?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
    </label>
  );
}
