import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { madeUp, mapOf, surging } from "./map.fixture.ts";
import { mapReading, mapReadings, stepText } from "./map-reading.ts";
import { mapModelInChinese } from "./map-words.zh.ts";
import { figure, press, series } from "./model.fixture.ts";
import { surgeInChinese } from "./surge-words.zh.ts";

const CHINESE = { words: mapModelInChinese, surge: surgeInChinese, format: CHINESE_FORMAT };
const day = numberOf("2025-01-14");
const brief = (model: ReturnType<typeof mapOf>["model"], on = day) =>
  mapReadings(model, on).map(({ id, rank, text, kind }) => [id, rank, text, kind].join(" "));

describe("the readings of a map", () => {
  it("say what is modelled in two digits and with the sign of it, what is published as it was worded", () => {
    const fixing = figure("rf1", 3_400_000, "2025-01-13", { qualifier: "about" });
    const { model } = mapOf({}, [press], [fixing]);
    expect(brief(model)[0]).toBe("US 1 ≈ 3.4M modelled");
    expect(mapReadings(model, numberOf("2025-01-13"))[0]).toMatchObject({
      text: "about 3.4M",
      kind: "estimate",
      note: "a published figure",
    });
  });

  it("stand by rank, equal values sharing one, then those without a value by name", () => {
    const { model } = mapOf({ sources: ["illustrative"] }, [
      madeUp("NO", { "2025-01-14": 700 }),
      madeUp("GB", { "2025-01-14": 9_000 }),
      madeUp("US", { "2025-01-14": 9_000 }),
      madeUp("SG", { "2025-01-14": 20 }),
    ]);
    expect(brief(model)).toEqual([
      "GB 1 9k illustrative",
      "US 1 9k illustrative",
      "NO 3 700 illustrative",
      "SG 4 20 illustrative",
      "AX 0  ",
    ]);
  });

  it("give the world its place above the countries, without a rank", () => {
    const { model } = mapOf({ sources: ["illustrative"] }, [madeUp("NO", { "2025-01-14": 7 }), madeUp("WORLD", { "2025-01-14": 9_000 })]);
    expect(brief(model).slice(0, 2)).toEqual(["WORLD 0 9k illustrative", "NO 1 7 illustrative"]);
  });

  it("count places from the best", () => {
    const metric = "app_store_rank";
    const { model } = mapOf(
      { metric },
      [],
      [
        figure("a", 1, "2025-01-14", { metric_id: metric, country: "GB" }),
        figure("b", 4, "2025-01-14", { metric_id: metric, country: "US" }),
        figure("c", 3, "2025-01-14", { metric_id: metric, country: "NO", qualifier: "under" }),
      ],
    );
    expect(brief(model).slice(0, 3)).toEqual(["GB 1 No. 1 estimate", "NO 2 No. 3 or better estimate", "US 3 No. 4 estimate"]);
  });

  it("quote a rank before a bound that agrees with it", () => {
    const metric = "app_store_rank";
    const at = { metric_id: metric, country: "NO" };
    const figures = [figure("a", 3, "2025-01-14", { ...at, qualifier: "under" }), figure("b", 3, "2025-01-14", at)];
    expect(brief(mapOf({ metric }, [], figures).model)[0]).toBe("NO 1 No. 3 estimate");
  });

  it("keep figures that disagree apart, and say both", () => {
    const both = [figure("a", 25, "2025-01-14", { country: "NO" }), figure("b", 11_000, "2025-01-14", { country: "NO" })];
    const { model } = mapOf({}, [press], both);
    const reading = mapReadings(model, day)[1];
    expect(reading).toMatchObject({ id: "NO", rank: 0, text: "25 or 11k", note: "published figures disagree" });
    expect(reading?.figures.map(({ differs }) => differs)).toEqual([true, true]);
  });

  it("name a figure that says something else than the line", () => {
    const { model } = mapOf({}, [press], [figure("rf4", 2_400_000, "2025-01-13", { fixes: [] })]);
    expect(mapReadings(model, numberOf("2025-01-13"))[0]?.figures).toEqual([
      { id: "rf4", said: "Similarweb, via Reuters", text: "2.4M", differs: true },
    ]);
  });

  it("say why there is none, and when there was", () => {
    const { model } = mapOf({}, [press]);
    const of = (id: string, on: string) => mapReadings(model, numberOf(on)).find((one) => one.id === id)?.note;
    expect(of("US", "2025-01-20")).toBe("The last one before is of 15 January 2025.");
    expect(of("US", "2025-01-10")).toBe("The next one is of 11 January 2025.");
    expect(of("NO", "2025-01-14")).toBe("");
  });

  it("say out of how many people a value is, or that nobody knows", () => {
    const { model } = mapOf({ sources: ["default"], measure: "per100k" }, [
      series({ "2025-01-14": 5_600 }, { source: "default", country: "NO" }),
      series({ "2025-01-14": 5 }, { source: "default", country: "AX" }),
    ]);
    expect(mapReadings(model, day)[0]).toMatchObject({ id: "NO", text: "100", note: "of 5.6M people (2024)" });
    expect(mapReadings(model, day).find(({ id }) => id === "AX")?.note).toBe("The reference has no population for it.");
  });

  it("have all digits of what was counted", () => {
    const { model } = mapOf({}, [series({ "2025-01-14": 1_234_567 }, { source: "default" })]);
    expect(mapReadings(model, day)[0]).toMatchObject({ text: "1.23M", full: "1,234,567", kind: "observed" });
  });

  it("of a surge say the figure, or why there is none", () => {
    const { model } = mapOf({ sources: ["illustrative"], by: "peak" }, [surging("US", 300_000, 11), madeUp("GB", { "2025-01-01": 5 })]);
    const readings = mapReadings(model, day);
    expect(readings[0]).toMatchObject({ id: "US", kind: "illustrative", full: expect.stringMatching(/^3\.\d+M on \d+ Jan 2025$/) });
    expect(readings.find(({ id }) => id === "GB")).toMatchObject({ text: "few days", note: expect.stringContaining("fewer than 8 days") });
    expect(readings.find(({ id }) => id === "NO")?.note).toBe("Norway: no series, so no surge.");
  });

  it("speak Chinese", () => {
    const { model } = mapOf({}, [press]);
    expect(mapReading(model, 4, day, CHINESE).text).toBe("≈ 340万");
    expect(mapReading(model, 4, numberOf("2025-01-20"), CHINESE).note).toBe("此前最近的数值在2025年1月15日。");
  });

  it("refuse a country that is not there", () => {
    expect(() => mapReading(mapOf({}, [press]).model, 99, day)).toThrow(RangeError);
  });
});

