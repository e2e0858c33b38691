import { cp, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DayNumber, dayOf, numberOf } from "../data/model/day.ts";
import type { Figure } from "../data/model/figure.ts";
import type { DailySeries } from "../data/model/series.ts";
import type { Anchor } from "../data/sample/anchor.ts";
import { modelledSeries, neighbourValue } from "../data/sample/model.ts";
import { readAnchors, readReference } from "../server/reference.ts";
import { desk } from "./command/command.fixture.ts";
import { main } from "./sample.ts";

const shipped = resolve("data");

describe("npm run sample", () => {
  const at = desk();

  beforeEach(async () => {
    await mkdir(join(at.folder, "sample"));
    await cp(join(shipped, "sample/anchors.csv"), join(at.folder, "sample/anchors.csv"));
  });

  it.each(["UTC", "America/Los_Angeles", "Asia/Shanghai"])("writes byte for byte the files that ship, in %s", async (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(await main(["--data", at.folder])).toBe(0);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
    for (const file of ["modelled.csv", "illustrative.csv", "illustrative-parameters.csv"]) {
      const [made, ships] = await Promise.all([at.folder, shipped].map((data) => readFile(join(data, "sample", file))));
      expect(ships?.equals(made as Buffer), file).toBe(true);
    }
  });

  it("checks without writing, and fails where a file differs", async () => {
    expect(await main(["--check", "--data", shipped])).toBe(0);
    expect(await main(["--check", "--data", at.folder])).toBe(1);
    expect(at.err).toContain("modelled.csv differs from what the model makes; run `npm run sample`");
    await expect(stat(join(at.folder, "sample/modelled.csv"))).rejects.toThrow("ENOENT");
  });

  it("says what it wrote as JSON, alone", async () => {
    expect(await main(["--json", "--data", at.folder])).toBe(0);
    expect(JSON.parse(at.out)).toEqual([
      { file: "modelled.csv", bytes: expect.any(Number), changed: true },
      { file: "illustrative.csv", bytes: expect.any(Number), changed: true },
      { file: "illustrative-parameters.csv", bytes: expect.any(Number), changed: true },
    ]);
  });

  it("refuses arguments that mean nothing", async () => {
    expect(await main(["--force"])).toBe(2);
    expect(at.err).toContain("--check");
  });

  it("fails where the anchors are faulty", async () => {
    await writeFile(join(at.folder, "sample/anchors.csv"), "day\n");
    expect(await main(["--data", at.folder])).toBe(1);
    expect(at.err).toContain("data/sample/anchors.csv, line 1, column source: is missing");
  });

  it("writes less than 4 MB", async () => {
    expect((await stat(join(shipped, "sample/illustrative.csv"))).size).toBeLessThan(4_000_000);
  });
});

