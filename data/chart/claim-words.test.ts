import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Claim } from "../model/figure.ts";
import { CLAIMS } from "./claim-words.ts";
import { claimsInChinese } from "./claim-words.zh.ts";

const claims: Claim[] = parse(readFileSync(new URL("../reference/claims.csv", import.meta.url)), { columns: true });

describe("the claims of the article", () => {
  it("are told as they are in English", () => {
    expect(claims.map((claim) => CLAIMS.english.told(claim))).toEqual(claims.map(({ claim, note }) => ({ claim, note })));
  });

  it.each(claims.map((claim) => [claim.id, claim] as const))("%s is told in Chinese, its note too", (_, claim) => {
    const told = claimsInChinese.told(claim);
    expect(told.claim).toMatch(/\p{Script=Han}/u);
    expect(told.note).toMatch(/\p{Script=Han}/u);
    // Every number of the note is in the translation, or in myriads.
    const numbers = (text: string) => [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => number);
    const unsaid = numbers(claim.note).filter((number) => !numbers(told.note).includes(number));
    expect(unsaid.filter((number) => !["3.4", "300", "225"].includes(number))).toEqual([]);
  });

  it("keep their own words where a language has none for them", () => {
    const claim: Claim = { id: "c99", topic: "surge", claim: "A", kind: "measurable", finding: "partly", evidence: [], note: "B" };
    expect(claimsInChinese.told(claim)).toEqual({ claim: "A", note: "B" });
  });
});
