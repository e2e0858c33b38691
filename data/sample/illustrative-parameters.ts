import type { Day } from "../model/day.ts";

/**
 * The choices behind the made-up series. None is measured. What follows from them, series by series, is written out in
 * `illustrative-parameters.csv`.
 */

/** First and last day of the made-up series. */
export const ILLUSTRATIVE_DAYS: { from: Day; to: Day } = { from: "2024-10-01", to: "2025-06-30" };

/** Daily active users of one platform in one country: country, base, onset, rise, peak, half-life, plateau. */
export type UserParameters = readonly [
  country: string,
  base: number,
  onset: Day,
  rise: number,
  peak: number,
  halfLife: number,
  plateau: number,
];

/** Large surges where the app was small, small ones where it had long been used. */
const REDNOTE: readonly UserParameters[] = [
  ["US", 240_000, "2025-01-13", 7, 2_600_000, 6, 160_000],
  ["CA", 60_000, "2025-01-14", 6, 310_000, 7, 24_000],
  ["MX", 9_000, "2025-01-15", 6, 60_000, 5, 4_000],
  ["BR", 12_000, "2025-01-15", 7, 85_000, 5, 5_000],
  ["GB", 45_000, "2025-01-14", 6, 260_000, 6, 16_000],
  ["IE", 4_000, "2025-01-14", 6, 30_000, 6, 1_800],
  ["DE", 30_000, "2025-01-14", 6, 140_000, 7, 9_000],
  ["FR", 28_000, "2025-01-14", 6, 150_000, 8, 12_000],
  ["ES", 14_000, "2025-01-15", 6, 70_000, 6, 4_000],
  ["IT", 16_000, "2025-01-15", 6, 90_000, 6, 5_000],
  ["PT", 3_000, "2025-01-15", 6, 17_000, 6, 900],
  ["SE", 5_000, "2025-01-15", 6, 21_000, 7, 1_500],
  ["PL", 6_000, "2025-01-16", 6, 24_000, 5, 1_200],
  ["AU", 55_000, "2025-01-14", 6, 180_000, 8, 22_000],
  ["NZ", 12_000, "2025-01-14", 6, 36_000, 8, 4_500],
  ["PH", 30_000, "2025-01-15", 7, 80_000, 9, 12_000],
  ["JP", 150_000, "2025-01-15", 6, 60_000, 7, 10_000],
  ["KR", 90_000, "2025-01-15", 6, 40_000, 7, 6_000],
  ["SG", 420_000, "2025-01-15", 6, 50_000, 8, 8_000],
  ["MY", 1_300_000, "2025-01-15", 6, 90_000, 8, 12_000],
  ["TW", 1_500_000, "2025-01-15", 6, 110_000, 8, 15_000],
];

const LEMON8: readonly UserParameters[] = [
  ["US", 1_050_000, "2025-01-11", 4, 900_000, 4, 60_000],
  ["CA", 70_000, "2025-01-12", 4, 50_000, 4, 5_000],
  ["MX", 15_000, "2025-01-12", 4, 5_000, 4, 0],
  ["BR", 40_000, "2025-01-12", 4, 9_000, 4, 0],
  ["GB", 60_000, "2025-01-12", 4, 42_000, 4, 3_000],
  ["IE", 5_000, "2025-01-12", 4, 3_000, 4, 200],
  ["DE", 12_000, "2025-01-12", 4, 4_000, 4, 0],
  ["FR", 11_000, "2025-01-12", 4, 3_500, 4, 0],
  ["ES", 9_000, "2025-01-12", 4, 2_500, 4, 0],
  ["IT", 9_500, "2025-01-12", 4, 2_500, 4, 0],
  ["PT", 2_500, "2025-01-12", 4, 700, 4, 0],
  ["SE", 3_000, "2025-01-12", 4, 900, 4, 0],
  ["PL", 4_000, "2025-01-12", 4, 800, 4, 0],
  ["AU", 50_000, "2025-01-12", 4, 33_000, 5, 3_000],
  ["NZ", 9_000, "2025-01-12", 4, 5_500, 5, 500],
  ["PH", 180_000, "2025-01-12", 4, 20_000, 5, 0],
  ["JP", 900_000, "2025-01-12", 4, 0, 5, 0],
  ["KR", 20_000, "2025-01-12", 4, 0, 5, 0],
  ["SG", 70_000, "2025-01-12", 4, 6_000, 5, 0],
  ["MY", 420_000, "2025-01-12", 4, 25_000, 5, 0],
  ["TW", 30_000, "2025-01-12", 4, 0, 5, 0],
];

