import type { ReactElement } from "react";
import { nameOf } from "../../../data/chart/names.ts";
import { chosenTopics, topicMetrics } from "../../../data/chart/topics-view.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import { withMetric } from "../../controls/choices.ts";
import { Segments } from "../../controls/Segments.tsx";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

/** What is shared, of what, and how it is drawn. Each choice is in the address. */
export function TopicTools({ view, catalog, onChange }: { view: View; catalog: Catalog; onChange: (view: View) => void }): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const metrics = topicMetrics(catalog);
  const { topics, of } = chosenTopics(view, catalog);
  const hasAll = view.topics.length === 1 && of === "all";
  // Everything beside all topics is `all` alone: one address for one picture.
  const every = chosenTopics({ ...view, topics: [ALL_TOPICS] }, catalog).topics;
  const isEvery = every.length === topics.length && every.every((topic) => topics.includes(topic));
  const choose = (whole: "all" | "topics") => {
    if (whole === "topics") return onChange({ ...view, topics });
    onChange({ ...view, topics: isEvery || hasAll ? [ALL_TOPICS] : [ALL_TOPICS, ...topics] });
  };
  return (
    <div className={styles.tools}>
      {metrics.length > 1 && (
        <Segments
          label={words.of}
          value={view.metric}
          options={metrics.map((id) => [id, nameOf(catalog.metrics, id)] as const)}
          onChange={(metric) => onChange(withMetric(view, metric, catalog))}
        />
      )}
      <Segments
        label={words.drawn}
        value={view.stack ? "on" : "off"}
        options={words.drawings}
        onChange={(drawn) => onChange({ ...view, stack: drawn === "on" })}
      />
      {topics.length > 0 && <Segments label={words.whole} value={of} options={words.wholes} onChange={choose} />}
    </div>
  );
}