describe("a step in words", () => {
  const texts = (change: Parameters<typeof mapOf>[0], all: Parameters<typeof mapOf>[1]) => {
    const { model } = mapOf({ sources: ["illustrative"], ...change }, all);
    return model.steps.map((step) => stepText(model, step));
  };
  const all = [surging("US", 300_000, 11), surging("NO", 4_000, 3)];

  it("has the limits as the figure is told", () => {
    expect(texts({}, [madeUp("NO", { "2025-01-14": 700, "2025-01-15": 4_000 })])).toEqual(["500–1k", "1k–2k", "2k–5k"]);
    expect(texts({ by: "multiple" }, all)[0]).toBe("×2.0–×5.0");
    expect(texts({ by: "onset" }, all)[0]).toMatch(/^\d+.*Jan$/);
    expect(texts({ by: "retained_28" }, all)[0]).toMatch(/^\d+(\.\d)?%–\d+(\.\d)?%$/);
    expect(texts({ by: "days_to_peak" }, all)[0]).toMatch(/days?$/);
  });

  it("names places one by one where there is one", () => {
    const rank = { metric: "app_store_rank" };
    expect(texts(rank, [madeUp("NO", { "2025-01-14": 1, "2025-01-15": 8 }, rank)])).toEqual(["No. 1", "No. 2–3", "No. 4–10"]);
  });
});
