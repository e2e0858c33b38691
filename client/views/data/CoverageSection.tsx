import { type ReactElement, useMemo } from "react";
import { rangeText } from "../../../data/chart/format.ts";
import { nameOf, placeName } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { View } from "../../../data/model/view.ts";
import grid from "../../tables/tables.module.css";
import { useAsked } from "./asked.ts";
import { CoverageCalendar } from "./CoverageCalendar.tsx";
import { CoverageTable } from "./CoverageTable.tsx";
import { type Chosen, extentOf, metricsOf, seriesOf, sourcesWith, topicText, writeChosen, writeOne } from "./chosen.ts";
import { type Coverage, countDays, coverageOf } from "./coverage.ts";
import styles from "./DataPage.module.css";
import { type Batch, loadChosen } from "./load.ts";
import { Select } from "./Select.tsx";
import { plural } from "./told.ts";
import { useChosen } from "./useChosen.ts";

interface Props {
  view: View;
  catalog: Catalog | null;
  /** `null` while they are on their way. */
  batches: readonly Batch[] | null;
}

/** Which days of which series are there, missing, and revised. */
export function CoverageSection({ view, catalog, batches }: Props): ReactElement {
  const [chosen, choose] = useChosen(view, catalog);
  const ready = catalog !== null && batches !== null && chosen !== null;
  const key = ready ? `${writeChosen(chosen)} ${catalog.vintage}` : "";
  const asked = useAsked(key, async (signal) => {
    if (!ready) throw new Error("There is nothing to ask for.");
    return loadChosen(chosen, catalog, batches, signal);
  });
  const data = asked.value;
  const coverage = useMemo(() => {
    const extent = data && catalog && extentOf(data.chosen, catalog);
    return extent && coverageOf(data.series, { from: numberOf(extent.first), to: numberOf(extent.last) }, data.revisions);
  }, [data, catalog]);
  return (
    <div className={grid.section}>
      <h2 id="coverage">Coverage</h2>
      <p>Which days have a value, which are missing, and which were revised after they first came.</p>
      {catalog && chosen === null && <p className={styles.empty}>No series has a value yet, so there are no days to show.</p>}
      {catalog && chosen && <Choices chosen={chosen} catalog={catalog} onChoose={choose} />}
      {asked.failure !== null && (
        <div className={styles.failure} role="alert">
          <p>
            Could not read these series. <span>{asked.failure}</span>
          </p>
          <button type="button" className="quiet" onClick={asked.retry}>
            Try again
          </button>
        </div>
      )}
      {coverage && data ? (
        <div className={styles.coverage} data-pending={asked.pending ? "" : undefined} aria-busy={asked.pending}>
          <p className={styles.sentence}>{sentence(coverage)}</p>
          {coverage.of > 0 && (
            <>
              {data.revisions === null && <p className={styles.fine}>Which days were revised could not be read, so none is marked.</p>}
              {data.since !== null && (
                <p className={styles.fine}>Revisions are marked from batch {data.since} on; older ones were not looked up.</p>
              )}
              <CoverageCalendar key={writeChosen(data.chosen)} coverage={coverage} />
              <CoverageTable coverage={coverage} />
            </>
          )}
        </div>
      ) : (
        chosen !== null && asked.failure === null && <p className={styles.reserved} />
      )}
    </div>
  );
}

function Choices({ chosen, catalog, onChoose }: { chosen: Chosen; catalog: Catalog; onChoose: (chosen: Chosen) => void }): ReactElement {
  const series = seriesOf(chosen, catalog);
  const { metric, source } = chosen;
  return (
    <div className={styles.choices}>
      <Select
        label="Metric"
        value={metric}
        options={metricsOf(catalog).map((id) => [id, nameOf(catalog.metrics, id)])}
        onChange={(id) => {
          const sources = sourcesWith(id, catalog);
          onChoose({ metric: id, source: sources.includes(source) ? source : (sources[0] ?? source), one: null });
        }}
      />
      <Select
        label="Source"
        value={source}
        options={sourcesWith(metric, catalog).map((id) => [id, sourceText(id, catalog)])}
        onChange={(id) => onChoose({ metric, source: id, one: null })}
      />
      <Select
        label="Series"
        value={chosen.one ? writeOne(chosen.one) : ""}
        options={[
          ["", series.length === 1 ? "The one there is" : "All of them"],
          ...series.map((one): [string, string] => [
            writeOne(one),
            `${nameOf(catalog.platforms, one.platform)}, ${placeName(one.country, catalog.countries)}${topicText(one, catalog.topics)}`,
          ]),
        ]}
        onChange={(text) => onChoose({ metric, source, one: series.find((one) => writeOne(one) === text) ?? null })}
      />
    </div>
  );
}

function sourceText(id: string, { sources }: Catalog): string {
  const source = sources.find((known) => known.id === id);
  return source ? `${source.name} (${source.kind})` : id;
}

function sentence(coverage: Coverage): string {
  if (coverage.of === 0) return "There is no such series: none of its days has a value.";
  const { days, whole, part, missing, revised } = countDays(coverage);
  const range = rangeText(coverage.from, coverage.to);
  const some = part === 0 ? "" : `, ${part} with some`;
  const has = coverage.of === 1 ? `${plural(whole, "day")} with a value` : `${plural(whole, "day")} with all ${coverage.of} series${some}`;
  const known = revised === null ? "" : ` ${revised === 0 ? "No day was" : revised === 1 ? "1 day was" : `${revised} days were`} revised.`;
  return `${plural(days, "day")}, ${range}: ${has}, ${missing === 0 ? "none" : missing} missing.${known}`;
}
