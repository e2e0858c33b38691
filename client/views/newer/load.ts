import type { InferResponseType } from "hono/client";
import type { SeriesDiff } from "../../../data/analysis/diff.ts";
import type { Reference } from "../../../data/analysis/entry-changes.ts";
import { type ChangeCount, shownValues } from "../../../data/chart/changes.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { dayOf, numberOf } from "../../../data/model/day.ts";
import type { Claim, Figure, SurgeEvent } from "../../../data/model/figure.ts";
import { dataView, encodeView, MAX_DAYS, type Range, type View } from "../../../data/model/view.ts";
import { api, type Loaded, read } from "../../app/api.ts";
import type { ShownSeries } from "./shows.ts";

type Answer = InferResponseType<(typeof api.vintages)[":vintage"]["diff"]["$get"], 200>;

/** What two vintages have of the same part of a page. */
export interface LaterVintage {
  vintage: number;
  before: Reference;
  after: Reference;
  values: ChangeCount;
  /** Series by series what is other; the first of it where that is very much. */
  diffs: SeriesDiff[];
  /** Changes that are counted and not among them. */
  omitted: number;
}

/** The vintage to compare with: the one of the address where it is a later one, else the newest. */
export function againstOf({ against }: View, { catalog, newest }: Loaded): number {
  const asked = Number(against);
  return asked > catalog.vintage && asked <= newest ? asked : newest;
}

/** What a later vintage has otherwise of some series and of all entries. */
export async function loadLater(shown: readonly ShownSeries[], old: number, now: number, signal: AbortSignal): Promise<LaterVintage> {
  const [before, after] = await Promise.all([referenceAt(old, signal), referenceAt(now, signal)]);
  const answers = await Promise.all(
    shown.map(async (part): Promise<Answer | null> => {
      const view = joined(part.viewOf(before), part.viewOf(after));
      if (view === null) return null;
      const query = Object.fromEntries(
        new URLSearchParams(encodeView({ ...dataView(view), vintage: "newest", range: rangeOf(part, view) })),
      );
      const request = { param: { vintage: String(old) }, query: { ...query, against: String(now) } };
      return read<Answer>(api.vintages[":vintage"].diff.$get(request, { init: { signal } }));
    }),
  );
  const found = answers.filter((answer) => answer !== null);
  const sum = (of: (answer: Answer) => number) => found.reduce((total, answer) => total + of(answer), 0);
  return {
    vintage: now,
    before,
    after,
    values: {
      shown: shown.reduce((total, { series, days }) => total + shownValues(series, days), 0),
      changed: sum(({ revised, retracted }) => revised + retracted),
      added: sum(({ added }) => added),
    },
    diffs: found.flatMap(({ series }) => series.map(({ dates, ...one }): SeriesDiff => ({ ...one, days: dates.map(numberOf) }))),
    omitted: sum(({ omitted }) => omitted),
  };
}

async function referenceAt(number: number, signal: AbortSignal): Promise<Reference> {
  const query = { vintage: String(number) };
  const init = { init: { signal } };
  const [catalog, { figures }, { events }, { claims }] = await Promise.all([
    read<Catalog>(api.catalog.$get({ query }, init)),
    read<{ figures: Figure[] }>(api.figures.$get({ query }, init)),
    read<{ events: SurgeEvent[] }>(api.events.$get({ query }, init)),
    read<{ claims: Claim[] }>(api.claims.$get({ query }, init)),
  ]);
  return { ...catalog, figures, events, claims };
}

/** The series that either vintage has: a country that is new has no day at the earlier one, and all of them are new. */
function joined(before: View | null, after: View | null): View | null {
  if (before === null || after === null || before.metric !== after.metric) return before ?? after;
  const both = (name: "platforms" | "countries" | "topics") => [...new Set([...before[name], ...after[name]])];
  const usual = before.sources.length === 0 || after.sources.length === 0;
  const sources = usual ? [] : [...new Set([...before.sources, ...after.sources])];
  return { ...before, platforms: both("platforms"), countries: both("countries"), topics: both("topics"), sources };
}

/** The days that are shown. A range that counts from the last day moves on with the data, so it ends with those of the later vintage. */
function rangeOf({ days }: ShownSeries, { range }: View): Range {
  if (days === null || range === "all") return "all";
  return { from: dayOf(days.from), to: dayOf("last" in range ? days.from + MAX_DAYS - 1 : days.to) };
}
