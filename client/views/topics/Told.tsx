import type { ReactElement } from "react";
import type { TopicsModel } from "../../../data/chart/topics.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import frame from "../page.module.css";
import { withoutMadeUp } from "./made-up.ts";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

interface Props {
  model: TopicsModel;
  view: View;
  catalog: Catalog;
  onChange: (view: View) => void;
}

/** What is made up, not exact, or not there; with what can be done about it. */
export function Told({ model, view, catalog, onChange }: Props): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const madeUp = model.groups.some((group) => group.kind === "illustrative");
  return (
    <div className={styles.told}>
      {madeUp && (
        <p>
          <Badge kind="illustrative" /> {words.madeUp}{" "}
          <button type="button" className={frame.link} onClick={() => onChange(withoutMadeUp(view, catalog))}>
            {words.hideMadeUp}
          </button>
        </p>
      )}
      {model.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {model.incomplete > 0 && (
        <p>
          <button type="button" className={frame.link} onClick={() => onChange({ ...view, partial: !view.partial })}>
            {view.partial ? words.gapIncomplete : words.countIncomplete}
          </button>
        </p>
      )}
    </div>
  );
}
