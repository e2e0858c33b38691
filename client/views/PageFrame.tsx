import { type ReactElement, type ReactNode, useEffect } from "react";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Page } from "../../data/model/page.ts";
import type { Asked } from "../app/asked.ts";
import { useOnline } from "../app/data.ts";
import { wordsOf } from "../app/language.ts";
import type { PageProps } from "../app/page-props.ts";
import { Unlock } from "../app/Unlock.tsx";
import { HEADER } from "../app/words.ts";
import { FilterBar, type FilterBarProps } from "../controls/FilterBar.tsx";
import { Notices } from "../controls/Notices.tsx";
import { FeedLink } from "./FeedLink.tsx";
import { Failure, Offline, Waiting } from "./growth/States.tsx";
import { lateNewer } from "./newer/late-newer.tsx";
import type { PageNewerProps } from "./newer/PageNewer.tsx";
import styles from "./page.module.css";

interface Props extends Omit<PageProps, "onVisit"> {
  page: Page;
  words: { title: string; loading: string };
  /** What the page asks for itself. */
  asked: Asked<{ catalog: Catalog }>;
  /** How high the place of the page is until that is here, px. */
  height: number;
  /** What the bar is given besides; `null` until there is something to choose from. */
  bar: Omit<FilterBarProps, "catalog" | "offline" | "onChange"> | null;
  /** What is compared with a later vintage where the page is pinned; `null` until there is something to show. */
  showsOf: PageNewerProps["showsOf"] | null;
  /** The bar of a page that draws what changed; others list it. */
  newer?: (props: PageNewerProps) => ReactElement;
  /** What stands in the page once there is something to show. */
  children: ReactNode;
}

const LateNewer = lateNewer<PageNewerProps>(() => import("./newer/PageNewer.tsx"));
const listed = (props: PageNewerProps) => <LateNewer {...props} />;

/** What a page with data of its own has around them: title, filter bar, and what is to be said of the server and the vintage. */
export function PageFrame({
  page,
  words,
  asked,
  height,
  bar,
  view,
  data,
  notices,
  showsOf,
  newer = listed,
  onChange,
  children,
}: Props): ReactElement {
  const online = useOnline();
  const catalog = asked.loaded?.catalog;
  const title = wordsOf(HEADER).title(words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      {catalog && bar ? (
        <FilterBar {...bar} catalog={catalog} offline={!online} onChange={onChange} />
      ) : (
        <div className="bar-place" aria-hidden="true" />
      )}
      {!online && catalog && <Offline vintage={catalog.vintage} />}
      <main id="main" className="wrap" aria-busy={asked.pending}>
        <Notices notices={notices} />
        {data.loaded && asked.loaded && showsOf && newer({ view, loaded: data.loaded, of: asked.loaded, showsOf, onChange })}
        {asked.failure !== null && <Failure text={asked.failure} loaded={data.loaded} onRetry={asked.retry} />}
        {catalog && asked.locked && <Unlock />}
        {catalog ? children : <Waiting height={height} told={asked.failure === null ? words.loading : ""} locked={asked.locked} />}
        {catalog && (
          <p className={styles.feed}>
            <FeedLink page={page} view={view} />
          </p>
        )}
      </main>
    </>
  );
}
