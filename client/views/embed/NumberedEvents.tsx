import type { ReactElement } from "react";
import { CHART } from "../../../data/chart/chart-words.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import type { ChartModel } from "../../../data/chart/picture.ts";
import { wordsOf } from "../../app/language.ts";
import { placeEvents } from "../../charts/events.ts";
import type { Frame } from "../../charts/frame.ts";
import { TABLES } from "../../tables/words.ts";
import styles from "./Embed.module.css";

/** What the numbers on a narrow chart stand for: no table of events is under a chart on a page of somebody else. */
export function numberedEvents({ view, model }: Cut & { model: ChartModel }, frame: Frame | null): ReactElement | null {
  if (!frame?.narrow || view.layout === "countries") return null;
  const placed = placeEvents(model.events, frame).filter(({ form }) => form === "number");
  if (placed.length === 0) return null;
  return (
    <ol className={styles.events} aria-label={wordsOf(TABLES).events.title}>
      {placed.map(({ mark, number }) => (
        <li key={mark.event.slug}>
          <b>{number}</b> {wordsOf(CHART).named(mark.dateText, mark.event.short)}
        </li>
      ))}
    </ol>
  );
}
