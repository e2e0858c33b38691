import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorOf, quantityOf } from "../analysis/conflicts.ts";
import { knownOn, latestOf } from "../analysis/known.ts";
import { EVERYTHING, FIGURES, shippedFigure } from "./evidence.fixture.ts";
import { type EvidenceModel, evidenceModel } from "./evidence.ts";

const ORDER = ["rednote", "tiktok", "lemon8"];
const model = (change: Partial<typeof EVERYTHING> = {}, figures = FIGURES) => evidenceModel(figures, { ...EVERYTHING, ...change }, ORDER);
const chart = (of: EvidenceModel, id: string) => of.charts.find((one) => one.id === id);
const users = chart(model(), "daily_active_users.US.users.level");
const dot = (id: string) => users?.rows.flatMap(({ dots }) => dots).find((one) => one.figures.some((figure) => figure.id === id));

describe("a chart of evidence", () => {
  it("holds every figure in exactly one dot of one chart, the most figures first", () => {
    const { charts } = model();
    const drawn = charts.flatMap(({ rows }) => rows.flatMap(({ dots }) => dots.flatMap(({ figures }) => figures.map(({ id }) => id))));
    expect(drawn.toSorted()).toEqual(FIGURES.map(({ id }) => id).toSorted());
    const sizes = charts.map(({ figures }) => figures.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(charts[0]?.id).toBe("daily_active_users.US.users.level");
  });

  it("never puts two quantities, countries or units on one axis", () => {
    for (const { figures, metric, country, unit, basis } of model().charts)
      for (const figure of figures)
        expect([figure.metric, figure.country, figure.unit, figure.basis]).toEqual([metric, country, unit, basis]);
  });

  it("has a row for each provider and platform, and the range of what it said", () => {
    expect(users?.rows.map(({ provider, platform, dots }) => [provider.id, platform, dots.length])).toEqual([
      ["similarweb", "rednote", 6],
      ["similarweb", "tiktok", 9],
      ["similarweb", "lemon8", 2],
      ["similarweb", "skylight", 1],
      ["similarweb", "upscrolled", 1],
    ]);
    expect(users?.rows.map(({ range }) => range)).toEqual([
      [300_000, 32_500_000],
      [68_700_000, 106_800_000],
      [1_100_000, 1_700_000],
      null,
      null,
    ]);
  });

  it("makes one dot of a number and its relays, led by the first that was published", () => {
    expect(dot("rf005")?.figures.map(({ id }) => id)).toEqual(["rf003", "rf005"]);
    expect(dot("rf004")?.figures.map(({ id }) => id)).toEqual(["rf004"]);
  });

  it("rings both sides of a conflict, and dashes what nobody can trace", () => {
    expect(["rf001", "rf003", "rf004", "rf007", "rf008"].map((id) => dot(id)?.state)).toEqual([
      "plain",
      "conflict",
      "conflict",
      "conflict",
      "plain",
    ]);
    const claimed = chart(model(), "new_users.WORLD.users.total")?.rows.flatMap(({ dots }) => dots);
    expect(claimed?.find(({ id }) => id === "rf019")?.state).toBe("untraceable");
  });

  it("brackets the readings that are farthest apart, where both are shown", () => {
    expect(users?.brackets.map(({ low, high }) => [low.id, high.id])).toEqual([
      ["rf003", "rf007"],
      ["rf004", "rf003"],
    ]);
    const alone = chart(model({ providers: ["unnamed"] }), "new_users.WORLD.users.total");
    expect(alone?.brackets.map(({ low, high }) => [low.id, high.id])).toEqual([["rf016", "rf019"]]);
    // What conflicts with a figure stays in its reading, shown or not.
    expect(alone?.rows[0]?.dots.find(({ id }) => id === "rf016")?.conflicts.length).toBeGreaterThan(1);
  });

  it("places changes by their factors, and ranks from the first", () => {
    const change = chart(model(), "daily_active_users_growth_pct.US.percent.level");
    expect(change?.axis.kind).toBe("change");
    expect(change?.rows.flatMap(({ dots }) => dots).find(({ id }) => id === "rf009")?.x).toBeCloseTo(0.46, 10);
    expect(chart(model(), "app_store_rank_free_overall.US.rank.level")?.axis.kind).toBe("rank");
    expect(chart(model(), "share_of_downloads.US.percent.level")?.axis.kind).toBe("percent");
    expect(chart(model(), "downloads_growth_multiple.US.times.level")?.axis.kind).toBe("times");
  });

  it("has no place for zero on its scale, and keeps it to be told", () => {
    const none = { ...shippedFigure("rf003"), id: "zero", value: 0 };
    const gone = { ...shippedFigure("rf009"), id: "gone", value: -100 };
    const charts = model({}, [none, gone]).charts;
    expect(charts.map(({ refused, rows }) => [refused.map(({ id }) => id), rows])).toEqual([
      [["zero"], []],
      [["gone"], []],
    ]);
  });

  it("keeps every dot and bracket inside its axis, whatever is left out", () => {
    const some = fc.subarray([...FIGURES]);
    fc.assert(
      fc.property(some, (figures) => {
        for (const { axis, rows, brackets } of model({}, figures).charts) {
          for (const { dots } of rows) for (const { x } of dots) expect(x > axis.low && x < axis.high).toBe(true);
          for (const { low, high } of brackets) expect(factorOf(low) >= axis.low && factorOf(high) <= axis.high).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is shown", () => {
  it("is everything where no list names anything, and else what each list names", () => {
    expect(model().figures).toHaveLength(FIGURES.length);
    const some = model({ platforms: ["rednote"], countries: ["US"], quantities: ["daily_active_users"], providers: ["similarweb"] });
    expect(some.figures.map(({ id }) => id)).toEqual(["rf001", "rf002", "rf003", "rf004", "rf005", "rf007", "rf008"]);
    expect(some.figures.length + some.hidden.length).toBe(FIGURES.length);
    expect(model({ platforms: ["myspace"] }).charts).toEqual([]);
  });

  it("on a day is what had been published by then, with the conflicts as they stood", () => {
    const then = model({ known: "2025-01-16" });
    expect(then.figures).toEqual(knownOn(FIGURES, "2025-01-16"));
    expect(then.figures.every(({ published_on }) => published_on !== null && published_on <= "2025-01-16")).toBe(true);
    expect(then.later.length).toBe(FIGURES.length - then.figures.length);
    // 32.5 million bears no day: nobody can say that it stood against 3.4 million then.
    const pairs = then.conflicts.map(({ low, high }) => `${low.id} ${high.id}`);
    expect(pairs).not.toContain("rf003 rf007");
    expect(pairs).toContain("rf109 rf110");
    expect(model({ known: latestOf(FIGURES) as string }).figures).toEqual(FIGURES);
  });

  it("decides no conflict: quantities that are shown conflict as they do among all figures", () => {
    const all = model().conflicts.filter(({ low }) => quantityOf(low) === "daily_active_users.rednote.US");
    expect(model({ quantities: ["daily_active_users"], platforms: ["rednote"], countries: ["US"] }).conflicts).toEqual(all);
  });
});
