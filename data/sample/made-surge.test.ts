import { describe, expect, it } from "vitest";
import { surgeOf } from "../analysis/surge.ts";
import { numberOf } from "../model/day.ts";
import { illustrativeSeries } from "./illustrative.ts";
import { madeSurge } from "./made-surge.ts";

const series = illustrativeSeries();
const of = (platform: string, country: string, metric = "daily_active_users") => {
  const found = series.find((one) => one.platform === platform && one.country === country && one.metric === metric && one.topic === "all");
  if (!found) throw new Error(`no series of ${platform} in ${country}`);
  return found;
};

describe("the surge that a made-up series was made with", () => {
  it("is what the analysis of RedNote in the US gives back", () => {
    const made = madeSurge(of("rednote", "US"));
    const read = surgeOf(of("rednote", "US"), { over_time: "mean" });
    if (!made?.decay || !made.excess || !read.found || !read.decay || !read.excess) throw new Error("no surge");
    expect(made).toMatchObject({ level: 240_000, onset: numberOf("2025-01-13"), multiple: 2_840_000 / 240_000, daysToPeak: 6 });
    expect(made.decay).toMatchObject({ halfLife: { days: 6 }, plateau: 400_000 });
    expect(read.onset).toBe(made.onset);
    expect(read.peak.day).toBe(made.peak.day);
    expect(read.level / made.level).toBeCloseTo(1, 1);
    expect(read.multiple / made.multiple).toBeCloseTo(1, 1);
    expect(read.decay.halfLife.days / 6).toBeCloseTo(1, 1);
    expect(read.decay.plateau / made.decay.plateau).toBeCloseTo(1, 1);
    for (const after of [7, 14, 28] as const)
      expect(Math.abs((read.retained[after] ?? 0) - (made.retained[after] ?? 0))).toBeLessThan(0.05);
    expect(read.excess.value / made.excess.value).toBeCloseTo(1, 1);
  });

  it("is none for a dip, for nothing, and for a series from elsewhere", () => {
    expect(madeSurge(of("tiktok", "US"))).toBeUndefined();
    expect(madeSurge(of("lemon8", "JP"))).toBeUndefined();
    expect(madeSurge({ ...of("rednote", "US"), source: "default" })).toBeUndefined();
  });
});
