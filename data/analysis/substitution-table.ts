import type { Catalog } from "../model/catalog.ts";
import type { DailySeries } from "../model/series.ts";
import { kindsOf, type SourceKind } from "../model/source.ts";
import type { View } from "../model/view.ts";
import { type SubstitutionAnswer, substitutionOf } from "./substitution.ts";
import type { SurgeAnswer } from "./surge.ts";
import { surgeSeries } from "./surge-table.ts";

/** The platform that people may have left. */
export const LOSING_PLATFORM = "tiktok";

/** A platform beside {@link LOSING_PLATFORM}, in one country, by one source. */
export interface SubstitutionPair {
  platform: string;
  country: string;
  topic: string;
  source: string;
  kind: SourceKind;
  answer: SubstitutionAnswer | { found: false; reason: "nothing_beside" };
}

/**
 * Every platform of a view beside TikTok: the same metric, country, topic and source, in the order of the view. Each pair
 * stands for itself, with days of its own; nothing is added up over platforms, whose people may be the same ones.
 *
 * @param series all days of the view's metric, platforms, countries, topics and sources
 * @param surgeFor what is known already of a series
 * @throws RangeError where the catalog lacks the view's metric
 * @example substitutionPairs(view, [rednote, lemon8, tiktok], catalog).map((pair) => pair.platform) // ["rednote", "lemon8"]
 */
export function substitutionPairs(
  view: View,
  series: readonly DailySeries[],
  catalog: Pick<Catalog, "metrics" | "sources">,
  surgeFor?: (series: DailySeries) => SurgeAnswer | undefined,
): SubstitutionPair[] {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  const own = surgeSeries(view, series, catalog);
  const kindOf = kindsOf(catalog.sources);
  const besideOf = ({ country, topic, source }: DailySeries) => `${country}/${topic}/${source}`;
  const losing = new Map(own.filter(({ platform }) => platform === LOSING_PLATFORM).map((one) => [besideOf(one), one]));
  return own
    .filter(({ platform }) => platform !== LOSING_PLATFORM)
    .map((gaining): SubstitutionPair => {
      const { platform, country, topic, source } = gaining;
      const lost = losing.get(besideOf(gaining));
      const answer =
        metric && lost ? substitutionOf(lost, gaining, metric, surgeFor?.(gaining)) : ({ found: false, reason: "nothing_beside" } as const);
      return { platform, country, topic, source, kind: kindOf(source), answer };
    });
}
