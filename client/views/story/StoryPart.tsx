import { type ReactElement, useId } from "react";
import type { SectionId } from "../../../data/chart/story.ts";
import type { Page } from "../../../data/model/page.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { following } from "../../app/follow.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { NARROW } from "../../charts/frame.ts";
import { useWidth } from "../growth/width.ts";
import { PROPORTION } from "../map/shapes.ts";
import { useNear } from "./near.ts";
import styles from "./Story.module.css";
import { StoryPicture } from "./StoryPicture.tsx";
import type { ShownSection } from "./story-data.ts";
import { STORY_PAGE } from "./words.ts";

interface Props {
  id: SectionId;
  head: string;
  /** `undefined`: this vintage cannot tell it, or not yet. */
  shown: ShownSection | undefined;
  /** Said in its place. */
  instead: string;
  /** Whether its chart is drawn at once; the others wait until they are near, and until this one stands there. */
  first: boolean;
  ready: boolean;
  onDrawn: () => void;
  onVisit: (page: Page, view: View) => void;
}

/** One chart, the sentence that it proves, who says so, and what is not known. */
export function StoryPart({ id, head, shown, instead, first, ready, onDrawn, onVisit }: Props): ReactElement {
  const words = wordsOf(STORY_PAGE);
  const said = useId();
  const [watch, near] = useNear<HTMLElement>();
  const [measured, width] = useWidth<HTMLElement>();
  const { section, loaded } = shown ?? {};
  const pages = section ? [...new Map(section.said.rows.map((row) => [row.url, row])).values()] : [];
  const follow = following(() => {
    if (section) onVisit(section.page, section.view);
    scrollTo(0, 0);
  });
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
            <a className={styles.open} href={pathOf(section.page, section.view)} onClick={follow}>
              {words.open(wordsOf(HEADER).page[section.page])}
            </a>
          </>
        )}
      </div>
      <figure
        ref={measured}
        className={styles.chart}
        style={{ minHeight: id === "where" ? mapHeight(width) : undefined }}
        aria-labelledby={said}
      >
        {(first || (ready && near)) && section && loaded && width > 0 && (
          <StoryPicture page={section.page} {...{ loaded, width, onDrawn, onVisit }} describedBy={said} />
        )}
      </figure>
    </section>
  );
}

/** A map is as high as it is wide, so its place cannot stand in a stylesheet: the map, what it is of, and its legend. */
function mapHeight(width: number): number | undefined {
  if (width === 0) return undefined;
  return Math.ceil(width * PROPORTION) + (width < NARROW ? 190 : 96);
}
