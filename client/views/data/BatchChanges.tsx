import type { ReactElement } from "react";
import { CHART } from "../../../data/chart/chart-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import { dataView, encodeView, type View } from "../../../data/model/view.ts";
import { useAsked } from "../../app/asked.ts";
import { dayWithYear, fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { type Changes, loadChanges } from "./load.ts";
import { countsText } from "./told.ts";
import { DATA } from "./words.ts";

interface Props {
  batch: number;
  view: View;
  catalog: Catalog | null;
}

/** Changes that are read out; the rest are counted. */
const MOST_TOLD = 8;

/** What a batch changed of the series of the view, day by day. */
export function BatchChanges({ batch, view, catalog }: Props): ReactElement {
  const words = wordsOf(DATA).changes;
  const { loaded, failure, retry } = useAsked(`changes ${batch} ${encodeView(dataView(view))}`, (signal) =>
    loadChanges(batch, view, signal),
  );
  if (failure !== null)
    return (
      <p>
        {words.failed} {failure}{" "}
        <button type="button" className="quiet" onClick={retry}>
          {wordsOf(HEADER).again}
        </button>
      </p>
    );
  if (loaded === null) return <p className="muted">{words.looking}</p>;
  const { added, revised, retracted } = loaded;
  const name = nameOf(catalog?.metrics ?? [], view.metric);
  const all = added + revised + retracted;
  if (all === 0) return <p>{words.nothing(name)}</p>;
  const told = changesOf(loaded, catalog);
  return (
    <>
      <p>{words.of(name, countsText({ inserted: added, revised, retracted }))}</p>
      <ul>
        {told.slice(0, MOST_TOLD).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {MOST_TOLD < all && <li>{words.more(fullNumber(all - MOST_TOLD))}</li>}
      </ul>
    </>
  );
}

/** Revisions and withdrawals first: a first value surprises nobody. */
function changesOf({ series }: Changes, catalog: Catalog | null): string[] {
  const words = wordsOf(DATA).changes;
  const { place } = wordsOf(CHART);
  const told = series.flatMap((one) => {
    const { metrics = [], platforms = [], countries = [], sources = [] } = catalog ?? {};
    const what = words.series(nameOf(platforms, one.platform), place(one.country, countries), nameOf(sources, one.source), one.kind);
    const unit = metrics.find(({ id }) => id === one.metric)?.unit ?? (one.unit || one.metric);
    const said = (value: number) => `${fullNumber(value)} ${unit}`;
    return one.dates.map((date, at) => {
      const [old, now] = [one.old[at] ?? null, one.new[at] ?? null];
      const day = dayWithYear(numberOf(date));
      if (old === null) return { isFirst: true, text: words.first(day, what, said(now ?? 0)) };
      const text = now === null ? words.withdrawn(day, what, said(old)) : words.became(day, what, fullNumber(old), said(now));
      return { isFirst: false, text };
    });
  });
  return [...told.filter(({ isFirst }) => !isFirst), ...told.filter(({ isFirst }) => isFirst)].map(({ text }) => text);
}
