import { type ReactElement, useEffect } from "react";
import { numberOf } from "../../../data/model/day.ts";
import type { Page } from "../../../data/model/page.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { useAsked } from "../../app/asked.ts";
import { type DataState, useOnline } from "../../app/data.ts";
import { rangeText } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import { AddFile } from "./AddFile.tsx";
import { Batches } from "./Batches.tsx";
import { CoverageSection } from "./CoverageSection.tsx";
import styles from "./DataPage.module.css";
import { loadBatches } from "./load.ts";
import { Sources } from "./Sources.tsx";
import { DATA } from "./words.ts";

interface Props {
  view: View;
  data: DataState;
  onVisit: (page: Page, view?: View) => void;
}

/** What is stored, when it came and from whom, which days are there, and the way for more of it to come in. */
export function DataPage({ view, data, onVisit }: Props): ReactElement {
  const words = wordsOf(DATA);
  const { loaded } = data;
  const online = useOnline();
  const batches = useAsked("batches", loadBatches);
  const failure = data.failure ?? (data.locked ? null : batches.failure);
  // Together, so that none pushes the others down.
  const isWaiting = failure === null && !data.locked && !(loaded && batches.loaded);
  useEffect(() => {
    document.title = wordsOf(HEADER).title(words.title);
  }, [words]);
  const retry = () => {
    data.retry();
    batches.retry();
  };
  return (
    <>
      {!online && (
        <p className={styles.offline} role="status">
          <span className="wrap">{words.offline(loaded?.catalog.vintage ?? null)}</span>
        </p>
      )}
      <main id="main" className={`wrap ${styles.page}`} aria-busy={data.pending || batches.pending}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{loaded ? leadText(loaded, batches.loaded?.length) : words.lead}</p>
        {failure !== null && (
          <div className={styles.failure} role="alert">
            <p>
              {words.failed}
              {loaded ? words.shows(loaded.catalog.vintage) : ""} <span>{failure}</span>
            </p>
            <button type="button" className="quiet" onClick={retry}>
              {wordsOf(HEADER).again}
            </button>
          </div>
        )}
        <AddFile sources={loaded?.catalog.sources ?? []} online={online} view={view} onVisit={onVisit} onTaken={retry} />
        {data.locked && <Unlock />}
        {isWaiting && <div className={styles.waiting} />}
        {!isWaiting && (loaded || !data.locked) && (
          <>
            <Batches batches={batches.loaded} catalog={loaded?.catalog ?? null} view={view} onVisit={onVisit} />
            <CoverageSection view={view} catalog={loaded?.catalog ?? null} batches={batches.loaded} />
            <Sources catalog={loaded?.catalog ?? null} />
          </>
        )}
      </main>
    </>
  );
}

function leadText({ catalog }: Loaded, batches: number | undefined): string {
  const words = wordsOf(DATA);
  const { days, coverage, vintage } = catalog;
  const sources = new Set(coverage.map((row) => row.source)).size;
  const what = days === null ? words.noDay : words.values(sources, rangeText(numberOf(days.first), numberOf(days.last)));
  if (batches === undefined) return what;
  return [what, batches === vintage ? words.batches(batches) : words.vintageOf(vintage, batches)].join(words.gap);
}
