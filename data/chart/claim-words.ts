import type { Claim } from "../model/figure.ts";

/** What is said of a claim of the article, and of what the figures find of it. */
export interface ClaimWords {
  /** A finding in a word or two: a badge. */
  finding: Record<Claim["finding"], string>;
  /** What each finding means. */
  meaning: Record<Claim["finding"], string>;
  kind: Record<Claim["kind"], string>;
  /** The claim and its note in the words of the language. Both come in English. */
  told: (claim: Claim) => Pick<Claim, "claim" | "note">;
  /** A claim that stands alone. */
  sentence: (claim: string) => string;
}

export const CLAIMS: { name: "claims"; english: ClaimWords } = {
  name: "claims",
  english: {
    finding: {
      supported: "supported",
      partly: "partly supported",
      disputed: "disputed",
      contradicted: "contradicted",
      not_measured: "not measured",
    },
    meaning: {
      supported: "Published figures agree with it.",
      partly: "Published figures say a part of it, or something near it.",
      disputed: "Published figures disagree about it.",
      contradicted: "Published figures say otherwise.",
      not_measured: "No published figure measures it.",
    },
    kind: { measurable: "could be measured", qualitative: "a matter of impressions" },
    told: ({ claim, note }) => ({ claim, note }),
    sentence: (claim) => `${claim}.`,
  },
};
