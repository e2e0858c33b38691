import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { surgeRow, surgeSentence } from "../chart/surge-row.ts";
import { dayOf, numberOf } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { illustrativeParameters, illustrativeSeries } from "../sample/illustrative.ts";
import { madeSurge } from "../sample/made-surge.ts";
import { type Surge, type SurgeAnswer, surgeOf } from "./surge.ts";
import { SURGE_FIGURES } from "./surge-figure.ts";

const USERS = { over_time: "mean", unit: "users" } as const;
const madeUp = illustrativeSeries();

function found(answer: SurgeAnswer): Surge {
  if (!answer.found) throw new Error(`no surge: ${answer.reason}`);
  return answer;
}

function own(series: readonly DailySeries[], platform: string, source: string): DailySeries {
  const one = series.find(
    (any) =>
      any.platform === platform &&
      any.country === "US" &&
      any.metric === "daily_active_users" &&
      any.topic === "all" &&
      any.source === source,
  );
  if (!one) throw new Error(`there is no ${platform} by ${source}`);
  return one;
}

/** The modelled series as they ship. */
function modelled(): DailySeries[] {
  const lines = readFileSync(resolve(import.meta.dirname, "../sample/modelled.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const series = new Map<string, DailySeries>();
  for (const line of lines) {
    const [date = "", platform = "", country = "", metric = "", value = "", source = ""] = line.split(",");
    const key = [platform, country, metric, source].join();
    const one = series.get(key) ?? { platform, country, metric, topic: "all", source, days: [], values: [] };
    one.days.push(numberOf(date));
    one.values.push(Number(value));
    series.set(key, one);
  }
  return [...series.values()];
}

describe("RedNote in the US as it is made up", () => {
  const series = own(madeUp, "rednote", "illustrative");
  const surge = found(surgeOf(series, USERS));
  const parameters = illustrativeParameters().find(
    (one) => one.platform === "rednote" && one.country === "US" && one.metric === "daily_active_users" && one.topic === "all",
  );
  const made = madeSurge(series);
  if (!parameters || !made?.decay) throw new Error("it was not made up");

  it("gives back the parameters that made it", () => {
    expect(surge.level / parameters.base).toBeCloseTo(1, 1);
    expect(dayOf(surge.onset)).toBe(parameters.onset);
    expect(surge.daysToPeak).toBe(parameters.rise - 1);
    expect(surge.multiple / ((parameters.base + parameters.peak) / parameters.base)).toBeCloseTo(1, 1);
    expect(Math.abs((surge.decay?.halfLife.days ?? 0) / parameters.half_life - 1)).toBeLessThan(0.05);
    expect(Math.abs((surge.decay?.plateau ?? 0) / (parameters.base + parameters.plateau) - 1)).toBeLessThan(0.05);
  });

  it("keeps the share that it was made to keep, and has the excess", () => {
    for (const after of [7, 14, 28] as const)
      expect(Math.abs((surge.retained[after] ?? 1) - (made.retained[after] ?? 0))).toBeLessThan(0.05);
    expect(Math.abs((surge.excess?.value ?? 0) / (made.excess?.value ?? 1) - 1)).toBeLessThan(0.05);
  });
});

describe("RedNote in the US by the press reading", () => {
  const answer = surgeOf(own(modelled(), "rednote", "model-press"), USERS);

  it("has a surge, whose half-life, plateau and retained shares are too early to tell, and why", () => {
    expect(found(answer)).toMatchObject({ decayMissing: "too_early", daysAfter: 14, retained: { 7: null, 14: null, 28: null } });
    for (const figure of ["half_life", "plateau", "retained_7", "retained_14"] as const)
      expect(surgeRow(answer, figure, { metric: USERS, kind: "modelled" })).toMatchObject({
        text: "too early",
        note: "Too early: 14 days after the peak; it takes 21.",
      });
    expect(surgeRow(answer, "retained_28", { metric: USERS, kind: "modelled" }).note).toBe(
      "Too early: 14 days after the peak; it takes 31.",
    );
  });

  it("has too few days before its onset for an expected band, so no excess", () => {
    expect(surgeRow(answer, "excess", { metric: USERS, kind: "modelled" })).toMatchObject({ missing: true, text: "few days before" });
  });
});

describe("TikTok in the US", () => {
  it("has neither a surge nor a spike by the press reading: what lasts is a fifth more, and one day of 106.8 million lasts not at all", () => {
    const answer = surgeOf(own(modelled(), "tiktok", "model-press"), USERS);
    expect(answer).toMatchObject({ found: false, reason: "too_small" });
    if (!answer.found) expect(answer.multiple).toBeLessThan(1.5);
  });

  it("has neither as it is made up: four percent less, and a third less on one day", () => {
    expect(surgeOf(own(madeUp, "tiktok", "illustrative"), USERS)).toEqual({ found: false, reason: "no_rise" });
  });
});

describe("what is said of a series that nobody counted", () => {
  const said: Record<Exclude<SourceKind, "observed">, RegExp> = {
    modelled: /^A property of the model, not a finding: /,
    illustrative: /^Made up, not a finding: /,
    estimate: /^Of an estimate: /,
  };
  const answers = [...modelled(), ...madeUp.slice(0, 60)].map((one) => surgeOf(one, USERS));

  it.each(Object.entries(said))("by a source that is %s begins with what it is, surge or none", (kind, begins) => {
    for (const answer of answers) expect(surgeSentence(answer, { metric: USERS, kind: kind as SourceKind })).toMatch(begins);
  });

  it("has two digits of a model's amounts, and never more", () => {
    for (const answer of answers)
      for (const figure of SURGE_FIGURES.filter((one) => ["baseline", "plateau", "excess"].includes(one))) {
        const { missing, text } = surgeRow(answer, figure, { metric: USERS, kind: "modelled" });
        if (!missing) expect(text.replace(/[.,kMB]|^0+/g, "").replace(/0+$/, "").length).toBeLessThanOrEqual(2);
      }
  });
});
