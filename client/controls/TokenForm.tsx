import { type FormEvent, type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";
import { wordsOf } from "../app/language.ts";
import { withCode } from "./code.tsx";
import styles from "./TokenForm.module.css";
import { TOKEN } from "./token-words.ts";

interface Props {
  /** What a token is for, and who makes one: said until one was refused. */
  ask: string;
  /** What was wrong with the last token; `null` where none was given. */
  why: string | null;
  /** What the token opens, as the button says. */
  go: string;
  busy?: boolean;
  onToken: (token: string) => void;
  /** Further buttons. */
  children?: ReactNode;
}

/** Asks for a token. The field holds it until it is given; it is not stored. */
export function TokenForm({ ask, why, go, busy = false, onToken, children }: Props): ReactElement {
  const words = wordsOf(TOKEN);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reason is another question
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [why]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? "";
    if (busy) return;
    if (text === "") field.current?.focus();
    else onToken(text);
  };
  return (
    <form className={styles.token} onSubmit={submit} autoComplete="off" aria-busy={busy}>
      <label htmlFor={id}>{words.label}</label>
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
      <button type="submit" className="primary" disabled={busy}>
        {go}
      </button>
      {children}
      <p id={`${id}why`} role={why === null ? undefined : "alert"}>
        {withCode(why ?? ask)}
        {words.stays}
      </p>
    </form>
  );
}
