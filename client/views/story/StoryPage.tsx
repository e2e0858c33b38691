import { type ReactElement, useCallback, useEffect, useState } from "react";
import { type SectionId, storyLead } from "../../../data/chart/story.ts";
import { STORY } from "../../../data/chart/story-words.ts";
import { carried, PAGE_NAMES, type Page } from "../../../data/model/page.ts";
import { dataView, defaultView, sameView, type Vintage } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { useOnline } from "../../app/data.ts";
import { following } from "../../app/follow.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import { Notices } from "../../controls/Notices.tsx";
import { FeedLink } from "../FeedLink.tsx";
import { useAfter } from "../growth/after.ts";
import places from "../growth/Growth.module.css";
import { Failure, Offline } from "../growth/States.tsx";
import { lateNewer } from "../newer/late-newer.tsx";
import frame from "../page.module.css";
import styles from "./Story.module.css";
import type { StoryNewerProps } from "./StoryNewer.tsx";
import { StoryPart } from "./StoryPart.tsx";
import { useStory } from "./story-data.ts";
import { STORY_PAGE } from "./words.ts";

const PARTS = ["growth", "conflict", "rank", "after", "where"] as const satisfies readonly SectionId[];

const LateNewer = lateNewer<StoryNewerProps>(() => import("./StoryNewer.tsx"));

const storyData = (vintage: Vintage) => dataView({ ...defaultView(), vintage });

/** The first page of a visitor: five charts, a sentence each, all from published figures, and what is not known. */
export function StoryPage({ view, data, notices, onChange, onVisit }: PageProps): ReactElement {
  const words = wordsOf(STORY);
  const page = wordsOf(STORY_PAGE);
  const header = wordsOf(HEADER);
  const online = useOnline();
  // What is here of another page's view is not the story's.
  const own = data.loaded !== null && sameView(dataView({ ...data.loaded.view, vintage: view.vintage }), storyData(view.vintage));
  const loaded = own ? data.loaded : null;
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  const ready = useAfter(drawn);
  const { sections, complete, failure, retry } = useStory(loaded, ready);
  const title = header.title(words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const follow = (to: Page) =>
    following(() => {
      onVisit(to);
      scrollTo(0, 0);
    });
  return (
    <>
      {!online && loaded && <Offline vintage={loaded.catalog.vintage} />}
      <main id="main" className="wrap" aria-busy={data.pending}>
        <Notices notices={notices} />
        {view.vintage !== "newest" && (
          // The question stands there before the data do.
          <div className={view.against === "" ? places.reservedNewer : places.reservedList}>
            {loaded && <LateNewer view={view} loaded={loaded} sections={sections} complete={complete} onChange={onChange} />}
          </div>
        )}
        {(data.failure ?? failure) !== null && (
          <Failure text={data.failure ?? failure ?? ""} loaded={loaded} onRetry={data.failure === null ? retry : data.retry} />
        )}
        {data.locked && <Unlock />}
        <header className={styles.lead}>
          <h1>{words.question}</h1>
          <p>{loaded && storyLead({ figures: loaded.figures, catalog: loaded.catalog, words, format: format() }).text}</p>
        </header>
        {(loaded || !data.locked) &&
          PARTS.map((id) => {
            const shown = sections.get(id);
            const absent = loaded !== null && (complete || id !== "where") && !data.pending;
            return (
              <StoryPart
                key={id}
                id={id}
                head={words.heads[id]}
                shown={shown}
                instead={absent && !shown ? page.missing(loaded.catalog.vintage) : ""}
                first={id === PARTS[0]}
                ready={ready}
                onDrawn={onDrawn}
                onVisit={onVisit}
              />
            );
          })}
        <section className={styles.further} aria-labelledby="further">
          <h2 id="further">{page.further}</h2>
          <ul>
            {PAGE_NAMES.filter((to) => page.about[to] !== undefined).map((to) => (
              <li key={to}>
                <a href={pathOf(to, carried(view, to))} onClick={follow(to)}>
                  {header.page[to]}
                </a>{" "}
                {page.about[to]}
              </li>
            ))}
          </ul>
          <p className={frame.feed}>
            <FeedLink page="story" view={view} />
          </p>
        </section>
        <p className="visually-hidden" role="status">
          {!loaded && data.failure === null && !data.locked ? page.loading : ""}
        </p>
      </main>
    </>
  );
}