describe("the anchors that ship", () => {
  let anchors: Anchor[];
  let series: DailySeries[];
  let figures: Map<string, Figure>;

  beforeAll(async () => {
    anchors = await readAnchors(shipped);
    series = modelledSeries(anchors);
    figures = new Map((await readReference(shipped)).figures.map((figure) => [figure.id, figure]));
  });

  const figureOf = (id: string) => {
    const figure = figures.get(id);
    if (figure === undefined) throw new Error(`no figure ${id}`);
    return figure;
  };
  const seriesOf = ({ source, platform, country, metric }: Pick<Anchor, "source" | "platform" | "country" | "metric">) => {
    const found = series.find(
      (one) => one.source === source && one.platform === platform && one.country === country && one.metric === metric,
    );
    if (found === undefined) throw new Error(`no series ${source}/${platform}/${country}/${metric}`);
    return found;
  };
  const press = { source: "model-press", platform: "rednote", country: "US", metric: "daily_active_users" };
  const valueOn = ({ days, values }: DailySeries, day: DayNumber) => values[days.indexOf(day)];
  const mean = (one: DailySeries, from: string, to: string) => {
    const days = one.days.filter((day) => numberOf(from) <= day && day <= numberOf(to));
    expect(days).toHaveLength(numberOf(to) - numberOf(from) + 1);
    return days.reduce((sum, day) => sum + (valueOn(one, day) as number), 0) / days.length;
  };

  it("name traceable figures only, of the same platform and country", () => {
    for (const anchor of anchors) {
      expect(anchor.figures.length, anchor.day).toBeGreaterThan(0);
      for (const id of anchor.figures) {
        const { estimate_kind, platform, country } = figureOf(id);
        expect(estimate_kind, id).not.toBe("untraceable");
        expect([platform, country], id).toEqual([anchor.platform, anchor.country]);
      }
    }
  });

  it("are all passed exactly, and nothing lies outside of them", () => {
    for (const anchor of anchors)
      expect(valueOn(seriesOf(anchor), numberOf(anchor.day)), `${anchor.source} ${anchor.day}`).toBe(anchor.value);
    for (const one of series) {
      const days = anchors.filter((anchor) => seriesOf(anchor) === one).map(({ day }) => day);
      expect([dayOf(one.days[0] as number), dayOf(one.days.at(-1) as number)]).toEqual([days[0], days.at(-1)]);
      expect(one.days).toHaveLength((one.days.at(-1) as number) - (one.days[0] as number) + 1);
    }
  });

  it("give six series and no other", () => {
    expect(series.map(({ source, platform, country, metric, days }) => [source, platform, country, metric, days.length].join(" "))).toEqual(
      [
        "model-press rednote US daily_active_users 22",
        "model-blog rednote US daily_active_users 2",
        "model-press tiktok US daily_active_users 46",
        "model-press lemon8 US daily_active_users 29",
        "model-press rednote US downloads 7",
        "model-press rednote DE downloads 3",
      ],
    );
  });

  it("follow from their figures by their rules", () => {
    for (const anchor of anchors) expect(follows(anchor), `${anchor.source} ${anchor.platform} ${anchor.day} ${anchor.rule}`).toBe(true);
  });

  /** Whether the figure's own value and days give the anchor's, by the rule's words in `anchor.ts`. */
  function follows(anchor: Anchor): boolean {
    const { value, date_from, date_to, qualifier, metric_id, metric } = figureOf(anchor.figures[0] as string);
    const [from, to, day] = [numberOf(date_from), numberOf(date_to), numberOf(anchor.day)];
    const same = value === anchor.value && metric_id === anchor.metric;
    const change = metric === "daily_active_users_growth_pct" && anchor.metric === "daily_active_users";
    switch (anchor.rule) {
      case "published":
        return same && from === day && to === day;
      case "first_day":
        return same && from === day && to > day;
      case "last_day":
        return same && from < day && to === day;
      case "middle_day":
        return same && from + to === 2 * day && from < to;
      case "each_day":
        return same && from <= day && day <= to && from < to;
      case "bound":
        return same && from === day && to === day && qualifier === "under";
      case "held":
        return same && to < day;
      case "neighbour":
        return metric_id === anchor.metric && from === to && neighbourValue(anchor.metric, value, from, day) === anchor.value;
      case "mean_fall":
        return change && from <= day && day <= to;
      case "fall":
        return change && to === day && 100 * anchor.value === (100 + value) * (valueOn(seriesOf(anchor), from) as number);
    }
  }

  it("make the mean of 20 to 22 January exactly 17 percent less than that of 13 to 19 January, at one daily rate", () => {
    const one = seriesOf(press);
    expect(figureOf("rf010").value).toBe(-17);
    expect(mean(one, "2025-01-20", "2025-01-22")).toBe((mean(one, "2025-01-13", "2025-01-19") * 83) / 100);
    const rates = ["2025-01-20", "2025-01-21", "2025-01-22"].map(
      (day) => (valueOn(one, numberOf(day)) as number) / (valueOn(one, numberOf(day) - 1) as number),
    );
    for (const rate of rates) expect(rate).toBeCloseTo(0.909685, 5);
  });

  it("make 27 January exactly 70 percent less than 20 January, and end there", () => {
    const one = seriesOf(press);
    expect(figureOf("rf011").value).toBe(-70);
    expect(10 * (valueOn(one, numberOf("2025-01-27")) as number)).toBe(3 * (valueOn(one, numberOf("2025-01-20")) as number));
    expect(dayOf(one.days.at(-1) as number)).toBe("2025-01-27");
  });

  it("add up where a total was published beside the days", () => {
    const germany = seriesOf({ ...press, country: "DE", metric: "downloads" });
    expect(germany.values.reduce((sum, value) => sum + value, 0)).toBe(figureOf("rf041").value);
    const states = seriesOf({ ...press, metric: "downloads" });
    const fall = (valueOn(states, numberOf("2025-01-26")) as number) / (valueOn(states, numberOf("2025-01-22")) as number) - 1;
    expect(Math.round(fall * 1000) / 10).toBe(figureOf("rf032").value);
  });

  it("leave the figures in conflict out", () => {
    const named = new Set(anchors.flatMap((anchor) => anchor.figures));
    for (const id of ["rf004", "rf005", "rf152"]) expect(named.has(id), id).toBe(false);
  });
});
