import { describe, expect, it } from "vitest";
import { knownSeries } from "../analysis/surge.fixture.ts";
import { type Surge, surgeOf } from "../analysis/surge.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { catalog } from "./model.fixture.ts";
import { CARD_ROWS, type CardContext, cardLabel, surgeColumns } from "./surge-card.ts";
import { surgeLayer } from "./surge-layer.ts";
import { surgeInChinese } from "./surge-words.zh.ts";

const metric = catalog.metrics[0] as (typeof catalog.metrics)[number];
const range = { from: 20_000, to: 20_119 };
const known = (peak: number, source: string, from = 0, to = 120): DailySeries => {
  const { days, values } = knownSeries(1, peak);
  const key = { platform: "rednote", country: "US", metric: metric.id, topic: "all", source };
  return { ...key, days: days.slice(from, to), values: values.slice(from, to) };
};
const columnOf = (series: DailySeries, kind: SourceKind, context: Partial<CardContext> = {}) => {
  const layer = surgeLayer([series], (one) => surgeOf(one, metric), { range, metric, kindOf: () => kind });
  const [column] = surgeColumns([series], layer, { metric, catalog, ...context });
  if (!column) throw new Error("there is no column");
  return column;
};

describe("the surge card", () => {
  it("has a column for each series, with every figure, its range, and the band beside the baseline", () => {
    const column = columnOf(known(3_100_000, "default"), "observed");
    expect(column).toMatchObject({ platform: "RedNote", place: "United States", source: "Observed", kindNote: "", isFound: true });
    expect(Object.keys(column.cells)).toEqual([...CARD_ROWS]);
    expect(CARD_ROWS.indexOf("band")).toBe(CARD_ROWS.indexOf("baseline") + 1);
    expect(column.cells.half_life).toMatchObject({ text: expect.stringMatching(/^[56]\.?\d? days$/), note: expect.stringMatching(/ to /) });
    expect(column.cells.band?.text).toMatch(/^\d+k to \d+k on 2[123] Nov 2024$/);
    expect(column.cells.peak?.text).not.toContain("≈");
  });

  it("marks the amounts of a model as about, in two digits, and says that they are the model's", () => {
    const column = columnOf(known(3_100_000, "model-press"), "modelled");
    expect(column.kindNote).toBe("a property of the model");
    expect(column.sentence).toMatch(/^A property of the model, not a finding: ×/);
    expect(column.cells.baseline?.text).toMatch(/^≈ \d{2}0k$/);
    expect(column.cells.half_life?.text).not.toContain("≈");
  });

  it("says too early, and why, where fewer than 21 days are after the peak", () => {
    const { cells } = columnOf(known(3_100_000, "model-press", 0, 63), "modelled");
    for (const row of ["half_life", "plateau", "retained_7", "retained_14", "retained_28"] as const) {
      expect(cells[row]).toMatchObject({ text: "too early", missing: true });
      expect(cells[row]?.note).toMatch(/^Too early: 1[345] days after the peak; it takes (21|31)\.$/);
    }
  });

  it("says why there is no band, and no excess", () => {
    const { cells } = columnOf(known(3_100_000, "default", 34), "observed");
    expect(cells.band).toMatchObject({ text: "few days before", missing: true });
    expect(cells.band?.note).toMatch(/^Fewer than 14 days before the onset/);
    expect(cells.excess?.missing).toBe(true);
  });

  it("says which days an excess lacks", () => {
    const all = known(3_100_000, "default");
    const gap = { ...all, days: all.days.filter((_, at) => at < 52 || at > 53), values: all.values.filter((_, at) => at < 52 || at > 53) };
    expect(columnOf(gap, "observed").cells.excess?.note).toMatch(/^\S+ to \S+, without 2 days that were not reported$/);
    const chinese = { words: surgeInChinese, format: CHINESE_FORMAT };
    expect(columnOf(gap, "observed", chinese).cells.excess?.note).toMatch(/，未计入没有上报的 2 天$/);
    expect(columnOf(all, "observed").cells.excess?.note).toMatch(/^\S+ to \S+$/);
  });

  it("gives the reason in place of figures where there is no surge", () => {
    const column = columnOf(known(0, "illustrative"), "illustrative");
    expect(column).toMatchObject({ isFound: false, kindNote: "made up", cells: {} });
    expect(column.sentence).toMatch(/^Made up, not a finding: No surge/);
  });

  it("writes beside a made-up surge what it was made with, and beside no other", () => {
    const series = known(3_100_000, "illustrative");
    const madeOf = (one: DailySeries) => surgeOf(one, metric) as Surge;
    expect(columnOf(series, "illustrative", { madeOf }).cells.onset?.made).toBe("made with 16 Nov 2024");
    expect(columnOf(series, "illustrative", { madeOf }).cells.band?.made).toBeUndefined();
    expect(columnOf(series, "observed", { madeOf }).cells.onset?.made).toBeUndefined();
  });

  it("speaks Chinese, and names each row", () => {
    const column = columnOf(known(3_100_000, "default"), "modelled", { words: surgeInChinese, format: CHINESE_FORMAT });
    expect(column.kindNote).toBe("模型自身的性质");
    for (const row of CARD_ROWS) {
      expect(cardLabel(row).label).toMatch(/^[A-Z]/);
      expect(cardLabel(row, surgeInChinese).label).toMatch(/\p{Script=Han}/u);
    }
  });
});
