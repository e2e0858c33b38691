import type { ReactElement } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import frame from "../page.module.css";
import { withMadeUp } from "./made-up.ts";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

/** Where nobody has counted: says so, and offers what is made up as such. */
export function Offer({ view, catalog, onChange }: { view: View; catalog: Catalog; onChange: (view: View) => void }): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const madeUp = withMadeUp(view, catalog);
  return (
    <div className={styles.lead}>
      <h1 className={`${frame.headline} ${styles.headline}`}>{words.none}</h1>
      <p className={frame.dek}>{words.noneDek}</p>
      {madeUp && (
        <p className={styles.offer}>
          <Badge kind="illustrative" /> {words.offer(madeUp.topics)}{" "}
          <button type="button" className={frame.link} onClick={() => onChange(madeUp.view)}>
            {words.showMadeUp}
          </button>
        </p>
      )}
    </div>
  );
}
