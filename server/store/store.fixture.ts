import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import type { Metric } from "../../data/model/metric.ts";
import type { SeriesQuery } from "../../data/model/series.ts";
import type { Share } from "../../data/model/share.ts";
import type { Snapshot } from "../../data/model/snapshot.ts";
import type { Source } from "../../data/model/source.ts";
import type { Change, OpenBatch, Origin, Reference, Store, Terms } from "./store.ts";

export const metric = (id: string): Metric => ({
  id,
  name: id,
  unit: "users",
  over_time: "sum",
  over_countries: "sum",
  whole: true,
  least: 0,
  most: 1e10,
});
const source = (id: string): Source => ({ id, name: id, kind: "observed", publisher: "", url: "", licence: "", method: "", day_zone: "" });
const country = (id: string) => ({ id, name: id, region: "", population: null, population_year: null });

/** Small but whole; not in the order of the alphabet, so that order shows. */
export const REFERENCE: Reference = {
  platforms: [
    { id: "rednote", name: "RedNote" },
    { id: "tiktok", name: "TikTok" },
    { id: "lemon8", name: "Lemon8" },
  ],
  countries: ["WORLD", "US", "GB", "DE"].map(country),
  metrics: ["signups", "downloads"].map(metric),
  topics: ["all", "cats"].map((id) => ({ id, name: id })),
  sources: ["default", "panel"].map(source),
  figures: [],
  events: [],
  claims: [],
};

export const FIGURE: Figure = {
  id: "rf001",
  platform: "rednote",
  country: "US",
  metric: "daily_active_users",
  metric_id: null,
  basis: "level",
  date_from: "2025-01-13",
  date_to: "2025-01-13",
  value: 3_400_000,
  unit: "users",
  qualifier: "",
  estimate_kind: "estimate",
  publisher: "Reuters",
  data_provider: "Similarweb",
  url: "https://example.com/",
  mirror: false,
  published_on: null,
  note: "",
  fixes: [],
};

export const event = (slug: string, date: string): SurgeEvent => ({
  slug,
  date,
  until: null,
  title: slug,
  short: slug,
  rank: 0,
  platforms: [],
  countries: [],
  kind: "legal",
  url: "",
  note: "",
});

export function origin(received_at = "2025-03-01T12:00:00.000Z", content_hash = "00"): Origin {
  return { channel: "file", name: "test.csv", content_hash, received_at };
}

export function snapshot(date: string, value: number, over: Partial<Snapshot> = {}): Snapshot {
  return { date, platform: "rednote", country: "US", metric: "signups", topic: "all", source: "default", value, ...over };
}

/** A pinned share of vintage 1 that a person made at the command line. */
export const SHARE: Share = {
  slug: "AbCdEfGhIjKlMnOpQrStU_",
  page: "growth",
  view: "v=1&metric=signups&vintage=1",
  pinned: true,
  vintage: 1,
  shows: { sources: ["default"], events: ["law"], figures: [] },
  owner: null,
  note: "for Monday",
  created_at: "2025-03-01T00:00:00.000Z",
  expires_at: null,
  revoked_at: null,
  successor: null,
};

/** Asks for all signups of the reference above. */
export const EVERYTHING: SeriesQuery = {
  metric: "signups",
  platforms: ["rednote", "tiktok", "lemon8"],
  countries: ["WORLD", "US", "GB", "DE"],
  topics: ["all", "cats"],
  sources: ["default", "panel"],
};

/** Fills a batch and commits it; rolls it back where that throws. */
export function committed(store: Store, fill: (batch: OpenBatch) => void, terms?: Terms): Change {
  const batch = store.open(origin(), terms);
  try {
    fill(batch);
    return batch.commit();
  } finally {
    batch.rollback();
  }
}
