import { describe, expect, it } from "vitest";
import { dayOf, numberOf } from "../model/day.ts";
import { defaultView } from "../model/view.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { madeUp, mapOf, surging } from "./map.fixture.ts";
import { type MapTold, mapReadings } from "./map-reading.ts";
import { mapSentence, nearestMapDay, rangeWith, widestFigures } from "./map-sentence.ts";
import { mapModelInChinese } from "./map-words.zh.ts";
import { figure, press, series } from "./model.fixture.ts";
import { surgeInChinese } from "./surge-words.zh.ts";

function said(of: ReturnType<typeof mapOf>, on: string, told: MapTold = {}): string {
  const day = numberOf(on);
  return mapSentence(of.model, mapReadings(of.model, day, told), day, of.catalog, told);
}

const rank = "app_store_rank";
const ranks = [
  figure("a", 1, "2025-01-16", { metric_id: rank, country: "GB" }),
  figure("b", 4, "2025-01-16", { metric_id: rank, country: "US", date_to: "2025-01-17" }),
];

describe("the sentence of a map", () => {
  it("counts countries, and quotes no number of a model", () => {
    expect(said(mapOf({}, [press]), "2025-01-14")).toBe(
      "On 14 January 2025, 1 of 5 countries has a published or modelled value of RedNote’s daily active users. No figure is known of the other 4.",
    );
  });

  it("quotes published values with their countries", () => {
    expect(said(mapOf({ metric: rank }, [], ranks), "2025-01-16")).toBe(
      "On 16 January 2025, 2 of 5 countries have a published value of RedNote’s App Store rank, from No. 1 (United Kingdom) to No. 4 (United States). No figure is known of the other 3.",
    );
  });

  it("says how many share a value instead of naming one of them", () => {
    const three = [...ranks, figure("c", 1, "2025-01-16", { metric_id: rank, country: "NO" })];
    expect(said(mapOf({ metric: rank }, [], three), "2025-01-16")).toContain("from No. 1 (2 countries) to No. 4 (United States)");
  });

  it("calls what is made up so, first of all", () => {
    const all = [madeUp("NO", { "2025-01-14": 700 }), madeUp("US", { "2025-01-14": 9_000 })];
    expect(said(mapOf({ sources: ["illustrative"] }, all), "2025-01-14")).toBe(
      "Made up: on 14 January 2025, 2 of 5 countries have a value of RedNote’s daily active users, from 700 (Norway) to 9k (United States).",
    );
  });

  it("says when there is none, and where figures disagree", () => {
    expect(said(mapOf({}, [press]), "2025-01-19")).toBe(
      "On 19 January 2025, no country has a published or modelled value of RedNote’s daily active users.",
    );
    const both = [figure("a", 25, "2025-01-14", { country: "NO" }), figure("b", 11_000, "2025-01-14", { country: "NO" })];
    expect(said(mapOf({}, [press], both), "2025-01-14")).toContain("In 1 country the published figures disagree.");
  });

  it("of surges says how many were found, and that made-up ones are no finding", () => {
    const all = [surging("US", 300_000, 11), surging("NO", 4_000, 3), madeUp("GB", { "2025-01-01": 5 })];
    expect(said(mapOf({ sources: ["illustrative"], by: "multiple" }, all), "2025-01-14")).toMatch(
      /^Made up, not a finding: A surge of RedNote’s daily active users was found in 2 of 3 countries with a series\. Multiple of baseline: from ×\S+ \(Norway\) to ×11 \(United States\)\.$/,
    );
    const model = mapOf({ by: "multiple" }, [press, series({ "2025-01-10": 5 }, { country: "NO" })]);
    expect(said(model, "2025-01-14")).toMatch(/^A property of the model, not a finding: .*0 of 2 countries with a series\.$/);
    expect(said(mapOf({ by: "multiple" }, []), "2025-01-14")).toBe(
      "No country has a series of RedNote’s daily active users in which a surge could be looked for.",
    );
  });

  it("is said in Chinese", () => {
    const told = { words: mapModelInChinese, surge: surgeInChinese, format: CHINESE_FORMAT };
    expect(said(mapOf({}, [press]), "2025-01-14", told)).toBe(
      "RedNote，Daily active users：2025年1月14日，5 个国家和地区中有 1 个有已发布或由模型得出的数值。其余 4 个没有已知的数字。",
    );
  });
});

describe("the nearest day with a value", () => {
  it("is looked for on all days, the earlier of two", () => {
    const { model } = mapOf({ sources: ["illustrative"] }, [madeUp("NO", { "2024-12-01": 7, "2025-01-10": 7, "2025-01-20": 7 })]);
    const nearest = (day: string) => dayOf(nearestMapDay(model, numberOf(day)) ?? 0);
    expect(nearest("2024-11-01")).toBe("2024-12-01");
    expect(nearest("2025-01-15")).toBe("2025-01-10");
    expect(nearest("2025-01-16")).toBe("2025-01-20");
  });

  it("may be one of a figure; where nothing is known there is none", () => {
    const { model } = mapOf({ metric: rank }, [], ranks);
    expect(nearestMapDay(model, numberOf("2025-03-01"))).toBe(numberOf("2025-01-17"));
    expect(nearestMapDay(mapOf({ metric: rank }, []).model, numberOf("2025-03-01"))).toBeNull();
  });
});

describe("where most is published", () => {
  it("is the metric and the first day with figures of the most countries", () => {
    expect(widestFigures(defaultView(), "rednote", ranks)).toEqual({ metric: rank, day: numberOf("2025-01-16"), countries: 2 });
    expect(widestFigures(defaultView(), "rednote", ranks.slice(1))).toBeNull();
    expect(widestFigures({ ...defaultView(), figures: false }, "rednote", ranks)).toBeNull();
    expect(widestFigures(defaultView(), "tiktok", ranks)).toBeNull();
  });
});

describe("a range with a day", () => {
  it("reaches as far as it must", () => {
    expect(rangeWith({ from: 5, to: 9 }, 7)).toEqual({ from: 5, to: 9 });
    expect(rangeWith({ from: 5, to: 9 }, 2)).toEqual({ from: 2, to: 9 });
    expect(rangeWith({ from: 5, to: 9 }, 12)).toEqual({ from: 5, to: 12 });
  });
});
