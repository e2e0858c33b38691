import { describe, expect, it } from "vitest";
import { dayOf } from "../../../data/model/day.ts";
import { figure } from "../../controls/catalog.fixture.ts";
import { countryRows, hasSeveralSources } from "./rows.ts";
import { FIRST, loaded, RANGE, VIEW } from "./series.fixture.ts";

describe("rows of platforms and countries", () => {
  it("come in the order of the view's platforms, then by country and source", () => {
    const rows = countryRows(VIEW, loaded(), RANGE);
    expect(rows.map((row) => `${row.name} ${row.source}`)).toEqual([
      "rednote.DE Unnamed source",
      "rednote.GB Unnamed source",
      "rednote.US Blog reading",
      "rednote.US Press reading",
      "tiktok.US Press reading",
    ]);
    expect(hasSeveralSources(rows)).toBe(true);
    expect(hasSeveralSources(rows.filter((row) => row.source !== "Blog reading"))).toBe(false);
  });

  it("have the last value of the range, and the top one, but all days in their coverage", () => {
    const [, row] = countryRows(VIEW, loaded(), { from: FIRST, to: FIRST + 40 });
    expect(row?.latest?.day).toBe(FIRST + 40);
    expect(row?.values).toHaveLength(41);
    expect(row?.top).toBe(35);
    expect([row?.reported, row?.spanned]).toEqual([80, 80]);
  });

  it("have the value of a day that is asked for, and none where that day was not reported", () => {
    const all = loaded();
    const rows = countryRows({ ...VIEW, day: dayOf(FIRST + 50) }, all, RANGE);
    expect(rows.find((row) => row.name === "rednote.GB")?.latest?.day).toBe(FIRST + 50);
    expect(rows.find((row) => row.source === "Blog reading")?.latest).toBeNull();
  });

  it("count the days that are missing between the first and the last", () => {
    const all = loaded();
    const [series] = all.series.filter((one) => one.country === "GB");
    series?.days.splice(10, 5);
    series?.values.splice(10, 5);
    const row = countryRows(VIEW, all, RANGE).find((one) => one.name === "rednote.GB");
    expect([row?.reported, row?.spanned]).toEqual([75, 80]);
    expect(row?.values[12]).toBeNull();
  });

  it("know a value that was published for that day", () => {
    const all = loaded();
    const press = all.series.find((one) => one.platform === "rednote" && one.source === "model-press");
    const last = { date_from: dayOf(FIRST + 79), date_to: dayOf(FIRST + 79), value: press?.values.at(-1) ?? 0 };
    const said = { ...figure(), ...last, metric_id: "daily_active_users", platform: "rednote", country: "US", fixes: ["model-press"] };
    const rowOf = (figures: (typeof said)[]) => countryRows(VIEW, { ...all, figures }, RANGE).find((row) => row.series === press);
    expect(rowOf([said])?.latest?.published).toBe(true);
    expect(rowOf([{ ...said, value: said.value + 1 }])?.latest?.published).toBe(false);
  });
});
