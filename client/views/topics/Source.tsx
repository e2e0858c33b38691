import type { ReactElement } from "react";
import type { TopicsModel } from "../../../data/chart/topics.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { dayNumber } from "../../../data/model/day.ts";
import { dayWithYear } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

/** Who says what is drawn, and as of which vintage. */
export function Source({ model, catalog }: { model: TopicsModel; catalog: Catalog }): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const sources = catalog.sources.filter((source) => model.groups.some((group) => group.source === source.id));
  const received = catalog.received_at ? dayNumber(catalog.received_at.slice(0, 10)) : undefined;
  return (
    <figcaption className={styles.source}>
      <p>{sources.length > 0 && words.shares(sources.map(({ name, publisher, kind }) => [name, publisher, kind]))}</p>
      <p>
        <b>{words.vintage(catalog.vintage)}</b>
        {received !== undefined && words.received(dayWithYear(received), model.view.vintage === "newest")}
      </p>
    </figcaption>
  );
}
