import { type FormEvent, type ReactElement, useEffect, useId, useRef } from "react";
import styles from "./AddFile.module.css";

interface Props {
  /** What was wrong with the last token; `null` where none was given. */
  why: string | null;
  onToken: (token: string) => void;
  onCancel: () => void;
}

/** Asks for a token. The field is the only place on the page that has it: it is not stored. */
export function TokenForm({ why, onToken, onCancel }: Props): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reason is another question
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [why]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value ?? "";
    if (text.trim() === "") field.current?.focus();
    else onToken(text);
  };
  return (
    <form className={styles.token} onSubmit={submit} autoComplete="off">
      <label htmlFor={id}>Token</label>
      <input
        ref={field}
        id={id}
        type="password"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={why !== null}
        aria-describedby={`${id}why`}
      />
      <button type="submit" className="primary">
        Go on
      </button>
      <button type="button" className="quiet" onClick={onCancel}>
        Put it away
      </button>
      <p id={`${id}why`} role={why === null ? undefined : "alert"}>
        {why ?? (
          <>
            The server takes snapshots from those who have a token. <code>npm run -s token -- create NAME</code> makes one.
          </>
        )}{" "}
        It stays in the memory of this page and is gone when you leave it.
      </p>
    </form>
  );
}
