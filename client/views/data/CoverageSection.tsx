import { type ReactElement, useMemo } from "react";
import { CHART } from "../../../data/chart/chart-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { View } from "../../../data/model/view.ts";
import { useAsked } from "../../app/asked.ts";
import { rangeText } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { Select } from "../../controls/Select.tsx";
import grid from "../../tables/tables.module.css";
import { CoverageCalendar } from "./CoverageCalendar.tsx";
import { CoverageTable } from "./CoverageTable.tsx";
import { type Chosen, extentOf, metricsOf, seriesOf, sourcesWith, topicText, writeChosen, writeOne } from "./chosen.ts";
import { type Coverage, countDays, coverageOf } from "./coverage.ts";
import styles from "./DataPage.module.css";
import { type Batch, loadChosen } from "./load.ts";
import { useChosen } from "./useChosen.ts";
import { DATA } from "./words.ts";

interface Props {
  view: View;
  catalog: Catalog | null;
  /** `null` while they are on their way. */
  batches: readonly Batch[] | null;
}

/** Which days of which series are there, missing, and revised. */
export function CoverageSection({ view, catalog, batches }: Props): ReactElement {
  const words = wordsOf(DATA).coverage;
  const [chosen, choose] = useChosen(view, catalog);
  const ready = catalog !== null && batches !== null && chosen !== null;
  const key = ready ? `${writeChosen(chosen)} ${catalog.vintage}` : "";
  const asked = useAsked(key, ready ? (signal) => loadChosen(chosen, catalog, batches, signal) : null);
  const data = asked.loaded;
  const coverage = useMemo(() => {
    const extent = data && catalog && extentOf(data.chosen, catalog);
    return extent && coverageOf(data.series, { from: numberOf(extent.first), to: numberOf(extent.last) }, data.revisions);
  }, [data, catalog]);
  return (
    <div className={grid.section}>
      <h2 id="coverage">{words.title}</h2>
      <p>{words.about}</p>
      {catalog && chosen === null && <p className={styles.empty}>{words.none}</p>}
      {catalog && chosen && <Choices chosen={chosen} catalog={catalog} onChoose={choose} />}
      {asked.failure !== null && (
        <div className={styles.failure} role="alert">
          <p>
            {words.failed} <span>{asked.failure}</span>
          </p>
          <button type="button" className="quiet" onClick={asked.retry}>
            {wordsOf(HEADER).again}
          </button>
        </div>
      )}
      {coverage && data ? (
        <div className={styles.coverage} data-pending={asked.pending ? "" : undefined} aria-busy={asked.pending}>
          <p className={styles.sentence}>{sentence(coverage)}</p>
          {coverage.of > 0 && (
            <>
              {data.revisions === null && <p className={styles.fine}>{words.unknown}</p>}
              {data.since !== null && <p className={styles.fine}>{words.since(data.since)}</p>}
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
  const words = wordsOf(DATA).coverage;
  const { place, comma } = wordsOf(CHART);
  const series = seriesOf(chosen, catalog);
  const { metric, source } = chosen;
  return (
    <div className={styles.choices}>
      <Select
        label={words.metric}
        value={metric}
        options={metricsOf(catalog).map((id) => [id, nameOf(catalog.metrics, id)])}
        onChange={(id) => {
          const sources = sourcesWith(id, catalog);
          onChoose({ metric: id, source: sources.includes(source) ? source : (sources[0] ?? source), one: null });
        }}
      />
      <Select
        label={words.source}
        value={source}
        options={sourcesWith(metric, catalog).map((id) => [id, sourceText(id, catalog)])}
        onChange={(id) => onChoose({ metric, source: id, one: null })}
      />
      <Select
        label={words.series}
        value={chosen.one ? writeOne(chosen.one) : ""}
        options={[
          ["", series.length === 1 ? words.one : words.all],
          ...series.map((one): [string, string] => [
            writeOne(one),
            [nameOf(catalog.platforms, one.platform), place(one.country, catalog.countries), topicText(one, catalog.topics)]
              .filter(Boolean)
              .join(comma),
          ]),
        ]}
        onChange={(text) => onChoose({ metric, source, one: series.find((one) => writeOne(one) === text) ?? null })}
      />
    </div>
  );
}

function sourceText(id: string, { sources }: Catalog): string {
  const source = sources.find((known) => known.id === id);
  return source ? wordsOf(DATA).coverage.kind(source.name, source.kind) : id;
}

function sentence(coverage: Coverage): string {
  const { coverage: words, gap } = wordsOf(DATA);
  if (coverage.of === 0) return words.noSeries;
  const { days, whole, part, missing, revised } = countDays(coverage);
  const told = words.sentence(days, rangeText(coverage.from, coverage.to), coverage.of, whole, part, missing);
  return revised === null ? told : [told, words.revised(revised)].join(gap);
}
