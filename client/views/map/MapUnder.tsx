import { memo, type ReactElement, useMemo } from "react";
import type { MapModel } from "../../../data/chart/map-model.ts";
import { rangeWith, widestFigures } from "../../../data/chart/map-sentence.ts";
import { MAP } from "../../../data/chart/map-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { type DayNumber, dayOf } from "../../../data/model/day.ts";
import { sourcesOf, type View } from "../../../data/model/view.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import { longDay } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import frame from "../page.module.css";
import styles from "./Map.module.css";
import { MAP_PAGE } from "./words.ts";

interface Props {
  view: View;
  model: MapModel;
  day: DayNumber;
  loaded: AllLoaded;
  onChange: (view: View, tag?: string) => void;
}

/** Below the map: where more is known, what is made up, who says what is shown. */
export function MapUnder({ view, model, day, loaded, onChange }: Props): ReactElement {
  const known = model.known[model.daily ? day - model.range.from : 0] ?? 0;
  return <Under view={view} model={model} known={known} loaded={loaded} onChange={onChange} />;
}

const Under = memo(({ view, model, known, loaded, onChange }: Omit<Props, "day"> & { known: number }) => {
  const words = wordsOf(MAP_PAGE);
  const { catalog, figures } = loaded;
  const widest = useMemo(() => widestFigures(view, model.platform, figures), [view, model.platform, figures]);
  const on = sourcesOf(view, catalog);
  const off = catalog.sources.find((source) => source.kind === "illustrative" && !on.includes(source.id));
  const rows = catalog.coverage.filter(
    (row) => row.source === off?.id && row.metric === view.metric && row.platform === model.platform && row.topics.includes(model.topic),
  );
  const madeUp = new Set(rows.flatMap((row) => row.countries)).size;
  const goWidest = () => {
    if (!widest) return;
    const { from, to } = rangeWith(model.range, widest.day);
    const sources = view.sources.filter((id) => id !== "illustrative");
    const range = { from: dayOf(from), to: dayOf(to) };
    onChange({ ...view, metric: widest.metric, day: dayOf(widest.day), range, sources, by: "value", measure: "value" });
  };
  const more = widest && (widest.countries > known || model.source?.kind === "illustrative") ? widest : null;
  return (
    <div className={styles.under}>
      {more && (
        <p>
          {words.widest}{" "}
          <button type="button" className={frame.link} onClick={goWidest}>
            {wordsOf(MAP).widest(nameOf(catalog.metrics, more.metric), more.countries, longDay(more.day))}
          </button>
        </p>
      )}
      {off && madeUp > 0 && (
        <p>
          <Badge kind="illustrative" /> {words.illustrative(madeUp)}{" "}
          <button type="button" className={frame.link} onClick={() => onChange({ ...view, sources: [off.id, ...on] })}>
            {words.showIllustrative}
          </button>
        </p>
      )}
      <p className={styles.note}>
        {model.source && (
          <>
            <b>{model.source.name}</b> <Badge kind={model.source.kind} /> {model.source.method} <a href="/method">{words.method}</a>.{" "}
          </>
        )}
        {words.shapes}
      </p>
    </div>
  );
});
Under.displayName = "Under";
