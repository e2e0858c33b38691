import type { ReactElement } from "react";
import { dayWithYear, fullNumber } from "../../../data/chart/format.ts";
import { nameOf, placeName } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import { dataView, encodeView, type View } from "../../../data/model/view.ts";
import { useAsked } from "./asked.ts";
import { type Changes, loadChanges } from "./load.ts";
import { countsText } from "./told.ts";

interface Props {
  batch: number;
  view: View;
  catalog: Catalog | null;
}

/** Changes that are read out; the rest are counted. */
const MOST_TOLD = 8;

/** What a batch changed of the series of the view, day by day. */
export function BatchChanges({ batch, view, catalog }: Props): ReactElement {
  const { value, failure, retry } = useAsked(`changes ${batch} ${encodeView(dataView(view))}`, (signal) =>
    loadChanges(batch, view, signal),
  );
  if (failure !== null)
    return (
      <p>
        What changed could not be read. {failure}{" "}
        <button type="button" className="quiet" onClick={retry}>
          Try again
        </button>
      </p>
    );
  if (value === null) return <p className="muted">Looking up what changed.</p>;
  const { added, revised, retracted } = value;
  const name = nameOf(catalog?.metrics ?? [], view.metric).toLowerCase();
  const all = added + revised + retracted;
  if (all === 0) return <p>It changed nothing of {name} in the view you came from.</p>;
  const told = changesOf(value, catalog);
  return (
    <>
      <p>
        Of {name} in the view you came from:{" "}
        {countsText({ inserted: added, revised, unchanged: 0, retracted }).replace(", none unchanged", "")}.
      </p>
      <ul>
        {told.slice(0, MOST_TOLD).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {all > MOST_TOLD && <li>and {fullNumber(all - MOST_TOLD)} more</li>}
      </ul>
    </>
  );
}

/** Revisions and withdrawals first: a first value surprises nobody. */
function changesOf({ series }: Changes, catalog: Catalog | null): string[] {
  const told = series.flatMap((one) => {
    const source = nameOf(catalog?.sources ?? [], one.source);
    const what = `${nameOf(catalog?.platforms ?? [], one.platform)}, ${placeName(one.country, catalog?.countries ?? [])}, ${source} (${one.kind})`;
    const noun = one.unit === "" ? one.metric : one.unit;
    return one.dates.map((date, at) => {
      const [old, now] = [one.old[at] ?? null, one.new[at] ?? null];
      const day = dayWithYear(numberOf(date));
      if (old === null) return { isFirst: true, text: `${day}, ${what}: ${fullNumber(now ?? 0)} ${noun}, new` };
      const then = now === null ? `withdrawn, was ${fullNumber(old)} ${noun}` : `${fullNumber(old)} became ${fullNumber(now)} ${noun}`;
      return { isFirst: false, text: `${day}, ${what}: ${then}` };
    });
  });
  return [...told.filter(({ isFirst }) => !isFirst), ...told.filter(({ isFirst }) => isFirst)].map(({ text }) => text);
}
