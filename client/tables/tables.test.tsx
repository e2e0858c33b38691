import { describe, expect, it } from "vitest";
import { strokes } from "../../data/chart/palette.ts";
import type { SeriesColumn } from "../../data/model/series.ts";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG, figure, surgeEvent } from "../controls/catalog.fixture.ts";
import { page, press, show, the, type } from "../controls/page.fixture.tsx";
import { EventList } from "./EventList.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { SeriesTable } from "./SeriesTable.tsx";

page();

const view = defaultView();
const [metric] = CATALOG.metrics;
const cellsOf = (row: Element) => [...row.children].map((cell) => cell.textContent);
const heads = () => [...document.querySelectorAll("tbody th")].map((cell) => cell.textContent);

function series(count: number) {
  const columns = Array.from({ length: count }, (_, index): SeriesColumn => {
    const country = CATALOG.countries[index]?.id ?? "US";
    return { platform: "rednote", country, topic: "all", source: "default", kind: "observed", values: [10 + index, 30 - index] };
  });
  const dates = ["2025-01-13", "2025-01-14"];
  const table = { vintage: 2, metric: "daily_active_users", unit: "users", interval: "day" as const, dates, series: columns };
  if (metric === undefined) throw new Error("the fixture has no metric");
  show(
    <SeriesTable
      table={table}
      figures={[]}
      catalog={CATALOG}
      view={view}
      strokes={strokes(view, columns, CATALOG.sources)}
      metric={metric}
    />,
  );
}

describe("the series in numbers", () => {
  it("begin with the highest peak and turn round by a press on the head", () => {
    series(3);
    expect(the("th[aria-sort]").textContent).toBe("Peak ↓");
    expect(the("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
    expect(heads()).toEqual(["RedNoteAustralia", "RedNoteCôte d’Ivoire", "RedNoteGermany"]);
    press(the("th[aria-sort] button", "Peak"));
    expect(the("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
    expect(heads()).toEqual(["RedNoteGermany", "RedNoteCôte d’Ivoire", "RedNoteAustralia"]);
    press(the("th button", "First day"));
    expect(the("th[aria-sort]").textContent).toBe("First day ↓");
    expect(heads()).toEqual(["RedNoteGermany", "RedNoteCôte d’Ivoire", "RedNoteAustralia"]);
  });

  it("have a filter once there are more than eight", () => {
    series(8);
    expect(document.querySelector("input")).toBeNull();
    series(9);
    type(the("input[type=search]"), "germ");
    expect(heads()).toEqual(["RedNoteGermany"]);
    expect(the("[role=status]").textContent).toBe("1 of 9 series");
  });

  it("can be scrolled by keyboard", () => {
    series(1);
    const region = the("section[tabindex='0']");
    expect(document.getElementById(region.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("The same in numbers");
  });

  it("say where there are none", () => {
    series(0);
    expect(document.body.textContent).toContain("No series in this view.");
    expect(document.querySelector("table")).toBeNull();
  });
});

describe("the published figures", () => {
  const figures = [
    figure(),
    figure({ id: "rf004", value: 2_400_000, fixes: [], publisher: "CNBC Indonesia via liputanmalam.com", note: "Probably a slip." }),
    figure({ id: "rf165", platform: "tiktok", date_from: "2024-12-31", date_to: "2024-12-31", value: 68_700_000, mirror: true }),
  ];

  it("stand by day, each with who said it and what became of it", () => {
    show(<FigureTable figures={figures} catalog={CATALOG} view={view} />);
    expect([...document.querySelectorAll("tbody tr")].map(cellsOf)).toEqual([
      ["31 Dec 2024", "68.7M", "TikTok", "Similarweb, via Reuters, on a mirror estimate", "fixes the line "],
      ["13 Jan", "3.4M", "RedNote", "Similarweb, via Reuters estimate", "fixes the line "],
      [
        "13 Jan",
        "2.4M",
        "RedNote",
        "Similarweb, via CNBC Indonesia estimate",
        "shown, not modelled note on 2.4M, Similarweb, via CNBC Indonesia",
      ],
    ]);
    expect(the("thead th", "Days").textContent).toBe("Days, 2025");
    const link = the("a", "CNBC");
    expect([link.getAttribute("href"), link.getAttribute("target"), link.getAttribute("rel")]).toEqual([
      "https://investing.com/news",
      "_blank",
      "noopener",
    ]);
  });

  it("open their note under them", () => {
    show(<FigureTable figures={figures} catalog={CATALOG} view={view} />);
    const button = the("button", "note");
    expect(button.getAttribute("aria-expanded")).toBe("false");
    press(button);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(document.getElementById(button.getAttribute("aria-controls") ?? "")?.textContent).toBe(
      "Probably a slip. Published on 16 Jan 2025.",
    );
    press(button);
    expect(document.querySelectorAll("tbody tr")).toHaveLength(3);
  });

  it("name their country where there are several, and say where none is known", () => {
    show(<FigureTable figures={figures} catalog={CATALOG} view={{ ...view, countries: ["US", "GB"] }} />);
    expect(document.querySelector("tbody")?.textContent).toContain("TikTokUnited States");
    show(<FigureTable figures={[]} catalog={CATALOG} view={view} />);
    expect(document.body.textContent).toContain("None is known.");
  });
});

describe("the events", () => {
  const events = [
    surgeEvent(),
    surgeEvent({ slug: "dark", title: "TikTok stops", date: "2025-01-18", until: "2025-01-19", url: "https://example.org/dark" }),
  ];

  it("stand by day and lead to where they were seen", () => {
    show(<EventList events={events.toReversed()} place="United States" />);
    expect([...document.querySelectorAll("li")].map(cellsOf)).toEqual([
      ["17 Jan", "Supreme Court unanimously upholds the law"],
      ["18–19 Jan", "TikTok stops"],
    ]);
    expect(the("a", "TikTok stops").getAttribute("href")).toBe("https://example.org/dark");
    expect(document.body.textContent).toContain("United States. Dates as the sources give them.");
  });

  it("carry the numbers of their marks", () => {
    show(<EventList events={events} numbers={new Map([["dark", 1]])} />);
    expect([...document.querySelectorAll("li")].map((item) => item.firstElementChild?.textContent)).toEqual(["", "Mark 1"]);
  });

  it("say the year where there are two", () => {
    show(<EventList events={[...events, surgeEvent({ slug: "law", date: "2024-04-24" })]} />);
    expect([...document.querySelectorAll("time")].map((time) => time.textContent)).toEqual([
      "24 Apr 2024",
      "17 Jan 2025",
      "18–19 Jan 2025",
    ]);
  });
});
