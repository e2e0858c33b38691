import { type ReactElement, useMemo } from "react";
import { entryChanges } from "../../../data/analysis/entry-changes.ts";
import { changedDays } from "../../../data/chart/changes.ts";
import { dataView, encodeView, type View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { useAsked } from "../../app/asked.ts";
import { Newer } from "../growth/States.tsx";
import { againstOf, loadLater } from "./load.ts";
import styles from "./Newer.module.css";
import { NewerBar, SameBar } from "./NewerBar.tsx";
import type { Shows } from "./shows.ts";
import { toldOf } from "./told.ts";
import { WhatChanged } from "./WhatChanged.tsx";

export interface PageNewerProps {
  view: View;
  loaded: Loaded;
  /** What is compared; a page that is not pinned is never asked. */
  showsOf: () => Shows;
  onChange: (view: View) => void;
}

/** How much of a pinned page is other by now, and what. */
export function Bar({ view, loaded, showsOf, onChange }: PageNewerProps): ReactElement | null {
  const old = loaded.catalog.vintage;
  const against = againstOf(view, loaded);
  const shows = showsOf();
  const views = shows.series.map(({ viewOf, days }) => {
    const own = viewOf(loaded.catalog);
    return `${own && encodeView(dataView(own))} ${days?.from} ${days?.to}`;
  });
  const key = [old, against, ...views].join(" ");
  const asked = useAsked(key, async (signal) => ({ key, later: await loadLater(shows.series, old, against, signal) }));
  const later = asked.loaded?.key === key ? asked.loaded.later : null;
  const rows = useMemo(() => (later ? changedDays(later.diffs) : []), [later]);
  const onLive = () => onChange({ ...view, vintage: "newest", against: "" });
  if (asked.failure !== null) return <Newer loaded={loaded} onLive={onLive} />;
  if (later === null) return null;
  const entries = entryChanges(later.before, later.after, shows.entriesOf);
  const told = toldOf(later.values, entries);
  if (told === null) return <SameBar vintage={old} onLive={onLive} />;
  const isOpen = view.against !== "";
  return (
    <>
      <NewerBar
        told={told}
        drawn=""
        isOpen={isOpen}
        onToggle={() => onChange({ ...view, against: isOpen ? "" : String(against) })}
        onLive={onLive}
      />
      {isOpen && (
        <div className={styles.list}>
          <WhatChanged later={later} rows={rows} all={later.values.changed + later.values.added} entries={entries} />
        </div>
      )}
    </>
  );
}
