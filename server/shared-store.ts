import { DRAWN, drawnSeries, shownBy } from "../data/chart/shown.ts";
import type { Catalog } from "../data/model/catalog.ts";
import type { Share, Shown } from "../data/model/share.ts";
import { decodeView } from "../data/model/view.ts";
import { RequestProblem } from "./problem.ts";
import type { Store } from "./store/store.ts";

/**
 * A store that holds nothing but what a share shows, at the vintage at which it shows it. No route need know of shares:
 * whoever reads from this store cannot come by anything else.
 *
 * It holds all days of the series of the view, for the strip below a chart has them; of the catalog the names that the
 * view names; the figures and events of the share. Of batches it knows the newest number alone. What is not here throws
 * RequestProblem (401), as does another vintage.
 */
export function sharedStore(share: Share, store: Store): Store {
  const { view } = decodeView(new URLSearchParams(share.view));
  const drawn = DRAWN[share.page];
  const drawsSeries = drawn === "view" || drawn === "countries";
  // Between two reads of one answer a batch may come.
  let last = -1;

  const newest = (): number => {
    last = store.vintage();
    return last;
  };
  const at = (vintage: number | undefined): number => {
    const own = share.pinned ? share.vintage : store.vintage();
    if (vintage === undefined || vintage === own) return own;
    if (!share.pinned && vintage === last) return vintage;
    throw beyond(
      share.pinned ? `The link shows the vintage ${share.vintage} and no other.` : "The link shows the newest vintage and no other.",
    );
  };
  const shownAt = (vintage: number): Shown =>
    share.shows ??
    shownBy(view, share.page, { catalog: store.catalog(vintage), figures: store.figures(vintage), events: store.events(vintage) });
  const sourcesAt = (vintage: number): ReadonlySet<string> => new Set(drawsSeries ? [...shownAt(vintage).sources, ...view.sources] : []);

  const narrowed = (catalog: Catalog): Catalog => {
    const sources = sourcesAt(catalog.vintage);
    const { metric, isPlatform, isCountry, isTopic } = drawnSeries(view, share.page, catalog);
    const coverage = catalog.coverage
      .filter((part) => drawsSeries && part.metric === metric && isPlatform(part.platform) && sources.has(part.source))
      .map((part) => ({ ...part, countries: part.countries.filter(isCountry), topics: part.topics.filter(isTopic) }))
      .filter((part) => part.countries.length > 0 && part.topics.length > 0);
    const [first] = coverage.map((part) => part.first).sort();
    const final = coverage
      .map((part) => part.last)
      .sort()
      .at(-1);
    return {
      ...catalog,
      days: first !== undefined && final !== undefined ? { first, last: final } : null,
      platforms: catalog.platforms.filter(({ id }) => isPlatform(id)),
      countries: catalog.countries.filter(({ id }) => isCountry(id)),
      metrics: catalog.metrics.filter(({ id }) => drawn === "figures" || id === view.metric || id === metric),
      topics: catalog.topics.filter(({ id }) => isTopic(id)),
      sources: catalog.sources.filter(({ id }) => sources.has(id)),
      coverage,
    };
  };

  return {
    ...SHUT,
    vintage: newest,
    batches: () => [],
    catalog: (vintage) => narrowed(store.catalog(at(vintage))),
    series: (query, vintage) => {
      const own = at(vintage);
      const sources = sourcesAt(own);
      const { metric, isPlatform, isCountry, isTopic } = drawnSeries(view, share.page, store.catalog(own));
      if (query.metric !== metric) return [];
      const within = {
        platforms: query.platforms.filter(isPlatform),
        countries: query.countries.filter(isCountry),
        topics: query.topics.filter(isTopic),
        sources: query.sources.filter((source) => sources.has(source)),
      };
      return store.series({ ...query, ...within }, own);
    },
    figures: (vintage) => {
      const own = at(vintage);
      const ids = new Set(shownAt(own).figures);
      return store.figures(own).filter(({ id }) => ids.has(id));
    },
    events: (vintage) => {
      const own = at(vintage);
      const slugs = new Set(shownAt(own).events);
      return store.events(own).filter(({ slug }) => slugs.has(slug));
    },
    shareImage: (slug) => (slug === share.slug ? store.shareImage(slug) : undefined),
    // What the figures say of them stands on these pages.
    claims: (vintage) => (share.page === "evidence" || share.page === "topics" ? store.claims(at(vintage)) : []),
  };
}

function beyond(what: string): RequestProblem {
  const detail = `${what} For more, send \`Authorization: Bearer TOKEN\` with a token of the scope read.`;
  return new RequestProblem("token-needed", detail, {
    errors: [{ field: "Authorization", code: "missing_token", detail: what }],
    headers: { "WWW-Authenticate": 'Bearer realm="RedNote Surge"' },
  });
}

const shut = (): never => {
  throw beyond("The link does not show that.");
};

/** Everything that no share shows. */
const SHUT: Store = {
  open: shut,
  series: shut,
  extent: shut,
  writtenDays: shut,
  catalog: shut,
  figures: shut,
  events: shut,
  claims: shut,
  vintage: shut,
  vintageOn: shut,
  batches: shut,
  changedDays: shut,
  changedEntries: shut,
  batchesOf: shut,
  rejected: shut,
  createToken: shut,
  tokenByHash: shut,
  tokens: shut,
  revokeToken: shut,
  touchTokens: shut,
  createShare: shut,
  share: shut,
  shares: shut,
  changeShare: shut,
  revokeShare: shut,
  rotateShare: shut,
  shareImage: shut,
  shareImageBytes: shut,
  nextShareImage: shut,
  keepShareImage: shut,
  countVisits: shut,
  visits: shut,
  keptReceipt: shut,
  backup: shut,
  verify: shut,
  check: shut,
  close: shut,
};
