import type { ReactElement } from "react";
import { TokenForm } from "../controls/TokenForm.tsx";
import { TOKEN } from "../controls/token-words.ts";
import { wordsOf } from "./language.ts";
import { giveToken, useToken } from "./token.ts";
import styles from "./UnlockForm.module.css";

/** What is private, and the field that opens it. */
export function UnlockForm(): ReactElement {
  const words = wordsOf(TOKEN);
  const { refusal } = useToken();
  return (
    <section className={styles.unlock} aria-labelledby="unlock">
      <h2 id="unlock">{words.isPrivate}</h2>
      <p>{words.need}</p>
      <TokenForm ask={words.who} why={refusal === null ? null : words.why(refusal)} go={words.show} onToken={giveToken} />
    </section>
  );
}