const TIKTOK_BASES: readonly (readonly [country: string, base: number])[] = [
  ["US", 79_000_000],
  ["CA", 8_500_000],
  ["MX", 38_000_000],
  ["BR", 52_000_000],
  ["GB", 15_000_000],
  ["IE", 1_300_000],
  ["DE", 13_000_000],
  ["FR", 14_500_000],
  ["ES", 10_500_000],
  ["IT", 12_000_000],
  ["PT", 2_200_000],
  ["SE", 2_400_000],
  ["PL", 8_000_000],
  ["AU", 5_600_000],
  ["NZ", 1_100_000],
  ["PH", 31_000_000],
  ["JP", 16_000_000],
  ["KR", 4_200_000],
  ["SG", 1_700_000],
  ["MY", 12_500_000],
  ["TW", 3_900_000],
];

/** A slight dip, deeper in the US: 4 percent there, 1 percent elsewhere. */
const TIKTOK: readonly UserParameters[] = TIKTOK_BASES.map(([country, base]) =>
  country === "US"
    ? [country, base, "2025-01-14", 7, -0.04 * base, 12, -0.01 * base]
    : [country, base, "2025-01-14", 7, -0.01 * base, 12, 0],
);

export const USER_PARAMETERS: Readonly<Record<string, readonly UserParameters[]>> = { rednote: REDNOTE, tiktok: TIKTOK, lemon8: LEMON8 };

/** How a metric follows from the daily users of the same platform and country. */
export interface MetricProfile {
  /** Times the users' base, peak and plateau. For session minutes: minutes, and minutes that a surge of nothing but newcomers would add. */
  base: number;
  peak: number;
  plateau: number;
  /** Times the users' half-life. */
  half_life: number;
  /** Days by which the rise is shorter than the users'; at least two days remain. */
  earlier: number;
  /** Strength of the weekly rhythm (1 moves a Sunday by 3 percent) and spread of the noise, as a share of the value. */
  weekly: number;
  noise: number;
}

export const METRIC_PROFILES: Readonly<Record<string, Readonly<Record<string, MetricProfile>>>> = {
  rednote: {
    signups: { base: 0.006, peak: 0.16, plateau: 0.02, half_life: 0.5, earlier: 3, weekly: 3, noise: 0.06 },
    downloads: { base: 0.008, peak: 0.2, plateau: 0.025, half_life: 0.5, earlier: 3, weekly: 3, noise: 0.06 },
    daily_active_users: { base: 1, peak: 1, plateau: 1, half_life: 1, earlier: 0, weekly: 2, noise: 0.03 },
    session_minutes: { base: 34, peak: 10, plateau: 4, half_life: 1.5, earlier: 0, weekly: 1.5, noise: 0.015 },
    posts: { base: 0.12, peak: 0.18, plateau: 0.14, half_life: 0.9, earlier: 1, weekly: 4, noise: 0.05 },
    comments: { base: 0.9, peak: 1.8, plateau: 1.2, half_life: 0.8, earlier: 1, weekly: 4, noise: 0.05 },
  },
  tiktok: {
    signups: { base: 0.0016, peak: 0.003, plateau: 0.002, half_life: 1, earlier: 2, weekly: 2, noise: 0.04 },
    downloads: { base: 0.0021, peak: 0.004, plateau: 0.003, half_life: 1, earlier: 2, weekly: 2, noise: 0.04 },
    daily_active_users: { base: 1, peak: 1, plateau: 1, half_life: 1, earlier: 0, weekly: 1, noise: 0.012 },
    session_minutes: { base: 92, peak: 45, plateau: 40, half_life: 1, earlier: 0, weekly: 1.5, noise: 0.012 },
    posts: { base: 0.07, peak: 0.09, plateau: 0.07, half_life: 1, earlier: 0, weekly: 2, noise: 0.03 },
    comments: { base: 1.1, peak: 1.2, plateau: 1.1, half_life: 1, earlier: 0, weekly: 2, noise: 0.03 },
  },
  lemon8: {
    signups: { base: 0.009, peak: 0.12, plateau: 0.02, half_life: 0.6, earlier: 1, weekly: 3, noise: 0.06 },
    downloads: { base: 0.012, peak: 0.15, plateau: 0.025, half_life: 0.6, earlier: 1, weekly: 3, noise: 0.06 },
    daily_active_users: { base: 1, peak: 1, plateau: 1, half_life: 1, earlier: 0, weekly: 2, noise: 0.035 },
    session_minutes: { base: 14, peak: 6, plateau: 3, half_life: 1.5, earlier: 0, weekly: 1.5, noise: 0.02 },
    posts: { base: 0.05, peak: 0.06, plateau: 0.05, half_life: 0.9, earlier: 0, weekly: 4, noise: 0.06 },
    comments: { base: 0.2, peak: 0.3, plateau: 0.2, half_life: 0.9, earlier: 0, weekly: 4, noise: 0.06 },
  },
};

