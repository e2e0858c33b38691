import type { ReactElement } from "react";
import type { ChartModel } from "../../../data/chart/picture.ts";
import styles from "./Growth.module.css";
import { Headline } from "./Headline.tsx";
import { Marks } from "./Marks.tsx";

/** What stands over the chart: the sentence that it proves, what is drawn, and how to read the marks. */
export function Lead({ model }: { model: ChartModel }): ReactElement {
  return (
    <div className={styles.lead}>
      <Headline spans={model.headline} id="headline" />
      <p className={styles.dek}>{model.description}</p>
      <Marks model={model} />
    </div>
  );
}
