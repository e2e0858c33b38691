import { describe, expect, it } from "vitest";
import { claimsInChinese } from "./claim-words.zh.ts";
import { CLAIMS, FIGURES, input, shippedFigure } from "./evidence.fixture.ts";
import { evidencePage } from "./evidence-page.ts";
import { evidenceInChinese } from "./evidence-words.zh.ts";
import { readingSaid } from "./figure-said.ts";
import { figureValue, tickText } from "./figure-text.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { QUANTITY, quantityName } from "./quantity-words.ts";
import { quantityInChinese } from "./quantity-words.zh.ts";
import { type Statement, statement } from "./statement.ts";

const chinese = { format: CHINESE_FORMAT, words: evidenceInChinese, claims: claimsInChinese };
const english = input().told;
const texts = (statements: readonly Statement[]) => statements.map(({ text }) => text);
const ids = ({ rows }: Statement) => rows.map(({ id }) => id);

describe("the Evidence page", () => {
  const page = evidencePage(input());

  it("begins with how many figures there are, of how many providers, and how many conflict", () => {
    expect(page.headline?.text).toBe("199 published figures by 39 providers, 49 of them in conflict.");
    expect(page.headline && ids(page.headline)).toEqual(FIGURES.map(({ id }) => id));
    expect(texts(page.lead)).toEqual([
      "174 estimates, 8 official statements, 7 attributed to unnamed people or media, 10 untraceable claims.",
      "Farthest apart of those that can be traced: 70k and over 700k, ×10 (New users over several days, RedNote, World).",
    ]);
    expect(page.lead[1] && ids(page.lead[1])).toEqual(["rf016", "rf014"]);
  });

  it("says of each chart what it is of, from where to where, and what conflicts", () => {
    const [first] = page.charts;
    expect(first?.title.text).toBe("Daily active users, United States");
    expect(texts(first?.summary ?? [])).toEqual(["21 figures by Similarweb, from 81.2k to 106.8M.", "6 in conflict."]);
    expect(first?.brackets.map(({ said }) => [said.text, ids(said)])).toEqual([
      ["×9.6 apart", ["rf003", "rf007"]],
      ["×1.4 apart", ["rf004", "rf003"]],
    ]);
    const ranks = page.charts.find(({ chart }) => chart.id === "app_store_rank_free_overall.US.rank.level");
    expect(ranks?.brackets.map(({ said }) => said.text)).toEqual(["No. 11 against No. 25"]);
  });

  it("reads a dot with who repeats it and each conflict once", () => {
    const dot = page.charts[0]?.dots.get("rf003");
    expect([dot?.value.text, dot?.days.text, dot?.pages?.text]).toEqual(["3.4M", "13 Jan 2025", "2 pages"]);
    expect(texts(readingSaid(dot?.dot as NonNullable<typeof dot>["dot"], () => "Daily active users", english))).toEqual([
      "3.4M. Daily active users, 13 Jan 2025. Similarweb, via Reuters.",
      "Published on 16 January 2025.",
      "An estimate of a third party, or a reading of a public counter.",
      "Repeated by Similarweb, via Indonesia Sentinel.",
      "In conflict with 32.5M, 19 Jan 2025, Similarweb blog, on a mirror: ×9.6 apart.",
      "In conflict with 2.4M, 13 Jan 2025, Similarweb, via CNBC Indonesia: ×1.4 apart.",
      "In conflict over its days: the same number for 16 Jan 2025, Similarweb, via Indonesia Sentinel.",
      "First press estimate, iOS+Android. Scale does not line up with the later 32.5M for 19 Jan from the same firm.",
    ]);
  });

  it("holds a number against another once, however many pages relay that", () => {
    const dot = page.charts[0]?.dots.get("rf007")?.dot;
    expect(dot?.conflicts.map(({ low }) => low.id)).toEqual(["rf003", "rf005"]);
    expect(
      texts(readingSaid(dot as NonNullable<typeof dot>, () => "Daily active users", english)).filter((text) => /conflict/.test(text)),
    ).toEqual(["In conflict with 3.4M, 13 Jan 2025, Similarweb, via Reuters: ×9.6 apart."]);
  });

  it("says what was known when, and of what nobody can say it", () => {
    expect(texts(page.known)).toEqual([
      "All 199 figures that there are were known by 16 March 2026, the latest day of publication.",
      "140 of them bear no day of publication. They are marked, and shown at the latest day only.",
    ]);
    const then = evidencePage(input({ known: "2025-01-16" }));
    expect(texts(then.known)).toEqual([
      "By 16 January 2025, 39 of the figures are known to have been published.",
      "140 more bear no day of publication: whether they were known then cannot be said. They are shown at 16 March 2026 only.",
      "5 pairs of those known then conflicted.",
    ]);
    // Conflicts stood as they stood, whatever is shown of them.
    expect(evidencePage(input({ known: "2025-01-16", providers: ["statista"] })).known.at(-1)?.text).toBe(then.known.at(-1)?.text);
    const before = evidencePage(input({ known: "2024-01-01" }));
    expect(before.headline).toBeNull();
    expect(before.known[0]?.text).toBe(
      "By 1 January 2024, none of the figures is known to have been published. The first with a day came on 26 April 2024.",
    );
  });

  it("says what the filters leave out", () => {
    const some = evidencePage(input({ countries: ["US"], platforms: ["rednote", "tiktok"] }));
    expect(some.hidden?.text).toBe("126 more figures are left out by the filters.");
    expect(some.hidden?.rows).toHaveLength(126);
    expect(page.hidden).toBeNull();
    expect(evidencePage(input({ platforms: ["myspace"] })).hidden?.text).toBe("199 figures are left out by the filters.");
  });

  it("has nothing to say of nothing", () => {
    const empty = evidencePage(input({}, { figures: [], claims: [] }));
    expect([empty.headline, empty.lead, empty.known, empty.charts, empty.findings, empty.claims]).toEqual([null, [], [], [], null, []]);
  });
});

