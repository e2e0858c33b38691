import type { Extent } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import { sourcesOf, type View } from "../../data/model/view.ts";
import { wordsOf } from "../app/language.ts";
import { Check } from "./Check.tsx";
import { toggled, withCountries, withMetric, withSource, withSources } from "./choices.ts";
import { DatePopover } from "./DatePopover.tsx";
import styles from "./FilterPanel.module.css";
import { Listbox } from "./Listbox.tsx";
import { countryOptions, metricOptions, platformOptions, sourceOptions, topicOptions } from "./options.ts";
import { PANEL } from "./panel-words.ts";
import { addsUp } from "./summary.ts";

/** What a cell of the bar opens. */
export type Filter = "metric" | "platforms" | "countries" | "topics" | "sources" | "dates";

export interface FilterPanelProps {
  filter: Filter;
  view: View;
  catalog: Catalog;
  days: Extent | null;
  extent: Extent | null;
  figures: readonly Figure[];
  events: readonly SurgeEvent[];
  onChange: (view: View) => void;
  onDone: () => void;
}

/** The choices of one filter. */
export function FilterPanel({ filter, ...props }: FilterPanelProps) {
  const { view, catalog, figures, onChange, onDone } = props;
  const { lists } = wordsOf(PANEL);
  switch (filter) {
    case "metric":
      return (
        <Listbox
          label={lists.metrics}
          options={metricOptions(view, catalog, figures)}
          chosen={[view.metric]}
          onChoose={(id) => {
            onChange(withMetric(view, id, catalog));
            onDone();
          }}
        />
      );
    case "platforms": {
      const order = catalog.platforms.map((platform) => platform.id);
      return (
        <Listbox
          label={lists.platforms}
          options={platformOptions(view, catalog, figures)}
          chosen={view.platforms}
          onChoose={(id) => onChange({ ...view, platforms: toggled(view.platforms, id, order) })}
          onOnly={(id) => onChange({ ...view, platforms: [id] })}
        />
      );
    }
    case "countries":
      return <Countries {...props} />;
    case "topics":
      return (
        <Listbox
          label={lists.topics}
          options={topicOptions(view, catalog, figures)}
          chosen={view.topics}
          onChoose={(id) => onChange({ ...view, topics: toggled(view.topics, id) })}
          onOnly={(id) => onChange({ ...view, topics: [id] })}
        />
      );
    case "sources":
      return <Sources {...props} />;
    case "dates":
      return <DatePopover {...props} onChange={(range) => onChange({ ...view, range })} />;
  }
}

function Countries({ view, catalog, figures, onChange }: Omit<FilterPanelProps, "filter">) {
  const words = wordsOf(PANEL);
  return (
    <>
      <Listbox
        label={words.lists.countries}
        options={countryOptions(view, catalog, figures)}
        chosen={view.countries}
        onChoose={(id) => onChange(withCountries(view, toggled(view.countries, id)))}
        onOnly={(id) => onChange(withCountries(view, [id]))}
      />
      {addsUp(view, catalog) && (
        <div className={styles.below}>
          <Check label={words.sum} checked={view.sum} onChange={(sum) => onChange({ ...view, sum, partial: sum && view.partial })} />
          {view.sum && (
            <Check
              label={words.partial}
              detail={words.partialDetail}
              checked={view.partial}
              onChange={(partial) => onChange({ ...view, partial })}
            />
          )}
        </div>
      )}
    </>
  );
}

function Sources({ view, catalog, onChange }: Omit<FilterPanelProps, "filter">) {
  const words = wordsOf(PANEL);
  return (
    <>
      <div className={styles.above}>
        <Check
          label={words.figures}
          detail={words.figuresDetail}
          checked={view.figures}
          onChange={(figures) => onChange({ ...view, figures })}
        />
      </div>
      <Listbox
        label={words.lists.sources}
        options={sourceOptions(view, catalog)}
        chosen={sourcesOf(view, catalog)}
        onChoose={(id) => onChange(withSource(view, id, catalog))}
        onOnly={(id) => onChange(withSources(view, [id], catalog))}
      />
    </>
  );
}
