import type { ReactElement } from "react";
import { TokenForm } from "../controls/TokenForm.tsx";
import { giveToken, useToken } from "./token.ts";
import styles from "./UnlockForm.module.css";

/** What is private, and the field that opens it. */
export function UnlockForm(): ReactElement {
  const { refusal } = useToken();
  return (
    <section className={styles.unlock} aria-labelledby="unlock">
      <h2 id="unlock">This server is private.</h2>
      <p>Charts, tables and downloads need a token for reading. A link says which view; it opens for those who have one.</p>
      <TokenForm
        ask="Whoever runs the server makes one: `npm run -s token -- create NAME --scope read`."
        why={refusal === null ? null : whyText(refusal)}
        go="Show the data"
        onToken={giveToken}
      />
    </section>
  );
}

/** A refusal for the person at the field: the server's own advice is for who writes requests by hand. */
function whyText(refusal: string): string {
  const [what = refusal] = refusal.split(" Send `Authorization");
  return what === refusal ? what : `${what} Check that it is copied whole, or ask for another.`;
}
