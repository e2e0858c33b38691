import { type DayNumber, dayOf, numberOf } from "../model/day.ts";
import type { DailySeries, SeriesKey } from "../model/series.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import {
  COUNTRY_VARIATION,
  ILLUSTRATIVE_DAYS,
  INTERRUPTIONS,
  METRIC_PROFILES,
  type MetricProfile,
  TOPIC_COUNTRIES,
  TOPIC_SHARES,
  USER_PARAMETERS,
  type UserParameters,
} from "./illustrative-parameters.ts";
import { nearlyNormal, randomOf } from "./random.ts";
import { weekdayFactor } from "./rhythm.ts";
import { excess, type Shape } from "./shape.ts";

/** One made-up series as its formula has it. */
export interface IllustrativeSeries extends SeriesKey, Shape {
  /** Strength of the weekly rhythm and spread of the noise, as a share of the value. */
  weekly: number;
  noise: number;
}

const SOURCE = "illustrative";

/** Metrics whose values keep one decimal; the others are whole. */
const DECIMALS: ReadonlySet<string> = new Set(["session_minutes"]);

/** The metrics of the made-up series, in the order of the columns of `illustrative.csv`. */
export const ILLUSTRATIVE_METRICS = ["signups", "downloads", "daily_active_users", "session_minutes", "posts", "comments"] as const;

/**
 * The formula's parameters of every made-up series: by platform, country, metric, topic. What surge analysis should
 * give back, but for the noise.
 *
 * @example illustrativeParameters()[2] // rednote, US, daily_active_users: base 240000, onset 2025-01-13, peak 2600000
 */
export function illustrativeParameters(): IllustrativeSeries[] {
  return Object.entries(USER_PARAMETERS).flatMap(([platform, countries]) =>
    countries.flatMap((users) => {
      const all = ILLUSTRATIVE_METRICS.map((metric) => parametersOf(platform, metric, users));
      if (platform !== "rednote" || !TOPIC_COUNTRIES.includes(users[0])) return all;
      const told = all.filter(({ metric }) => metric === "posts" || metric === "comments");
      return [...all, ...Object.keys(TOPIC_SHARES).flatMap((topic) => told.map((series) => aboutTopic(series, topic)))];
    }),
  );
}

/**
 * The made-up daily series: `(base + excess) x weekly rhythm x noise`, times an interruption where one is listed, never
 * below zero, rounded to whole numbers (session minutes to one decimal). The noise of a series depends on its name
 * alone. Rounding hides the last digits in which engines might differ.
 *
 * @returns one series for each of {@link illustrativeParameters}, without gaps
 */
export function illustrativeSeries(): DailySeries[] {
  const [from, to] = [numberOf(ILLUSTRATIVE_DAYS.from), numberOf(ILLUSTRATIVE_DAYS.to)];
  return illustrativeParameters().map((parameters) => {
    const { platform, country, metric, topic, source, weekly, noise } = parameters;
    const random = randomOf(`${platform}/${country}/${metric}/${topic}`);
    const step = DECIMALS.has(metric) ? 10 : 1;
    const series: DailySeries = { platform, country, metric, topic, source, days: [], values: [] };
    for (let day = from; day <= to; day++) {
      const level = parameters.base + excess(parameters, day);
      const value = level * weekdayFactor(day, weekly) * (1 + noise * nearlyNormal(random)) * interruption(parameters, day);
      series.days.push(day);
      series.values.push(Math.max(0, Math.round(value * step)) / step);
    }
    return series;
  });
}

function parametersOf(platform: string, metric: string, users: UserParameters): IllustrativeSeries {
  const [country, base, onset, rise, peak, halfLife, plateau] = users;
  const profile = METRIC_PROFILES[platform]?.[metric];
  if (profile === undefined) throw new RangeError(`no profile of ${metric} for ${platform}`);
  const isUsers = metric === "daily_active_users";
  const own = isUsers ? 1 : 1 + COUNTRY_VARIATION * (2 * randomOf(`${platform}/${country}/${metric}`)() - 1);
  const size = metric === "session_minutes" ? shares(users) : { base, peak, plateau };
  return {
    platform,
    country,
    metric,
    topic: ALL_TOPICS,
    source: SOURCE,
    ...scaled(size, profile, own),
    onset,
    rise: Math.max(2, rise - profile.earlier),
    half_life: threeDigits(halfLife * profile.half_life),
    weekly: profile.weekly,
    noise: profile.noise,
  };
}

/** Minutes are per user, so a surge moves them only by the share of the newcomers among the users. */
function shares([, base, , , peak, , plateau]: UserParameters): Pick<Shape, "base" | "peak" | "plateau"> {
  return { base: 1, peak: peak / (base + peak), plateau: plateau / (base + plateau) };
}

function scaled(size: Pick<Shape, "base" | "peak" | "plateau">, profile: Pick<MetricProfile, "base" | "peak" | "plateau">, own: number) {
  return {
    base: threeDigits(size.base * profile.base * own),
    peak: threeDigits(size.peak * profile.peak * own),
    plateau: threeDigits(size.plateau * profile.plateau * own),
  };
}

function aboutTopic(all: IllustrativeSeries, topic: string): IllustrativeSeries {
  const share = TOPIC_SHARES[topic];
  if (share === undefined) throw new RangeError(`no shares of topic ${topic}`);
  return { ...all, topic, ...scaled(all, share, 1), half_life: threeDigits(all.half_life * share.half_life) };
}

function interruption({ platform, country, metric }: SeriesKey, day: DayNumber): number {
  const label = dayOf(day);
  return INTERRUPTIONS.filter((one) => one.platform === platform && one.country === country && one.metrics.includes(metric))
    .filter((one) => one.from <= label && label <= one.to)
    .reduce((factor, one) => factor * one.factor, 1);
}

/** Parameters are written beside the data, so they are kept short enough to read. */
function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}
