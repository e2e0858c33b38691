import { type ReactElement, useEffect, useMemo } from "react";
import { type EntryChanges, entryChanges, namesOf, type Reference } from "../../../data/analysis/entry-changes.ts";
import type { Extent } from "../../../data/analysis/table.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import { comparedDays, cutChanges, type LaterInput, laterCut, laterInput } from "../../../data/chart/later-cut.ts";
import { listedFigures } from "../../../data/chart/listed-figures.ts";
import { eventsIn } from "../../../data/chart/model.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { knownView } from "../../../data/model/known-view.ts";
import { dataView, encodeView, liveView, type View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { useAsked } from "../../app/asked.ts";
import { manner, wordsOf } from "../../app/language.ts";
import { againstOf, type LaterVintage, loadLater } from "../newer/load.ts";
import newer from "../newer/Newer.module.css";
import { NewerBar, SameBar } from "../newer/NewerBar.tsx";
import { toldOf } from "../newer/told.ts";
import { WhatChanged } from "../newer/WhatChanged.tsx";
import { CHANGES } from "../newer/words.ts";
import type { Changes } from "./changes.ts";
import { compareWith } from "./compare-with.ts";
import { Newer } from "./States.tsx";

export interface ChangesProps {
  /** As the address asks for it: it may name what the vintage lacks. */
  view: View;
  cut: Cut;
  loaded: Loaded;
  onRead: (changes: Changes) => void;
  onChange: (view: View) => void;
}

/** How much of a pinned chart is other by now. */
export function Bar({ view: asked, cut, loaded, onRead, onChange }: ChangesProps): ReactElement | null {
  const { view } = cut;
  const old = loaded.catalog.vintage;
  const against = againstOf(view, loaded);
  const viewOf = (catalog: Catalog) => knownView(asked, catalog).view;
  const key = `${encodeView(dataView(asked))} ${old} ${against}`;
  const read = useAsked(key, async (signal) => ({
    key,
    later: await loadLater([{ viewOf, series: loaded.series, days: null }], old, against, signal),
  }));
  const later = read.loaded?.key === key ? read.loaded.later : null;
  const whole = later?.omitted === 0 ? later : null;
  const input = useMemo(() => whole && inputOf(asked, loaded, whole), [asked, loaded, whole]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is told is the same whoever tells
  useEffect(() => {
    if (!whole || !input) return;
    onRead({
      loaded,
      compare: compareWith(input, [old, against]),
      table: (now) => {
        const { values, entries } = changesOf(now, loaded, whole, input);
        const { count, rows } = values;
        return (
          <div className={newer.list}>
            <WhatChanged later={whole} rows={rows} all={count.changed + count.added} entries={entries} interval={now.view.interval} />
          </div>
        );
      },
    });
  }, [loaded, whole, input, old, against]);
  const onLive = () => onChange(liveView(view));
  if (read.failure !== null || (later && !whole)) return <Newer loaded={loaded} onLive={onLive} />;
  if (!whole || !input) return null;
  const { values, entries } = changesOf(cut, loaded, whole, input);
  const told = toldOf(values.count, entries);
  if (told === null) return <SameBar vintage={old} onLive={onLive} />;
  const isOpen = view.against !== "";
  const words = wordsOf(CHANGES);
  const isSmall = view.layout === "countries";
  const figures = entries.find(({ list }) => list === "figures");
  const differs = values.rows.length > 0 || (figures?.diffs.length ?? 0) > 0;
  return (
    <NewerBar
      told={told}
      drawn={isOpen && differs ? (isSmall ? words.notDrawn : words.lines(old, against)) : ""}
      isOpen={isOpen}
      onToggle={() => onChange({ ...view, against: isOpen ? "" : String(against) })}
      onLive={onLive}
    />
  );
}

/** What the page would have loaded at the later vintage, in its language. */
function inputOf(asked: View, loaded: Loaded, { after, diffs }: LaterVintage): LaterInput {
  const input = laterInput(asked, loaded, after, diffs);
  return { ...input, catalog: manner()?.named(after) ?? after, events: manner()?.told(after.events) ?? after.events };
}

function changesOf(cut: Cut, loaded: Loaded, { before, after }: LaterVintage, input: LaterInput) {
  const days = comparedDays(cut, input);
  const later = laterCut(cut, input, days);
  const entries: EntryChanges[] = entryChanges(before, after, (reference) =>
    entriesOf(reference, reference === before ? { ...cut, view: loaded.view } : later, days),
  );
  return { values: cutChanges(cut, loaded, input), entries };
}

/** The names, figures and events of a chart and of the tables under it. */
function entriesOf(reference: Reference, { view, table }: Pick<Cut, "view" | "table">, days: Extent) {
  const here = reference.figures.filter(({ platform, country }) => view.platforms.includes(platform) && view.countries.includes(country));
  const lines = table.series.flatMap((one) => one.country.split("+").map((country) => ({ ...one, country })));
  return {
    ...namesOf(view, reference),
    figures: listedFigures(here, view.metric, lines, days).map(({ id }) => id),
    events: eventsIn(reference.events, view, days).map(({ slug }) => slug),
  };
}
