import type { InferResponseType } from "hono/client";
import { diffEntries, type SeriesDiff } from "../../../data/analysis/diff.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { Figure } from "../../../data/model/figure.ts";
import { dataView, encodeView } from "../../../data/model/view.ts";
import { api, type Loaded, read } from "../../app/api.ts";

type Answer = InferResponseType<(typeof api.vintages)[":vintage"]["diff"]["$get"], 200>;
type Figures = Extract<InferResponseType<typeof api.figures.$get, 200>, { figures: unknown }>;

/** What a later vintage has otherwise than the data of a page, on any day. */
export interface LaterVintage {
  vintage: number;
  diffs: SeriesDiff[];
  /** Figures that are others, new or gone: as they are now, or were. */
  figures: Figure[];
  /** Whether some are left out: then nothing can be counted. */
  cut: boolean;
}

/** Asks for it, the values and the figures at once. */
export async function loadChanges(loaded: Loaded, against: number, signal: AbortSignal): Promise<LaterVintage> {
  const { view, catalog } = loaded;
  const { vintage: _, ...query } = Object.fromEntries(new URLSearchParams(encodeView(dataView(view))));
  const to = String(against);
  const init = { init: { signal } };
  const named = { platforms: view.platforms.join(","), countries: view.countries.join(","), vintage: to };
  const [answer, { figures }] = await Promise.all([
    read<Answer>(
      api.vintages[":vintage"].diff.$get({ param: { vintage: String(catalog.vintage) }, query: { ...query, against: to } }, init),
    ),
    read<Figures>(api.figures.$get({ query: named }, init)),
  ]);
  const diffs = answer.series.map(({ dates, ...one }): SeriesDiff => ({ ...one, days: dates.map(numberOf) }));
  const others = diffEntries(loaded.figures, figures, (figure) => figure.id);
  return { vintage: against, diffs, figures: others.flatMap((one) => one.new ?? one.old ?? []), cut: answer.omitted > 0 };
}
