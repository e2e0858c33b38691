import { type ReactElement, useMemo } from "react";
import { namesOf } from "../../../data/analysis/entry-changes.ts";
import { extentOf, shownDays } from "../../../data/analysis/table.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { hasTopics } from "../../../data/chart/topics-view.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import type { Control } from "../../controls/FilterBar.tsx";
import { lateNewer } from "../newer/late-newer.tsx";
import { useDrawing } from "../newer/later-page.ts";
import type { DrawingBarProps } from "../newer/PageNewer.tsx";
import type { Shows } from "../newer/shows.ts";
import { PageFrame } from "../PageFrame.tsx";
import { Claims } from "./Claims.tsx";
import { Offer } from "./Offer.tsx";
import { TopicPictures } from "./TopicPictures.tsx";
import styles from "./Topics.module.css";
import type { TopicsDraw } from "./TopicsNewer.tsx";
import { topicViews, useTopics } from "./topics-data.ts";
import { TOPICS_PAGE } from "./words.ts";

const CONTROLS: readonly Control[] = ["platforms", "countries", "topics", "sources", "dates", "interval"];

const LateNewer = lateNewer<DrawingBarProps<TopicsDraw>>(() => import("./TopicsNewer.tsx"));

/** What people write about: the share of each topic over time, and what the article claims of it. */
export function TopicsPage({ view, data, notices, onChange }: PageProps): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const topics = useTopics(view, data);
  const { loaded } = topics;
  const [draw, setDraw] = useDrawing<TopicsDraw>(loaded);
  const shown = useMemo((): View => {
    if (!loaded) return view;
    // While others come, the page still shows the series that are here.
    const { metric, platforms, countries, sources, vintage } = loaded.view;
    return { ...view, metric, platforms, countries, sources, vintage, topics: topics.pending ? loaded.view.topics : view.topics };
  }, [view, loaded, topics.pending]);
  const extent = useMemo(() => (loaded ? extentOf(loaded.series) : null), [loaded]);
  const range = useMemo(() => shownDays(view.range, extent), [view.range, extent]);
  // An address may ask for what nobody has by topic; the usual one says nothing of a metric.
  const asked = loaded && view.metric !== loaded.view.metric && view.metric !== defaultView().metric ? view.metric : null;
  const showsOf = (): Shows => {
    const viewOf = (catalog: Catalog) => topicViews(view, catalog).asked;
    return {
      series: loaded ? [{ viewOf, series: loaded.series, days: range }] : [],
      entriesOf: (reference) => {
        const asked = viewOf(reference);
        const claims = reference.claims.filter(({ topic }) => topic !== ALL_TOPICS).map(({ id }) => id);
        return { ...(asked && namesOf(asked, reference)), claims, topics: reference.topics.map(({ id }) => id) };
      },
    };
  };
  return (
    <PageFrame
      page="topics"
      words={words}
      asked={topics}
      height={1200}
      bar={
        loaded && {
          view: { ...view, metric: loaded.view.metric },
          days: range,
          extent,
          figures: [],
          events: data.loaded?.events ?? [],
          shows: CONTROLS,
        }
      }
      view={view}
      data={data}
      notices={notices}
      showsOf={loaded && showsOf}
      newer={(props) => <LateNewer {...props} onDraw={setDraw} />}
      onChange={onChange}
    >
      {loaded && (
        <>
          {asked && <p className={styles.asked}>{words.notThis(nameOf(loaded.catalog.metrics, asked))}</p>}
          {hasTopics(shown, loaded.catalog) ? (
            <TopicPictures
              view={shown}
              loaded={loaded}
              range={range}
              extent={extent}
              pending={topics.pending}
              draw={draw}
              onChange={onChange}
            />
          ) : (
            <Offer view={shown} catalog={loaded.catalog} onChange={onChange} />
          )}
          <Claims claims={loaded.claims} catalog={loaded.catalog} view={view} />
        </>
      )}
    </PageFrame>
  );
}
