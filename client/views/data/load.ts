import type { InferResponseType } from "hono/client";
import { dailySeries } from "../../../data/analysis/daily.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import { dataView, defaultView, encodeView, type View } from "../../../data/model/view.ts";
import { api, read } from "../../app/api.ts";
import { type Chosen, seriesOf } from "./chosen.ts";
import type { Revision } from "./coverage.ts";

type Vintages = InferResponseType<typeof api.vintages.$get, 200>;
type Table = InferResponseType<typeof api.series.$get, 200>;

/** One ingest, as the server lists it. */
export type Batch = Vintages["vintages"][number];

/** What changed between two vintages, for the series of a view. */
export type Changes = InferResponseType<(typeof api.vintages)[":vintage"]["diff"]["$get"], 200>;

/** Batches whose revisions are looked up: each is a request. */
const MOST_LOOKED_UP = 24;

/** What the calendar is drawn from. */
export interface ChosenData {
  chosen: Chosen;
  series: DailySeries[];
  /** `null` where it could not be read. */
  revisions: Revision[] | null;
  /** The first batch whose revisions are among them, where older ones were not looked up. */
  since: number | null;
}

/** All batches, newest first. */
export async function loadBatches(signal: AbortSignal): Promise<Batch[]> {
  const { vintages } = await read<Vintages>(api.vintages.$get({ query: {} }, { init: { signal } }));
  return vintages;
}

/** What one batch changed of the series of a view, on any day. */
export function loadChanges(batch: number, view: View, signal: AbortSignal): Promise<Changes> {
  const { vintage: _, ...query } = queryOf(dataView(view));
  return read<Changes>(
    api.vintages[":vintage"].diff.$get(
      { param: { vintage: String(batch) }, query: { ...query, against: String(batch - 1) } },
      { init: { signal } },
    ),
  );
}

/** The series of a choice over all of their days at one vintage, and what was revised of them until then. */
export async function loadChosen(chosen: Chosen, catalog: Catalog, batches: readonly Batch[], signal: AbortSignal): Promise<ChosenData> {
  const view = viewOf(chosen, catalog);
  const revising = batches.filter(
    ({ batch, revised, retracted, sources }) => batch <= catalog.vintage && revised + retracted > 0 && sources.includes(chosen.source),
  );
  const lookedUp = revising.slice(0, MOST_LOOKED_UP);
  const [table, changes] = await Promise.all([
    read<Table>(api.series.$get({ query: queryOf(view) }, { init: { signal } })),
    Promise.all(lookedUp.map(({ batch }) => loadChanges(batch, view, signal))).catch((error: unknown) => {
      if (signal.aborted) throw error;
      // The days that are there can be shown without it; the page says that revisions are not known.
      return null;
    }),
  ]);
  const oldest = lookedUp.at(-1);
  return {
    chosen,
    series: dailySeries(table),
    revisions: changes?.every(({ omitted }) => omitted === 0) ? changes.flatMap(revisionsOf) : null,
    since: revising.length > lookedUp.length && oldest ? oldest.batch : null,
  };
}

/** The changes that are no first values: those that a batch replaced or withdrew. */
export function revisionsOf({ to, series }: Pick<Changes, "to" | "series">): Revision[] {
  return series.flatMap((one) =>
    one.dates.flatMap((date, at) => (one.old[at] === null ? [] : [{ day: numberOf(date), batch: to, retracted: one.new[at] === null }])),
  );
}

function viewOf(chosen: Chosen, catalog: Catalog): View {
  const all = chosen.one ? [chosen.one] : seriesOf(chosen, catalog);
  const distinct = (ids: string[]) => [...new Set(ids)];
  return dataView({
    ...defaultView(),
    metric: chosen.metric,
    sources: [chosen.source],
    platforms: distinct(all.map(({ platform }) => platform)),
    countries: distinct(all.map(({ country }) => country)),
    topics: distinct(all.map(({ topic }) => topic)),
    vintage: catalog.vintage,
  });
}

function queryOf(view: View): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(encodeView(view)));
}
