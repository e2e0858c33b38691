import { type ReactElement, useEffect, useMemo } from "react";
import { cutOf } from "../../../data/chart/cut.ts";
import { useOnline } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import { FilterBar } from "../../controls/FilterBar.tsx";
import { Notices } from "../../controls/Notices.tsx";
import { MeasureCell } from "./MeasureCell.tsx";
import { PICTURE } from "./picture.ts";
import { Failure, Offline, Waiting } from "./States.tsx";
import { GROWTH } from "./words.ts";

/** How much, how fast: lines of the chosen platforms and countries over the chosen days. */
export function GrowthPage({ view, data, notices, onChange }: PageProps): ReactElement {
  const { loaded } = data;
  const online = useOnline();
  const module = PICTURE.use();
  const cut = useMemo(() => (loaded ? cutOf(view, loaded) : null), [view, loaded]);
  useEffect(() => {
    document.title = wordsOf(HEADER).title(wordsOf(GROWTH).page);
  }, []);
  return (
    <>
      {loaded && cut ? (
        <FilterBar
          view={data.pending ? view : cut.view}
          catalog={loaded.catalog}
          days={cut.range}
          extent={cut.extent}
          figures={loaded.figures}
          events={loaded.events}
          offline={!online}
          own={
            <MeasureCell
              view={data.pending ? view : cut.view}
              catalog={loaded.catalog}
              events={loaded.events}
              days={cut.range}
              onChange={onChange}
            />
          }
          onChange={onChange}
        />
      ) : (
        <div className="bar-place" aria-hidden="true" />
      )}
      {!online && loaded && <Offline vintage={loaded.catalog.vintage} />}
      <main id="main" className="wrap" aria-busy={data.pending}>
        <Notices notices={notices} />
        {data.failure !== null && <Failure text={data.failure} loaded={loaded} onRetry={data.retry} />}
        {loaded && data.locked && <Unlock />}
        {module === "failed" && <Failure text={wordsOf(HEADER).pageFailed} loaded={null} onRetry={() => location.reload()} />}
        {loaded && cut && module && module !== "failed" ? (
          <module.GrowthPicture asked={view} cut={cut} loaded={loaded} pending={data.pending} onChange={onChange} />
        ) : (
          <Waiting told={data.failure !== null || module === "failed" ? "" : wordsOf(GROWTH).loading} locked={data.locked} />
        )}
      </main>
    </>
  );
}
