import type { ReactElement } from "react";
import type { TopicsModel } from "../../../data/chart/topics.ts";
import { wordsOf } from "../../app/language.ts";
import { ShareSample } from "../../charts/ShareSample.tsx";
import { NAMED, shareColumns } from "../../charts/share-frame.ts";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

/** The marks by name, in the order of the picture, where the pictures have no room for names beside them. */
export function Legend({ model, width }: { model: TopicsModel; width: number }): ReactElement | null {
  const words = wordsOf(TOPICS_PAGE);
  if (shareColumns(model, width).width >= NAMED || (!model.view.stack && model.groups.length === 1)) return null;
  const seen = new Map(model.panels.flatMap((panel) => panel.marks.map((mark) => [mark.id, mark] as const)));
  const marks = model.view.stack ? [...seen.values()].toReversed() : [...seen.values()];
  return (
    <ul className={styles.legend} aria-label={model.view.stack ? words.legend : undefined}>
      {marks.map((mark) => (
        <li key={mark.id}>
          <ShareSample stroke={mark.stroke} />
          {mark.label}
        </li>
      ))}
    </ul>
  );
}
