import { describe, expect, it } from "vitest";
import { substitutionPairs } from "../analysis/substitution-table.ts";
import { knownSeries } from "../analysis/surge.fixture.ts";
import { surgeOf } from "../analysis/surge.ts";
import type { Metric } from "../model/metric.ts";
import type { DailySeries } from "../model/series.ts";
import type { Source } from "../model/source.ts";
import { defaultView, type View } from "../model/view.ts";
import { illustrativeSeries } from "../sample/illustrative.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { substitutionRow } from "./substitution-row.ts";
import { substitutionInChinese } from "./substitution-words.zh.ts";
import { surgeInChinese } from "./surge-words.zh.ts";

const about = { publisher: "", url: "", licence: "", method: "", day_zone: "" };
const sources: Source[] = [
  { ...about, id: "default", name: "Counted", kind: "observed" },
  { ...about, id: "illustrative", name: "Illustrative", kind: "illustrative" },
];
const users: Metric = {
  ...{ id: "daily_active_users", name: "Daily active users", unit: "users", over_time: "mean", over_countries: "sum" },
  ...{ whole: true, least: 0, most: 1e10 },
};
const place = { region: "", population: null, population_year: null };
const catalog = {
  metrics: [users],
  sources,
  platforms: ["RedNote", "TikTok", "Lemon8"].map((name) => ({ id: name.toLowerCase(), name })),
  countries: [
    { ...place, id: "US", name: "United States" },
    { ...place, id: "GB", name: "United Kingdom" },
  ],
  topics: [],
};
const madeUp = illustrativeSeries().filter((one) => one.metric === users.id);
const view = (given: Partial<View> = {}): View => ({
  ...defaultView(),
  platforms: ["lemon8", "rednote", "tiktok"],
  sources: ["illustrative"],
  ...given,
});
const own = (asked: View) =>
  madeUp.filter((one) => asked.platforms.includes(one.platform) && asked.countries.includes(one.country) && one.topic === "all");
const pairsOf = (asked: View) => substitutionPairs(asked, own(asked), catalog);
const context = { metric: users, catalog };

describe("platforms beside TikTok", () => {
  it("are all others of the view, in its order, each in its country", () => {
    const pairs = pairsOf(view({ countries: ["US", "GB"] }));
    expect(pairs.map(({ platform, country }) => `${platform} ${country}`)).toEqual(["lemon8 US", "lemon8 GB", "rednote US", "rednote GB"]);
    expect(pairs.every(({ kind, topic }) => kind === "illustrative" && topic === "all")).toBe(true);
  });

  it("take TikTok of the same source; where it has none they say so", () => {
    const known = knownSeries(1, 1_200_000);
    const rednote: DailySeries = {
      platform: "rednote",
      country: "US",
      metric: users.id,
      topic: "all",
      source: "default",
      days: known.days,
      values: known.values,
    };
    const [pair] = substitutionPairs(view(), [rednote, ...own(view({ platforms: ["tiktok"] }))], catalog);
    expect(pair?.answer).toEqual({ found: false, reason: "nothing_beside" });
    expect(pair && substitutionRow(pair, context).sentence).toBe("The same source has no series of TikTok here.");
  });

  it("may be sums of countries, as the view has them", () => {
    const pairs = pairsOf(view({ countries: ["US", "GB"], sum: true, platforms: ["rednote", "tiktok"] }));
    expect(pairs.map(({ country }) => country)).toEqual(["US+GB"]);
  });

  it("use what is known already of a surge", () => {
    const asked = view({ platforms: ["rednote", "tiktok"] });
    const answers = new Map(own(asked).map((one) => [one, surgeOf(one, users)]));
    expect(substitutionPairs(asked, own(asked), catalog, (one) => answers.get(one))).toEqual(pairsOf(asked));
    const [refused] = substitutionPairs(asked, own(asked), catalog, () => ({ found: false, reason: "spike" }));
    expect(refused?.answer).toEqual({ found: false, reason: "no_surge", surge: "spike" });
  });
});

describe("a pair in words", () => {
  const [lemon8, rednote] = pairsOf(view()).map((pair) => substitutionRow(pair, context));

  it("says of what is made up that it is, and what both did: an association", () => {
    expect(rednote?.sentence).toMatch(
      /^Made up, not a finding: In 35 days, 13 Jan to 16 Feb 2025, RedNote stood [\d.]+M above what was expected, TikTok [\d.]+M below \(users, summed over days\)\. RedNote's excess is 0\.\d+ times TikTok's shortfall \(0\.\d+ to [\d.]+\)\. TikTok was lowest on the day on which RedNote was highest\.$/,
    );
    expect(lemon8?.sentence).toContain("TikTok was lowest 5 days after Lemon8 was highest; by chance it may be 4 to 5 days after.");
    for (const row of [lemon8, rednote]) expect(row?.sentence).not.toMatch(/\b(moved|switched|migrated|went) (to|from)\b/);
  });

  it("has the numbers one by one, each with its range", () => {
    expect(rednote?.place).toBe("United States");
    expect(rednote?.cells?.days).toEqual({ text: "35 days", note: "13 Jan to 16 Feb 2025" });
    expect(rednote?.cells?.lag).toEqual({ text: "same day", note: "" });
    expect(rednote?.cells?.ratio.text).toMatch(/^0\.\d+$/);
    expect(rednote?.cells?.ratio.note).toMatch(/^0\.\d+ to [\d.]+$/);
  });

  it("says why where there is nothing to compare", () => {
    const [pair] = pairsOf(view({ platforms: ["rednote", "tiktok"], countries: ["GB"] }));
    const row = pair && substitutionRow(pair, context);
    expect(row?.cells).toBeUndefined();
    expect(row?.sentence).toBe(
      "Made up, not a finding: TikTok has no shortfall: no less in those days together than it may have had anyway.",
    );
  });

  it("speaks Chinese with Chinese words", () => {
    const [, pair] = pairsOf(view());
    const row = pair && substitutionRow(pair, { ...context, words: substitutionInChinese, surge: surgeInChinese, format: CHINESE_FORMAT });
    expect(row?.sentence).toContain("这是虚构数据，并非发现：");
    expect(row?.sentence).toContain("TikTok 的最低日与 RedNote 的最高日是同一天。");
    expect(row?.cells?.lag.text).toBe("同一天");
  });
});
