import type { Day } from "./day.ts";
import type { Metric } from "./metric.ts";
import type { Source } from "./source.ts";

export interface Platform {
  id: string;
  name: string;
}

export interface Country {
  /** ISO 3166-1 alpha-2, or `WORLD`. */
  id: string;
  name: string;
  region: string;
  /** People living there; `null` where the reference has no number. */
  population: number | null;
  population_year: number | null;
}

/** What a post or a comment is about. `all` where none is given. */
export interface Topic {
  id: string;
  name: string;
}

/** Everything that can be chosen, as of a vintage. */
export interface Catalog {
  vintage: number;
  /** When the batch of this vintage was received, ISO 8601 in UTC; `null` in an empty store. */
  received_at: string | null;
  /** First and last day with a snapshot of any source; `null` in an empty store. */
  days: { first: Day; last: Day } | null;
  platforms: Platform[];
  countries: Country[];
  metrics: Metric[];
  topics: Topic[];
  sources: Source[];
  /** Which series exist, so that pickers can say what has data. */
  coverage: Coverage[];
  /** As the data have it, where the names are those of another language: a picture has the same pixels in each. */
  told?: Catalog;
}

/** Where one (platform, metric, source) has data: its countries and topics, first and last day. */
export interface Coverage {
  platform: string;
  metric: string;
  source: string;
  countries: string[];
  topics: string[];
  first: Day;
  last: Day;
}