describe("the claims of the article", () => {
  const { claims, findings } = evidencePage(input({ platforms: ["duolingo"], known: "2025-01-16" }));

  it("are all there whatever is filtered, each with the finding of its row and nothing derived", () => {
    const said = claims.flatMap((group) => group.claims);
    expect(said.map(({ claim }) => claim.id).toSorted()).toEqual(CLAIMS.map(({ id }) => id).toSorted());
    for (const { claim, finding, note } of said) {
      expect(finding.text).toBe(input().told.claims.finding[claim.finding]);
      expect(finding.rows).toEqual([{ file: "claims.csv", id: claim.id }]);
      // Why it was not measured is said of each.
      expect(note?.text).toBe(claim.note);
    }
    expect(findings?.text).toBe("Of 13 claims: 1 supported, 2 partly supported, 1 disputed, 1 contradicted, 8 not measured.");
  });

  it("stand by topic, the seven of the article among them", () => {
    expect(claims.map(({ topic }) => topic)).toEqual([
      "surge",
      "cost-of-living",
      "economic-systems",
      "global-perceptions",
      "education-and-technology",
      "freedom-and-governance",
      "cultural-warmth",
      "privacy",
    ]);
  });

  it("show the figures behind them, and which of these were not published by then", () => {
    const [first] = claims[0]?.claims ?? [];
    expect(first?.figures.map(({ said, known }) => [said.figure.id, said.value.text, known])).toEqual([
      ["rf003", "3.4M", true],
      ["rf028", "818k", false],
      ["rf014", "over 700k", false],
    ]);
  });
});

describe("words", () => {
  it("name every metric of the figures, in both languages", () => {
    const metrics = [...new Set(FIGURES.map(({ metric }) => metric))].toSorted();
    expect(Object.keys(QUANTITY.english).toSorted()).toEqual(metrics);
    expect(Object.keys(quantityInChinese).toSorted()).toEqual(metrics);
    expect(quantityName("likes_daily", QUANTITY.english)).toBe("likes daily");
  });

  it("have every claim and note in Chinese", () => {
    const said = evidencePage(input({}, { told: chinese })).claims.flatMap((group) => group.claims);
    expect(said.filter(({ text, note }) => text.lang === "en" || note?.lang === "en")).toEqual([]);
  });

  it("write a figure as it was published", () => {
    const value = (id: string) => [figureValue(shippedFigure(id), english), figureValue(shippedFigure(id), chinese)];
    expect(value("rf002")).toEqual(["under 700k", "不到70万"]);
    expect(value("rf009")).toEqual(["−54%", "−54%"]);
    expect(value("rf020")).toEqual(["over +200%", "超过+200%"]);
    expect(value("rf024")).toEqual(["over ×30", "超过×30"]);
    expect(value("rf043")).toEqual(["No. 11", "第 11 名"]);
    expect(value("rf058")).toEqual(["No. 20 or better", "第 20 名以内"]);
    expect(value("rf184")).toEqual(["about 14 hours", "约14小时"]);
    expect(value("rf026")).toEqual(["22%", "22%"]);
  });

  it("write the ticks of an axis in the unit of its figures", () => {
    expect([0.3, 1, 3].map((value) => tickText(value, "change", english))).toEqual(["−70%", "0%", "+200%"]);
    expect(tickText(3e6, "value", chinese)).toBe("300万");
    expect(tickText(10, "rank", english)).toBe("No. 10");
  });
});

describe("a statement", () => {
  it("stands on a row, or is refused", () => {
    expect(() => statement("Everybody knows.", [])).toThrow(RangeError);
  });
});
