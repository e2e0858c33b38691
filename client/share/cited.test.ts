import { describe, expect, it } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import type { Loaded } from "../app/api.ts";
import { CATALOG } from "../controls/catalog.fixture.ts";
import { citedOf, previewOf } from "./cited.ts";

describe("what is cited", () => {
  it("is named after the page, and read on a day of UTC", () => {
    document.title = "Growth: RedNote, downloads · RedNote Surge";
    document.body.innerHTML = "<h1>Not this</h1><main><h1><span>RedNote</span> rose.</h1></main>";
    const preview = previewOf(document);
    expect(preview).toEqual({ title: "Growth: RedNote, downloads", sentence: "RedNote rose." });
    const cited = citedOf(preview, null, "https://surge.example/", new Date("2026-11-26T23:59:59Z"));
    expect(cited).toEqual({
      title: "Growth: RedNote, downloads",
      vintage: 0,
      asOf: null,
      sources: [],
      address: "https://surge.example/",
      retrieved: "2026-11-26",
    });
  });

  it("names the sources of the series that are there, and the vintage with its day", () => {
    const source = CATALOG.sources[0];
    if (!source) throw new Error("no source");
    const series = [{ platform: "rednote", country: "US", metric: "downloads", topic: "all", source: source.id, days: [1], values: [1] }];
    const catalog = { ...CATALOG, vintage: 7, received_at: "2026-11-20T01:02:03Z" };
    const loaded: Loaded = { view: defaultView(), catalog, series, figures: [], events: [], newest: 7, notices: [] };
    const cited = citedOf({ title: "", sentence: "" }, loaded, "", new Date(0));
    expect([cited.vintage, cited.asOf, cited.sources.map(({ name }) => name)]).toEqual([7, "2026-11-20", [source.name]]);
  });
});
