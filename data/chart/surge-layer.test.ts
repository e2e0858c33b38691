import { describe, expect, it } from "vitest";
import { knownSeries } from "../analysis/surge.fixture.ts";
import { type Surge, surgeOf } from "../analysis/surge.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { catalog } from "./model.fixture.ts";
import { surgeLayer, valuesOf } from "./surge-layer.ts";
import { surgeInChinese } from "./surge-words.zh.ts";

const metric = catalog.metrics[0] as (typeof catalog.metrics)[number];
const known = (peak: number, days = 120): DailySeries => {
  const { days: all, values } = knownSeries(1, peak);
  return {
    platform: "rednote",
    country: "US",
    metric: metric.id,
    topic: "all",
    source: "default",
    days: all.slice(0, days),
    values: values.slice(0, days),
  };
};
const layerOf = (series: DailySeries, range = { from: 20_000, to: 20_119 }, kind: SourceKind = "observed") => {
  const answer = surgeOf(series, metric);
  return { answer: answer as Surge, layer: surgeLayer([series], () => answer, { range, metric, kindOf: () => kind }) };
};

describe("the layer of a surge", () => {
  it("marks onset and peak on the line, and half-life from the peak to where half of what stands above the plateau is gone", () => {
    const series = known(3_100_000);
    const { answer, layer } = layerOf(series);
    const [onset, peak, half] = layer[0]?.marks ?? [];
    expect(onset).toMatchObject({ figure: "onset", day: answer.onset, value: series.values[answer.onset - 20_000] });
    expect(peak).toMatchObject({ figure: "peak", day: answer.peak.day, value: series.values[answer.peak.day - 20_000] });
    expect(half).toMatchObject({ figure: "half_life", day: answer.peak.day, until: answer.peak.day + (answer.decay?.halfLife.days ?? 0) });
    const { plateau, halfLife } = answer.decay as NonNullable<Surge["decay"]>;
    expect((half?.value ?? 0) - plateau).toBeCloseTo((answer.peak.value - plateau) * 2 ** (-halfLife.days / halfLife.days), 6);
  });

  it("continues the band from before the onset over all days of the range that the series has", () => {
    const { answer, layer } = layerOf(known(3_100_000), { from: 20_030, to: 20_200 });
    const band = layer[0]?.band ?? [];
    expect([band[0]?.day, band.at(-1)?.day]).toEqual([20_030, 20_119]);
    expect(band.every(({ low, high }) => low < answer.level * 1.2 && high > answer.level * 0.8 && low < high)).toBe(true);
    expect(valuesOf(layer).get("rednote/US/all/default")).toHaveLength(2 * band.length);
  });

  it("has no band where fewer than 14 days stand before the onset, and still the marks", () => {
    const series = known(3_100_000);
    const late = { ...series, days: series.days.slice(34), values: series.values.slice(34) };
    const { layer } = layerOf(late);
    expect(layer[0]?.band).toEqual([]);
    expect(layer[0]?.marks.map((mark) => mark.figure)).toContain("peak");
  });

  it("leaves out what is beyond the range, and the half-life where it is too early to tell", () => {
    const early = layerOf(known(3_100_000, 60));
    expect(early.layer[0]?.marks.map((mark) => mark.figure)).toEqual(["onset", "peak"]);
    const { answer, layer } = layerOf(known(3_100_000), { from: 20_000, to: 20_050 });
    expect(answer.peak.day).toBeLessThanOrEqual(20_050);
    expect(layer[0]?.marks.map((mark) => mark.figure)).toEqual(["onset", "peak"]);
    expect(layerOf(known(3_100_000), { from: 20_060, to: 20_119 }).layer[0]?.marks).toEqual([]);
  });

  it("draws nothing where there is no surge, and keeps the reason", () => {
    const { layer } = layerOf(known(0));
    expect(layer[0]).toMatchObject({ answer: { found: false }, band: [], marks: [] });
  });

  it("says of a series that is not observed that its marks are no finding, in both languages", () => {
    const series = known(3_100_000);
    const range = { from: 20_000, to: 20_119 };
    expect(layerOf(series, range).layer[0]?.marks[0]?.sentence).toMatch(/^Onset: 16 Nov 2024\. First day of the rise/);
    expect(layerOf(series, range, "modelled").layer[0]?.marks[1]?.sentence).toMatch(
      /^A property of the model, not a finding: Peak: ≈ \d\.\dM on /,
    );
    const answer = surgeOf(series, metric);
    const chinese = surgeLayer([series], () => answer, {
      range,
      metric,
      kindOf: () => "illustrative",
      words: surgeInChinese,
      format: CHINESE_FORMAT,
    });
    expect(chinese[0]?.marks[1]?.sentence).toMatch(/^这是虚构数据，并非发现：峰值：/);
  });

  it("waits for a series that is not read yet", () => {
    expect(surgeLayer([known(0)], () => undefined, { range: { from: 0, to: 1 }, metric, kindOf: () => "observed" })).toEqual([]);
  });
});
