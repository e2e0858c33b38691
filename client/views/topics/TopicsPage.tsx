import { type ReactElement, useEffect, useMemo } from "react";
import { type Extent, extentOf, resolveRange } from "../../../data/analysis/table.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { hasTopics } from "../../../data/chart/topics-view.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import { useOnline } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import { type Control, FilterBar } from "../../controls/FilterBar.tsx";
import { Notices } from "../../controls/Notices.tsx";
import { Failure, Newer, Offline } from "../growth/States.tsx";
import { Claims } from "./Claims.tsx";
import { Offer } from "./Offer.tsx";
import { TopicPictures } from "./TopicPictures.tsx";
import styles from "./Topics.module.css";
import { useTopics } from "./topics-data.ts";
import { TOPICS_PAGE } from "./words.ts";

const CONTROLS: readonly Control[] = ["platforms", "countries", "topics", "sources", "dates", "interval"];

/** What people write about: the share of each topic over time, and what the article claims of it. */
export function TopicsPage({ view, data, notices, onChange }: PageProps): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const online = useOnline();
  const topics = useTopics(view, data);
  const { loaded } = topics;
  const shown = useMemo((): View => {
    if (!loaded) return view;
    // While others come, the page still shows the series that are here.
    const { metric, platforms, countries, sources, vintage } = loaded.view;
    return { ...view, metric, platforms, countries, sources, vintage, topics: topics.pending ? loaded.view.topics : view.topics };
  }, [view, loaded, topics.pending]);
  const extent = useMemo(() => (loaded ? extentOf(loaded.series) : null), [loaded]);
  const range = useMemo(
    () => resolveRange(view.range, extent) ?? (resolveRange(defaultView().range, null) as Extent),
    [view.range, extent],
  );
  const title = wordsOf(HEADER).title(words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  // An address may ask for what nobody has by topic; the usual one says nothing of a metric.
  const asked = loaded && view.metric !== loaded.view.metric && view.metric !== defaultView().metric ? view.metric : null;
  return (
    <>
      {loaded ? (
        <FilterBar
          view={{ ...view, metric: loaded.view.metric }}
          catalog={loaded.catalog}
          days={range}
          extent={extent}
          figures={[]}
          events={data.loaded?.events ?? []}
          offline={!online}
          shows={CONTROLS}
          onChange={onChange}
        />
      ) : (
        <div className="bar-place" aria-hidden="true" />
      )}
      {!online && loaded && <Offline vintage={loaded.catalog.vintage} />}
      <main id="main" className="wrap" aria-busy={topics.pending}>
        <Notices notices={notices} />
        {data.loaded && data.loaded.newest > data.loaded.catalog.vintage && !data.pending && (
          <Newer loaded={data.loaded} onLive={() => onChange({ ...view, vintage: "newest", against: "" })} />
        )}
        {topics.failure !== null && <Failure text={topics.failure} loaded={data.loaded} onRetry={topics.retry} />}
        {loaded && topics.locked && <Unlock />}
        {loaded ? (
          <>
            {asked && <p className={styles.asked}>{words.notThis(nameOf(loaded.catalog.metrics, asked))}</p>}
            {hasTopics(shown, loaded.catalog) ? (
              <TopicPictures view={shown} loaded={loaded} range={range} extent={extent} pending={topics.pending} onChange={onChange} />
            ) : (
              <Offer view={shown} catalog={loaded.catalog} onChange={onChange} />
            )}
            <Claims claims={loaded.claims} catalog={loaded.catalog} view={view} />
          </>
        ) : (
          <div className={styles.waiting}>
            {topics.locked ? (
              <Unlock />
            ) : (
              <p className="visually-hidden" role="status">
                {topics.failure === null ? words.loading : ""}
              </p>
            )}
          </div>
        )}
      </main>
    </>
  );
}
