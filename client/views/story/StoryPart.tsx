import { type MouseEvent, type ReactElement, useEffect, useId } from "react";
import type { SectionId } from "../../../data/chart/story.ts";
import type { Page } from "../../../data/model/page.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { useWidth } from "../growth/width.ts";
import { STORY_CHART } from "./chart.ts";
import { useNear } from "./near.ts";
import styles from "./Story.module.css";
import type { ShownSection } from "./story-data.ts";
import { STORY_PAGE } from "./words.ts";

interface Props {
  id: SectionId;
  head: string;
  /** `undefined`: this vintage cannot tell it, or not yet. */
  shown: ShownSection | undefined;
  /** Said in its place. */
  instead: string;
  /** Its chart stands there; or somebody is so far down that only the rest can be drawn. */
  onDrawn: () => void;
  onVisit: (page: Page, view: View) => void;
}

/** One chart, the sentence that it proves, who says so, and what is not known. */
export function StoryPart({ id, head, shown, instead, onDrawn, onVisit }: Props): ReactElement {
  const words = wordsOf(STORY_PAGE);
  const said = useId();
  const [watch, near] = useNear<HTMLElement>();
  const [measured, width] = useWidth<HTMLElement>();
  const chart = STORY_CHART.use();
  const { section, loaded } = shown ?? {};
  const isWaiting = near && section !== undefined && loaded === null;
  useEffect(() => {
    if (isWaiting) onDrawn();
  }, [isWaiting, onDrawn]);
  const pages = section ? [...new Map(section.said.rows.map((row) => [row.url, row])).values()] : [];
  const follow = (view: View) => (click: MouseEvent) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return;
    click.preventDefault();
    onVisit("growth", view);
    scrollTo(0, 0);
  };
  return (
    <section ref={watch} className={styles.part} data-part={id} aria-labelledby={`${said}-head`}>
      <div className={styles.text}>
        <h2 id={`${said}-head`}>{head}</h2>
        <p id={said} className={styles.said}>
          {section?.said.text ?? instead}
        </p>
        {section && (
          <>
            <p className={styles.by}>
              {section.by.text} {words.pages(pages.length)}{" "}
              {pages.map((row, index) => (
                <span key={row.url}>
                  {index > 0 && ", "}
                  <a href={row.url} target="_blank" rel="noopener noreferrer">
                    {row.publisher}
                  </a>
                </span>
              ))}
            </p>
            {section.unknown && <p className={styles.unknown}>{section.unknown.text}</p>}
            <a className={styles.open} href={pathOf("growth", section.view)} onClick={follow(section.view)}>
              {words.open(wordsOf(HEADER).page.growth)}
            </a>
          </>
        )}
      </div>
      <figure ref={measured} className={styles.chart} aria-labelledby={said}>
        {chart === "failed" ? (
          <p role="alert">{wordsOf(HEADER).pageFailed}</p>
        ) : (
          chart && near && loaded && width > 0 && <chart.StoryChart loaded={loaded} width={width} describedBy={said} onDrawn={onDrawn} />
        )}
      </figure>
    </section>
  );
}
