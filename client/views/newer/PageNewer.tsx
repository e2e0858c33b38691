import { type ReactElement, useLayoutEffect, useMemo } from "react";
import { entryChanges, type Reference } from "../../../data/analysis/entry-changes.ts";
import { patched } from "../../../data/analysis/patched.ts";
import { changedDays } from "../../../data/chart/changes.ts";
import { dataView, encodeView, liveView, type View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { useAsked } from "../../app/asked.ts";
import { manner, wordsOf } from "../../app/language.ts";
import { Newer } from "../growth/States.tsx";
import type { Drawing, LaterPage } from "./later-page.ts";
import { againstOf, type LaterVintage, loadLater } from "./load.ts";
import styles from "./Newer.module.css";
import { NewerBar, SameBar } from "./NewerBar.tsx";
import type { Shows } from "./shows.ts";
import { toldOf } from "./told.ts";
import { WhatChanged } from "./WhatChanged.tsx";
import { CHANGES } from "./words.ts";

export interface PageNewerProps {
  view: View;
  loaded: Loaded;
  /** What the page has loaded itself. */
  of: object;
  /** What is compared; a page that is not pinned is never asked. */
  showsOf: () => Shows;
  onChange: (view: View) => void;
}

/** The bar of a page that draws what changed. */
export interface DrawingBarProps<Draw> extends PageNewerProps {
  onDraw: (drawing: Drawing<Draw> | null) => void;
}

interface Props extends PageNewerProps {
  /** How the page draws it, where it does. */
  says?: "lines" | "marks" | "cells";
  /** Whether it does so for values, figures or both. */
  draws?: readonly ("values" | "figures")[];
  /** Takes what a page draws while the bar is open; nothing where there is too much of it. It must not be another each time. */
  onRead?: (read: LaterPage | null) => void;
}

/** How much of a pinned page is other by now, and what. */
export function Bar({ view, loaded, of, showsOf, onChange, says, draws = ["values"], onRead }: Props): ReactElement | null {
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
  const isOpen = view.against !== "";
  const whole = later?.omitted === 0 ? later : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is shown
  useLayoutEffect(() => {
    if (!onRead || !isOpen || !whole) return;
    onRead(laterPage(of, shows, whole));
    return () => onRead(null);
  }, [onRead, isOpen, whole, of]);
  const onLive = () => onChange(liveView(view));
  if (asked.failure !== null) return <Newer loaded={loaded} onLive={onLive} />;
  if (later === null) return null;
  const entries = entryChanges(later.before, later.after, shows.entriesOf);
  const told = toldOf(later.values, entries);
  if (told === null) return <SameBar vintage={old} onLive={onLive} />;
  const differs = {
    values: rows.length > 0,
    figures: entries.some(({ list, diffs }) => list === "figures" && diffs.length > 0),
  };
  return (
    <>
      <NewerBar
        told={told}
        drawn={isOpen && whole && says && draws.some((one) => differs[one]) ? wordsOf(CHANGES)[says](old, against) : ""}
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

function laterPage(of: object, { series }: Shows, { before, after, vintage, diffs }: LaterVintage): LaterPage {
  const { name } = wordsOf(CHANGES);
  const vintages = [before.vintage, vintage] as const;
  const reference: Reference = { ...after, ...manner()?.named(after), events: manner()?.told(after.events) ?? after.events };
  return {
    of,
    vintages,
    names: [name(vintages[0]), name(vintages[1])],
    reference,
    series: patched(
      series.flatMap((one) => one.series),
      diffs,
    ),
  };
}
