import type { Claim, Figure } from "../model/figure.ts";
import type { EvidenceModel } from "./evidence.ts";
import { type EvidenceInput, quantityTitle } from "./evidence-input.ts";
import { type FigureSaid, figureSaid } from "./figure-said.ts";
import type { Told } from "./figure-text.ts";
import { nameOf } from "./names.ts";
import { claimed, type Statement, statement } from "./statement.ts";

/** A claim of the article, what is found of it, and the figures behind that. */
export interface ClaimSaid {
  claim: Claim;
  text: Statement;
  finding: Statement;
  /** What the finding means. */
  meaning: Statement;
  /** Why; `null` where nothing is noted. */
  note: Statement | null;
  figures: { said: FigureSaid; title: Statement; known: boolean }[];
}

/** The claims of one topic. */
export interface ClaimGroup {
  topic: string;
  name: string;
  claims: ClaimSaid[];
}

const FINDINGS: readonly Claim["finding"][] = ["supported", "partly", "disputed", "contradicted", "not_measured"];

/** How many claims came out how; `null` where there are none. */
export function findingsSaid(claims: readonly Claim[], { words, claims: { finding: named }, format }: Told): Statement | null {
  if (claims.length === 0) return null;
  const counts = FINDINGS.map((finding) => [named[finding], claims.filter((claim) => claim.finding === finding).length] as const);
  const there = counts.filter(([, count]) => count > 0).map(([name, count]) => [name, format.fullNumber(count)] as const);
  return claimed(words.findings(there, format.fullNumber(claims.length)), claims);
}

/**
 * Claims by topic, in the order of the file. The finding is the file's: nothing is derived here. Filters do not touch
 * them; a figure that had not been published by the day of the view says so.
 */
export function claimGroups(input: EvidenceInput, model: EvidenceModel): ClaimGroup[] {
  const { claims, figures, catalog, told } = input;
  const groups = new Map<string, ClaimGroup>();
  const later = new Set(model.later);
  const title = (figure: Figure) => statement(quantityTitle(figure, [figure.platform], input), [figure]);
  for (const claim of claims) {
    const name = claim.topic === "surge" ? told.words.topic.surge : nameOf(catalog.topics, claim.topic);
    const group = groups.get(claim.topic) ?? { topic: claim.topic, name, claims: [] };
    groups.set(claim.topic, group);
    const own = told.claims.told(claim);
    const of = (text: string, row: string): Statement => ({ ...claimed(text, [claim]), ...(text === row ? { lang: "en" } : {}) });
    group.claims.push({
      claim,
      text: of(own.claim, claim.claim),
      finding: claimed(told.claims.finding[claim.finding], [claim]),
      meaning: claimed(told.claims.meaning[claim.finding], [claim]),
      note: claim.note === "" ? null : of(own.note, claim.note),
      figures: claim.evidence
        .flatMap((id) => figures.find((figure) => figure.id === id) ?? [])
        .map((figure) => ({ said: figureSaid(figure, [], told), title: title(figure), known: !later.has(figure) })),
    });
  }
  return [...groups.values()];
}
