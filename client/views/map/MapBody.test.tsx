import { act, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { catalogWith, madeUp, RANGE, surging } from "../../../data/chart/map.fixture.ts";
import { figure, press } from "../../../data/chart/model.fixture.ts";
import type { Figure } from "../../../data/model/figure.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import { key, page, press as pressed, show, the, type, until } from "../../controls/page.fixture.tsx";
import { MapBody } from "./MapBody.tsx";

page();
let views: View[] = [];
const visit = vi.fn();
beforeEach(() => {
  views = [];
  visit.mockClear();
});

/** The page as its address has it: what is changed is shown. */
function Shown({ change, series, figures = [] }: { change: Partial<View>; series: DailySeries[]; figures?: Figure[] }) {
  const [view, setView] = useState<View>({ ...defaultView(), ...change });
  const [loaded] = useState(() => ({ view, catalog: catalogWith(series), series, figures }));
  return (
    <MapBody
      view={view}
      loaded={loaded}
      range={RANGE}
      events={[]}
      pending={false}
      onChange={(next) => {
        views.push(next);
        setView(next);
      }}
      onVisit={visit}
    />
  );
}

const made = [
  madeUp("US", { "2025-01-13": 3_000_000, "2025-01-14": 2_000_000 }),
  madeUp("NO", { "2025-01-13": 900 }),
  madeUp("GB", { "2025-01-13": 40_000 }),
];
const rows = () => [...document.querySelectorAll("[data-country]")].map((row) => row.textContent?.replace("illustrative", ""));
const heading = () => the("h1").textContent;

describe("the page of the map", () => {
  it("lists what the map shows: rank, country, value and how it came to be", () => {
    show(<Shown change={{ sources: ["illustrative"], day: "2025-01-13" }} series={made} />);
    expect(heading()).toMatch(/^Made up: on 13 January 2025, 3 of 5 countries have a value/);
    expect(rows()).toEqual(["1United States3M ", "2United Kingdom40k ", "3Norway900 ", "Åland Islandsno value", "Singaporeno value"]);
    expect(document.querySelectorAll("[data-country] [class*=badge]")).toHaveLength(3);
  });

  it("shows the last day that has a value, until one is chosen", () => {
    show(<Shown change={{ sources: ["illustrative"] }} series={made} />);
    expect(the("[role=slider]").getAttribute("aria-valuetext")).toBe("Tuesday 14 January 2025: 1 country with a value");
    the("[role=slider]").focus();
    key("ArrowLeft");
    expect(views.at(-1)?.day).toBe("2025-01-13");
    expect(heading()).toContain("13 January");
    key("Home");
    expect(views.at(-1)?.day).toBe("2025-01-10");
  });

  it("says where nothing is known, and leads to the nearest day that has a value", () => {
    show(<Shown change={{ sources: ["illustrative"], day: "2025-01-19" }} series={made} />);
    the("p", "No value on 19 January 2025.");
    pressed(the("button", "Show 14 January 2025, the nearest day with one"));
    expect(views.at(-1)?.day).toBe("2025-01-14");
  });

  it("searches and sorts the list by its address", () => {
    show(<Shown change={{ sources: ["illustrative"], day: "2025-01-13" }} series={made} />);
    type(the("input") as HTMLInputElement, "united");
    expect(views.at(-1)?.search).toBe("united");
    expect(rows()).toHaveLength(2);
    pressed(the("thead button", "Country"));
    expect(views.at(-1)?.sort).toBe("series");
    expect(rows()?.[0]).toContain("United Kingdom");
    type(the("input") as HTMLInputElement, "atlantis");
    pressed(the("button", "Show all"));
    expect(rows()).toHaveLength(5);
  });

  it("chooses countries, and leads to their growth", () => {
    show(<Shown change={{ sources: ["illustrative"], day: "2025-01-13" }} series={made} />);
    act(() => the("tr[data-country=US] button").focus());
    key("ArrowDown");
    expect(document.activeElement?.textContent).toBe("United Kingdom");
    pressed(the("tr[data-country=NO] button"));
    pressed(the("tr[data-country=GB] button"));
    expect(views.at(-1)?.rows).toEqual(["rednote.NO", "rednote.GB"]);
    pressed(the("a", "Growth of Norway and the UK"));
    expect(visit).toHaveBeenCalledWith(
      "growth",
      expect.objectContaining({ platforms: ["rednote"], countries: ["NO", "GB"], day: "", rows: [] }),
    );
    pressed(the("tr[data-country=NO] button"));
    the("a", "Growth of the UK");
  });

  it("shows the countries of some steps alone", () => {
    show(<Shown change={{ sources: ["illustrative"], day: "2025-01-13" }} series={made} />);
    const faded = () => [...document.querySelectorAll<HTMLElement>("[data-country][data-faded]")].map((row) => row.dataset.country);
    pressed(the("li button", "1M–"));
    expect(faded()).toEqual(["GB", "NO", "AX", "SG"]);
    pressed(the("li button", "no data"));
    expect(faded()).toEqual(["GB", "NO"]);
    pressed(the("button", "Show all"));
    expect(faded()).toEqual([]);
  });

  it("never begins with what is made up, and leads to it by its name", () => {
    show(<Shown change={{}} series={[press, ...made]} />);
    expect(heading()).toMatch(/^On 15 January 2025, 1 of 5 countries has a published or modelled value/);
    pressed(the("button", "Show them on the map"));
    expect(views.at(-1)?.sources[0]).toBe("illustrative");
    expect(heading()).toMatch(/^Made up: /);
  });

  it("leads to where the most countries have a published figure", () => {
    const of = { metric_id: "app_store_rank" };
    const figures = [figure("a", 1, "2025-01-16", of), figure("b", 2, "2025-01-16", { ...of, country: "NO" })];
    show(<Shown change={{}} series={[press]} figures={figures} />);
    pressed(the("button", "App Store rank: published for 2 countries on 16 January 2025"));
    expect(views.at(-1)).toMatchObject({ metric: "app_store_rank", day: "2025-01-16" });
    expect(heading()).toContain("2 of 5 countries have a published value of RedNote’s App Store rank");
  });

  it("of a surge needs no day, and says in how many series there is one", async () => {
    const series = [surging("US", 300_000, 11), madeUp("GB", { "2025-01-01": 5 })];
    show(<Shown change={{ sources: ["illustrative"], by: "multiple" }} series={series} />);
    await until(() => expect(heading()).toContain("found in 1 of 2 countries"));
    expect(document.querySelector("[role=slider]")).toBeNull();
    the("p", "the day makes no difference");
    expect(rows().slice(0, 2)).toEqual(["1United States×11 ", "United Kingdomfew days"]);
  });

  it("shows another platform, source or figure where it is chosen", () => {
    show(<Shown change={{ sources: ["model-press", "illustrative"] }} series={[press, ...made]} />);
    const choose = (label: string, value: string) => {
      const select = [...document.querySelectorAll("label")].find((one) => one.textContent === label)
        ?.nextElementSibling as HTMLSelectElement;
      select.value = value;
      act(() => {
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
    };
    choose("Source", "illustrative");
    expect(views.at(-1)?.sources).toEqual(["illustrative", "model-press"]);
    choose("Platform", "tiktok");
    expect(views.at(-1)?.platforms).toEqual(["tiktok", "rednote"]);
    choose("Measure", "per100k");
    expect(views.at(-1)?.measure).toBe("per100k");
  });
});
