import type { Country, Platform, Topic } from "../model/catalog.ts";
import type { Claim, Figure, SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { SOURCE_KINDS, type Source } from "../model/source.ts";
import {
  address,
  count,
  countOrNone,
  countryCode,
  day,
  dayOrNone,
  decimal,
  filled,
  free,
  items,
  mark,
  type Row,
  row,
  slug,
  slugOrNone,
  word,
  yesOrNo,
} from "./row.ts";

/** `platforms.csv` */
export const PLATFORM_ROW: Row<Platform> = row({ id: slug, name: filled }, (cells) => cells);

/** `topics.csv` */
export const TOPIC_ROW: Row<Topic> = row({ id: slug, name: filled }, (cells) => cells);

/** `countries.csv`. The codes beside alpha-2 are for people who join the file with another. */
export const COUNTRY_ROW: Row<Country> = row(
  { country: countryCode, alpha3: free, m49: filled, name: filled, region: free, population: countOrNone, population_year: countOrNone },
  ({ country, name, region, population, population_year }) => ({ id: country, name, region, population, population_year }),
);

/** `metrics.csv`. The description is for people. */
export const METRIC_ROW: Row<Metric> = row(
  {
    id: slug,
    name: filled,
    unit: filled,
    over_time: word(["sum", "mean", "last", "min"]),
    over_countries: word(["sum", "none"]),
    whole: yesOrNo,
    least: decimal,
    most: decimal,
    description: filled,
  },
  ({ description: _, ...metric }) => metric,
);

/** `sources.csv` */
export const SOURCE_ROW: Row<Source> = row(
  {
    id: slug,
    name: filled,
    kind: word(SOURCE_KINDS),
    publisher: filled,
    url: free,
    licence: free,
    method: filled,
    day_zone: free,
  },
  (cells) => cells,
);

/** `reported-figures.csv`. Which lines a figure fixes is not written there: the anchors say it. */
export const FIGURE_ROW: Row<Omit<Figure, "fixes">> = row(
  {
    id: slug,
    platform: slug,
    country: countryCode,
    metric: slug,
    date_from: day,
    date_to: day,
    value: decimal,
    unit: filled,
    estimate_kind: word(["estimate", "official", "reported_by_sources", "untraceable"]),
    publisher: filled,
    data_provider: filled,
    url: address,
    published_on: dayOrNone,
    note: free,
    metric_id: slugOrNone,
    basis: word(["level", "total"]),
    qualifier: word(["", "about", "under", "over"]),
    mirror: mark,
  },
  (cells) => cells,
);

/** `events.csv` */
export const EVENT_ROW: Row<SurgeEvent> = row(
  {
    date: day,
    until: dayOrNone,
    slug,
    title: filled,
    short: filled,
    rank: count,
    platforms: items,
    countries: items,
    kind: slug,
    url: address,
    note: free,
  },
  (cells) => cells,
);

/** `claims.csv` */
export const CLAIM_ROW: Row<Claim> = row(
  {
    id: slug,
    topic: slug,
    claim: filled,
    kind: word(["measurable", "qualitative"]),
    finding: word(["supported", "partly", "disputed", "contradicted", "not_measured"]),
    evidence: items,
    note: free,
  },
  (cells) => cells,
);
