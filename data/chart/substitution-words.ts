import type { SubstitutionPair } from "../analysis/substitution-table.ts";
import type { NoSurgeReason } from "../analysis/surge.ts";

/** Why a platform cannot be set beside TikTok. */
export type PairMissing = Exclude<SubstitutionPair["answer"], { found: true }>;

/** Every word that is said of one platform's excess beside another's shortfall. Numbers and names come as they are written. */
export interface SubstitutionWords {
  title: (losing: string) => string;
  platform: string;
  explained: string;
  /** Pairs that are not shown. */
  more: (pairs: number) => string;
  /** What it is, and what it is not. */
  about: string;
  columns: Record<PairColumn, { label: string; method: string }>;
  /** In a sentence that stands alone. */
  why: (missing: PairMissing, names: PairNames, surge: (reason: NoSurgeReason) => string) => string;
  /** What both did, in a sentence. */
  said: (one: { excess: string; shortfall: string; days: number; range: string; unit: string }, names: PairNames) => string;
  ratio: (ratio: string, low: string, high: string, names: PairNames) => string;
  lag: (lag: { value: number; low: number; high: number }, names: PairNames) => string;
  /** In a cell: when the low came, seen from the high. */
  lagShort: (days: number) => string;
  lagRange: (low: number, high: number) => string;
  /** Where the range of a lag holds both. */
  eitherFirst: string;
  aside: (text: string, more: string) => string;
  /** Between two sentences. */
  gap: string;
  /** A sum over days of what is counted. */
  summed: (unit: string, isSum: boolean) => string;
  between: (low: string, high: string) => string;
  days: (days: number) => string;
}

export type PairColumn = "days" | "excess" | "shortfall" | "ratio" | "lag";
export const PAIR_COLUMNS: readonly PairColumn[] = ["excess", "shortfall", "ratio", "lag", "days"];

export interface PairNames {
  gaining: string;
  losing: string;
}

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

const EITHER = "which came first is not told";
const lagShort = (lag: number) => (lag === 0 ? "same day" : `${days(Math.abs(lag))} ${lag > 0 ? "after" : "before"}`);
const lagRange = (low: number, high: number) => {
  if (low > 0) return `${low} to ${lagShort(high)}`;
  return high < 0 ? `${-high} to ${lagShort(low)}` : `${lagShort(low)} to ${lagShort(high)}`;
};

export const SUBSTITUTION: { name: "substitution"; english: SubstitutionWords } = {
  name: "substitution",
  english: {
    title: (losing) => `Beside ${losing}`,
    platform: "Platform",
    explained: "How each number is found",
    more: (pairs) => `And ${pairs} more: choose fewer countries or platforms to see them.`,
    about:
      "What one platform had above what was expected, beside what another lacked, in the same country and days. An association: sums cannot tell whether the same people moved, or whether anybody did.",
    columns: {
      days: { label: "Days compared", method: "From the onset of the surge to four weeks after its peak: those that both series have." },
      excess: {
        label: "Excess",
        method:
          "What the surging series had above its expected sum over those days; the range holds the true one in 95 of 100. Counts every day, where the excess of a surge counts those above its band.",
      },
      shortfall: {
        label: "Shortfall",
        method: "What the other series lacked, against the sum that its own days before the onset would have led to expect.",
      },
      ratio: {
        label: "Excess to shortfall",
        method: "One divided by the other. The range sets the smallest excess against the largest shortfall, and the reverse.",
      },
      lag: {
        label: "Lead and lag",
        method: "Days between the two extremes, each against its expected value; the range counts days that may be the extreme by chance.",
      },
    },
    why: (missing, { gaining, losing }, surge) => {
      switch (missing.reason) {
        case "nothing_beside":
          return `The same source has no series of ${losing} here.`;
        case "no_amount":
          return "Ranks and means of a user are no amounts, of which one could stand beside another.";
        case "few_days":
          return `${gaining} and ${losing} share fewer than 3 days of the surge.`;
        case "no_surge":
          return `${gaining} has no surge to begin with. ${surge(missing.surge)}`;
        case "no_band": {
          const whose = missing.of === "gaining" ? gaining : losing;
          return missing.why === "few_days"
            ? `${whose} has fewer than 14 days before the onset: nothing says what would have been.`
            : `${whose} changed by more than 1% a day before the onset: it says nothing of the days after it.`;
        }
        case "no_excess":
          return `${gaining} has no excess: no more in those days together than it may have had anyway.`;
        case "no_shortfall":
          return `${losing} has no shortfall: no less in those days together than it may have had anyway.`;
      }
    },
    said: ({ excess, shortfall, days: count, range, unit }, { gaining, losing }) =>
      `In ${days(count)}, ${range}, ${gaining} stood ${excess} above what was expected, ${losing} ${shortfall} below (${unit}).`,
    ratio: (ratio, low, high, { gaining, losing }) => `${gaining}'s excess is ${ratio} times ${losing}'s shortfall (${low} to ${high}).`,
    lag: ({ value, low, high }, { gaining, losing }) => {
      const main =
        value === 0
          ? `${losing} was lowest on the day on which ${gaining} was highest`
          : `${losing} was lowest ${lagShort(value)} ${gaining} was highest`;
      if (low === high) return `${main}.`;
      const range = `by chance it may be ${lagRange(low, high)}`;
      return low < 0 && high > 0 ? `${main}; ${range}, so ${EITHER}.` : `${main}; ${range}.`;
    },
    lagShort,
    lagRange,
    eitherFirst: EITHER,
    aside: (text, more) => `${text}: ${more}`,
    summed: (unit, isSum) => (isSum ? unit : `${unit}, summed over days`),
    between: (low, high) => `${low} to ${high}`,
    days,
    gap: " ",
  },
};