/** A country's own rate of each metric beside the profile's: the profile's times 1, up or down by at most this. */
export const COUNTRY_VARIATION = 0.15;

/** Countries whose RedNote posts and comments also come by topic. */
export const TOPIC_COUNTRIES: readonly string[] = ["US", "CA", "GB", "AU", "DE", "FR"];

/** Share of a topic in the base, in the peak and in the plateau of all posts or comments, and times their half-life. */
export const TOPIC_SHARES: Readonly<Record<string, { base: number; peak: number; plateau: number; half_life: number }>> = {
  "cost-of-living": { base: 0.05, peak: 0.14, plateau: 0.1, half_life: 1 },
  "economic-systems": { base: 0.02, peak: 0.07, plateau: 0.04, half_life: 0.9 },
  "global-perceptions": { base: 0.03, peak: 0.09, plateau: 0.05, half_life: 0.9 },
  "education-and-technology": { base: 0.06, peak: 0.08, plateau: 0.12, half_life: 1.2 },
  "freedom-and-governance": { base: 0.01, peak: 0.06, plateau: 0.02, half_life: 0.7 },
  "cultural-warmth": { base: 0.1, peak: 0.2, plateau: 0.18, half_life: 1 },
  privacy: { base: 0.01, peak: 0.05, plateau: 0.02, half_life: 0.6 },
};

/** Days on which something outside the formula happens: the value is multiplied by the factor. */
export interface Interruption {
  platform: string;
  country: string;
  metrics: readonly string[];
  from: Day;
  to: Day;
  factor: number;
}

/** The day on which TikTok and Lemon8 were dark in the US, and the weeks out of the stores there. */
export const INTERRUPTIONS: readonly Interruption[] = [
  { platform: "tiktok", country: "US", metrics: ["daily_active_users"], from: "2025-01-19", to: "2025-01-19", factor: 0.7 },
  { platform: "tiktok", country: "US", metrics: ["session_minutes"], from: "2025-01-19", to: "2025-01-19", factor: 0.45 },
  { platform: "tiktok", country: "US", metrics: ["posts", "comments"], from: "2025-01-19", to: "2025-01-19", factor: 0.4 },
  { platform: "tiktok", country: "US", metrics: ["signups"], from: "2025-01-19", to: "2025-02-12", factor: 0.15 },
  { platform: "tiktok", country: "US", metrics: ["downloads"], from: "2025-01-19", to: "2025-02-07", factor: 0 },
  { platform: "tiktok", country: "US", metrics: ["downloads"], from: "2025-02-08", to: "2025-02-12", factor: 0.06 },
  { platform: "lemon8", country: "US", metrics: ["daily_active_users"], from: "2025-01-19", to: "2025-01-19", factor: 0.5 },
  { platform: "lemon8", country: "US", metrics: ["posts", "comments"], from: "2025-01-19", to: "2025-01-19", factor: 0.3 },
  { platform: "lemon8", country: "US", metrics: ["signups", "downloads"], from: "2025-01-19", to: "2025-02-12", factor: 0 },
];
