import { describe, expect, it } from "vitest";
import type { Figure } from "../../data/model/figure.ts";
import { defaultView, type View } from "../../data/model/view.ts";
import type { Place } from "../app/address.ts";
import type { Loaded } from "../app/api.ts";
import { CATALOG } from "../controls/catalog.fixture.ts";
import { citedOf, previewOf } from "./cited.ts";

describe("what is cited", () => {
  it("is named after the page, and read on a day of UTC", () => {
    document.title = "Growth: RedNote, downloads · RedNote Surge";
    document.body.innerHTML = "<h1>Not this</h1><main><h1><span>RedNote</span> rose.</h1></main>";
    const preview = previewOf(document);
    expect(preview).toEqual({ title: "Growth: RedNote, downloads", sentence: "RedNote rose." });
    const cited = citedOf(preview, "growth", defaultView(), null, "https://surge.example/", new Date("2026-11-26T23:59:59Z"));
    expect(cited).toEqual({
      title: "Growth: RedNote, downloads",
      vintage: 0,
      asOf: null,
      sources: [],
      providers: [],
      address: "https://surge.example/",
      retrieved: "2026-11-26",
    });
  });

  const source = CATALOG.sources[0];
  if (!source) throw new Error("no source");
  const key = { platform: "rednote", country: "US", metric: "downloads", topic: "all" };
  const series = [{ ...key, source: source.id, days: [1], values: [1] }];
  const part = { source: source.id, metric: "downloads", platform: "rednote", countries: ["US"], topics: ["all"] };
  const catalog = { ...CATALOG, vintage: 7, received_at: "2026-11-20T01:02:03Z", coverage: [part as (typeof CATALOG.coverage)[number]] };
  const figure = (id: string, data_provider: string, day = "2025-01-13") =>
    ({
      id,
      platform: "rednote",
      country: "US",
      metric: "downloads",
      metric_id: "downloads",
      data_provider,
      date_from: day,
      date_to: day,
      fixes: [],
    }) as unknown as Figure;
  const figures = [
    figure("a", "Sensor Tower"),
    figure("b", "Similarweb"),
    figure("c", "Similarweb"),
    figure("d", "Appfigures", "2025-06-01"),
  ];
  const view: View = { ...defaultView(), metric: "downloads" };
  const loaded: Loaded = { view, catalog, series, figures, events: [], newest: 7, notices: [] };
  const named = (page: Place, of: View) => citedOf({ title: "", sentence: "" }, page, of, loaded, "", new Date(0));

  it("names the sources of the series that are there, whose figures stand on the days of the chart, and the vintage with its day", () => {
    const cited = named("growth", view);
    expect([cited.vintage, cited.asOf, cited.sources.map(({ name }) => name)]).toEqual([7, "2026-11-20", [source.name]]);
    expect(cited.providers).toEqual(["Similarweb", "Sensor Tower"]);
  });

  it("names the figures alone where they are all that a page shows, and nobody where it shows neither", () => {
    const evidence = named("evidence", { ...view, platforms: [], countries: [] });
    expect(evidence.sources).toEqual([]);
    expect(evidence.providers).toEqual(["Similarweb", "Sensor Tower", "Appfigures"]);
    expect(named("method", view)).toMatchObject({ sources: [], providers: [] });
    expect(named("growth", { ...view, figures: false }).providers).toEqual([]);
  });
});
