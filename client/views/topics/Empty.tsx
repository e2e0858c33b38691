import { type ReactElement, useEffect, useState } from "react";
import { dailySeries } from "../../../data/analysis/daily.ts";
import { nameOf } from "../../../data/chart/names.ts";
import type { SeriesTable } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { sourcesOf, type View } from "../../../data/model/view.ts";
import { api, read, seriesQuery } from "../../app/api.ts";
import { dayWithYear } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import frame from "../page.module.css";
import styles from "./Topics.module.css";
import type { TopicsLoaded } from "./topics-data.ts";
import { TOPICS_PAGE } from "./words.ts";

interface Props {
  view: View;
  loaded: TopicsLoaded;
  onChange: (view: View) => void;
}

/** A field with nothing in it, and the nearest view that has something: other days, else another country or platform. */
export function Empty({ view, loaded, onChange }: Props): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const { catalog, series } = loaded;
  const days = series.filter((one) => one.topic !== ALL_TOPICS).flatMap((one) => one.days);
  const place = usePlace(view, loaded, days.length > 0);
  const show = (next: View, text: string) => (
    <button type="button" className={frame.link} onClick={() => onChange(next)}>
      {text}
    </button>
  );
  const [first, last] = [days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), days.reduce((a, b) => Math.max(a, b), 0)];
  return (
    <div className={styles.empty}>
      {days.length > 0
        ? show({ ...view, range: "all" }, words.showOther(`${dayWithYear(first)} – ${dayWithYear(last)}`))
        : place &&
          show(
            { ...view, platforms: [place.platform], countries: [place.country], topics: [ALL_TOPICS], sum: false, range: "all" },
            words.showOther(`${nameOf(catalog.platforms, place.platform)}, ${nameOf(catalog.countries, place.country)}`),
          )}
    </div>
  );
}

/** The first place that has topics: the catalog knows countries and topics, not which country has which. */
function usePlace(view: View, { catalog }: TopicsLoaded, isHere: boolean): { platform: string; country: string } | null {
  const [found, setFound] = useState<{ platform: string; country: string } | null>(null);
  const on = sourcesOf(view, catalog);
  const rows = catalog.coverage.filter((row) => row.metric === view.metric && on.includes(row.source) && row.topics.length > 1);
  const list = (pick: (row: (typeof rows)[number]) => string[]) => [...new Set(rows.flatMap(pick))];
  const topics = list((row) => row.topics).filter((topic) => topic !== ALL_TOPICS);
  const query = seriesQuery({
    ...view,
    ...{ platforms: list((row) => [row.platform]), countries: list((row) => row.countries), topics: topics.slice(0, 1) },
  });
  const key = isHere || topics.length === 0 ? "" : JSON.stringify(query);
  useEffect(() => {
    if (key === "") return;
    const abort = new AbortController();
    read<SeriesTable>(api.series.$get({ query: JSON.parse(key) as typeof query }, { init: { signal: abort.signal } })).then(
      (table) => {
        const having = dailySeries(table).filter((one) => one.days.length > 0);
        if (!abort.signal.aborted) setFound(having.find((one) => one.country === "US") ?? having[0] ?? null);
      },
      // Without it there is no link; why the pictures are empty is said all the same.
      () => undefined,
    );
    return () => abort.abort();
  }, [key]);
  return found;
}
