import { type ReactElement, useEffect } from "react";
import { rangeText } from "../../../data/chart/format.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { Page } from "../../../data/model/page.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { type DataState, useOnline } from "../../app/data.ts";
import { useToken } from "../../app/token.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { AddFile } from "./AddFile.tsx";
import { useAsked } from "./asked.ts";
import { Batches } from "./Batches.tsx";
import { CoverageSection } from "./CoverageSection.tsx";
import styles from "./DataPage.module.css";
import { loadBatches } from "./load.ts";
import { Sources } from "./Sources.tsx";
import { plural } from "./told.ts";

interface Props {
  view: View;
  data: DataState;
  onVisit: (page: Page, view?: View) => void;
}

/** What is stored, when it came and from whom, which days are there, and the way for more of it to come in. */
export function DataPage({ view, data, onVisit }: Props): ReactElement {
  const { loaded } = data;
  const online = useOnline();
  const { turn } = useToken();
  const batches = useAsked(`batches ${turn}`, loadBatches);
  const failure = data.failure ?? (data.locked ? null : batches.failure);
  useEffect(() => {
    document.title = "Data · RedNote Surge";
  }, []);
  const retry = () => {
    data.retry();
    batches.retry();
  };
  return (
    <>
      {!online && (
        <p className={styles.offline} role="status">
          <span className="wrap">
            Offline. {loaded ? `You see vintage ${loaded.catalog.vintage}. ` : ""}Files can be sent again once you are back.
          </span>
        </p>
      )}
      <main id="main" className={`wrap ${styles.page}`} aria-busy={data.pending || batches.pending}>
        <h1>Data</h1>
        <p className={styles.lead}>{loaded ? leadText(loaded, batches.value?.length) : "What is stored, when it came and from whom."}</p>
        {failure !== null && (
          <div className={styles.failure} role="alert">
            <p>
              Could not reach the data.{loaded ? ` The page shows vintage ${loaded.catalog.vintage}.` : ""} <span>{failure}</span>
            </p>
            <button type="button" className="quiet" onClick={retry}>
              Try again
            </button>
          </div>
        )}
        <AddFile sources={loaded?.catalog.sources ?? []} online={online} view={view} onVisit={onVisit} onTaken={retry} />
        {data.locked && <Unlock />}
        {(loaded || !data.locked) && (
          <>
            <Batches batches={batches.value} catalog={loaded?.catalog ?? null} view={view} onVisit={onVisit} />
            <CoverageSection view={view} catalog={loaded?.catalog ?? null} batches={batches.value} />
            <Sources catalog={loaded?.catalog ?? null} />
          </>
        )}
      </main>
    </>
  );
}

function leadText({ catalog }: Loaded, batches: number | undefined): string {
  const { days, coverage, vintage } = catalog;
  const sources = new Set(coverage.map((row) => row.source)).size;
  const came =
    batches === undefined ? "" : ` ${batches === vintage ? plural(batches, "batch", "batches") : `Vintage ${vintage} of ${batches}`}.`;
  if (days === null) return `No day has a value yet.${came}`;
  return `${plural(sources, "source")} with values from ${rangeText(numberOf(days.first), numberOf(days.last))}.${came}`;
}
