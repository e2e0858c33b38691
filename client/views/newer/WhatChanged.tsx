import { type ReactElement, useMemo } from "react";
import type { EntryChanges } from "../../../data/analysis/entry-changes.ts";
import type { ChangedDay } from "../../../data/chart/changes.ts";
import { bothCatalogs } from "../../../data/model/both-catalogs.ts";
import type { Interval } from "../../../data/model/day.ts";
import { manner } from "../../app/language.ts";
import { ChangedEntries } from "./ChangedEntries.tsx";
import { ChangedValues } from "./ChangedValues.tsx";
import type { LaterVintage } from "./load.ts";

interface Props {
  later: LaterVintage;
  rows: readonly ChangedDay[];
  /** How many values there are, those among them that are not in the rows. */
  all: number;
  entries: readonly EntryChanges[];
  interval?: Interval;
}

/** Everything that a later vintage has otherwise, in two tables: values, and what is said of them. */
export function WhatChanged({ later, rows, all, entries, interval = "day" }: Props): ReactElement {
  const { before, after, vintage } = later;
  // What both have is called as on the page.
  const names = useMemo(() => {
    const both = bothCatalogs(before, after);
    return manner()?.named(both) ?? both;
  }, [before, after]);
  const vintages = [before.vintage, vintage] as const;
  return (
    <>
      {rows.length > 0 && <ChangedValues {...{ rows, all, interval, vintages, names }} />}
      {entries.some(({ diffs }) => diffs.length > 0) && <ChangedEntries {...{ entries, vintages, names }} />}
    </>
  );
}
