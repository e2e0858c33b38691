import { describe, expect, it } from "vitest";
import { dayOf, numberOf } from "../model/day.ts";
import { illustrativeParameters, illustrativeSeries } from "./illustrative.ts";
import { illustrativeFile, parametersFile } from "./illustrative-file.ts";
import { nearlyNormal, randomOf } from "./random.ts";
import { snapshotsOf } from "./rows.ts";
import { excess, type Shape } from "./shape.ts";

const series = illustrativeSeries();
const parameters = illustrativeParameters();
const find = (platform: string, country: string, metric: string, topic = "all") => {
  const one = series.find(
    (each) => each.platform === platform && each.country === country && each.metric === metric && each.topic === topic,
  );
  if (one === undefined) throw new Error(`no series ${platform}/${country}/${metric}/${topic}`);
  return one;
};
const on = (one: { days: number[]; values: number[] }, day: string) => one.values[one.days.indexOf(numberOf(day))] as number;

describe("the surge of the formula", () => {
  const shape: Shape = { base: 300, onset: "2025-01-13", rise: 7, peak: 700, half_life: 6, plateau: 100 };
  const at = (day: string) => excess(shape, numberOf(day));

  it("is nothing before the onset and rises in a straight line to the peak", () => {
    expect(["2025-01-12", "2025-01-13", "2025-01-16", "2025-01-19"].map(at)).toEqual([0, 100, 400, 700]);
  });

  it("loses half of what is above the plateau each half-life", () => {
    expect(["2025-01-25", "2025-01-31"].map(at)).toEqual([400, 250]);
    expect(at("2026-01-19")).toBeCloseTo(100, 6);
  });
});

describe("the made-up series", () => {
  it("cover every day of nine months in about twenty countries, all of the illustrative source", () => {
    expect(new Set(series.map(({ days }) => `${dayOf(days[0] as number)}..${dayOf(days.at(-1) as number)}/${days.length}`))).toEqual(
      new Set(["2024-10-01..2025-06-30/273"]),
    );
    expect(new Set(series.map(({ source }) => source))).toEqual(new Set(["illustrative"]));
    for (const platform of ["rednote", "tiktok", "lemon8"])
      for (const metric of ["signups", "downloads", "daily_active_users", "session_minutes", "posts", "comments"]) {
        const countries = series.filter((one) => one.platform === platform && one.metric === metric && one.topic === "all");
        expect(countries).toHaveLength(21);
      }
    expect(new Set(series.filter(({ topic }) => topic !== "all").map(({ country }) => country)).size).toBe(6);
  });

  it("are whole numbers and minutes with one decimal, never below zero", () => {
    const steps = (metric: string) => (metric === "session_minutes" ? 10 : 1);
    const faulty = series.filter(({ metric, values }) =>
      values.some((value) => !(value >= 0) || Math.round(value * steps(metric)) / steps(metric) !== value),
    );
    expect(faulty).toEqual([]);
  });

  it("have topics that never add up to more than all posts or comments", () => {
    for (const country of ["US", "CA", "GB", "AU", "DE", "FR"])
      for (const metric of ["posts", "comments"]) {
        const topics = series.filter((one) => one.country === country && one.metric === metric && one.topic !== "all");
        expect(topics).toHaveLength(7);
        const all = find("rednote", country, metric);
        all.values.forEach((value, at) => {
          expect(topics.reduce((sum, { values }) => sum + (values[at] as number), 0)).toBeLessThan(value);
        });
      }
  });

  it("follow their parameters: RedNote in the US is at its base before the onset and near base and peak on the peak day", () => {
    const one = find("rednote", "US", "daily_active_users");
    const before = one.values.slice(0, 98); // 14 whole weeks
    expect(before.reduce((sum, value) => sum + value, 0) / 98 / 240_000).toBeCloseTo(1, 1);
    const peak = one.values.indexOf(Math.max(...one.values));
    expect(dayOf(one.days[peak] as number)).toBe("2025-01-19");
    expect(Math.abs((one.values[peak] as number) / 2_840_000 - 1)).toBeLessThan(0.15);
  });

  it("show TikTok's dark day and its weeks out of the US stores, and only there", () => {
    const users = find("tiktok", "US", "daily_active_users");
    expect(Math.min(...users.values)).toBe(on(users, "2025-01-19"));
    const downloads = find("tiktok", "US", "downloads");
    expect([
      on(downloads, "2025-01-18") > 0,
      on(downloads, "2025-01-19"),
      on(downloads, "2025-02-07"),
      on(downloads, "2025-02-13") > 0,
    ]).toEqual([true, 0, 0, true]);
    const elsewhere = find("tiktok", "GB", "daily_active_users");
    expect(on(elsewhere, "2025-01-19") / on(elsewhere, "2025-01-12")).toBeGreaterThan(0.9);
  });

  it("are the same on every run, and each series has noise of its own", () => {
    expect(illustrativeSeries()).toEqual(series);
    const [us, gb] = [find("rednote", "US", "posts"), find("rednote", "GB", "posts")];
    const steps = ({ values }: { values: number[] }) => values.slice(1, 90).map((value, at) => value > (values[at] as number));
    expect(steps(us)).not.toEqual(steps(gb));
  });

  it("come back from their file as they went in", () => {
    const read = new Map<string, number>();
    for (const chunk of snapshotsOf(illustrativeFile(series)))
      for (const { date, platform, country, metric, topic, value } of chunk)
        read.set(`${platform}/${country}/${metric}/${topic}/${date}`, value);
    expect(read.size).toBe(series.length * 273);
    for (const { platform, country, metric, topic, days, values } of series)
      days.forEach((day, at) => {
        if (read.get(`${platform}/${country}/${metric}/${topic}/${dayOf(day)}`) !== values[at])
          throw new Error(`${platform}/${country}/${metric}/${topic} differs on ${dayOf(day)}`);
      });
  });

  it("have their parameters written beside them, a line each", () => {
    const lines = parametersFile(parameters).trimEnd().split("\n");
    expect(lines).toHaveLength(1 + series.length);
    expect(lines[3]).toBe("rednote,US,daily_active_users,all,240000,2025-01-13,7,2600000,6,160000,2,0.03");
  });
});

describe("random numbers by name", () => {
  it("are the same on every machine", () => {
    const random = randomOf("rednote/US");
    expect(Array.from({ length: 4 }, () => random() * 2 ** 32)).toEqual([815832831, 2960509554, 3279776183, 422630562]);
  });

  it("are spread evenly, and nearly normal when added up", () => {
    const random = randomOf("spread");
    const normal = Array.from({ length: 20_000 }, () => nearlyNormal(random));
    const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
    const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});
