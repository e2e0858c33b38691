import { describe, expect, it } from "vitest";
import type { MapReading } from "../../../data/chart/map-reading.ts";
import { nextListSort, ordered } from "./ordered.ts";

const reading = (id: string, name: string, rank: number): MapReading => ({
  ...{ index: 0, id, name, cell: rank > 0 ? 0 : -1, rank, text: "", full: "", kind: null, note: "", figures: [] },
});
const all = [
  reading("US", "United States", 1),
  reading("NO", "Norway", 2),
  reading("AX", "Åland Islands", 0),
  reading("GB", "United Kingdom", 0),
];
const ids = (search: string, sort: string) => ordered(all, { search, sort }, "en").map(({ id }) => id);

describe("the list beside the map", () => {
  it("stands as it is ranked, or from the last of them; what has no value stays at the end", () => {
    expect(ids("", "")).toEqual(["US", "NO", "AX", "GB"]);
    expect(ids("", "latest")).toEqual(["NO", "US", "AX", "GB"]);
    expect(ids("", "-multiple")).toEqual(["US", "NO", "AX", "GB"]);
  });

  it("stands by name, as the language sorts names", () => {
    expect(ids("", "series")).toEqual(["AX", "NO", "GB", "US"]);
    expect(ids("", "-series")).toEqual(["US", "GB", "NO", "AX"]);
  });

  it("has what a search finds, by name, code, flag or another language, without losing its order", () => {
    expect(ids("united", "")).toEqual(["US", "GB"]);
    expect(ids("aland", "")).toEqual(["AX"]);
    expect(ids("挪威", "")).toEqual(["NO"]);
    expect(ids("🇬🇧", "")).toEqual(["GB"]);
    expect(ids("nowhere at all", "")).toEqual([]);
  });

  it("is sorted by the head that is pressed, and the other way round by the next press", () => {
    expect(nextListSort("", "value")).toBe("latest");
    expect(nextListSort("latest", "value")).toBe("");
    expect(nextListSort("series", "value")).toBe("");
    expect(nextListSort("-multiple", "value")).toBe("");
    expect(nextListSort("", "country")).toBe("series");
    expect(nextListSort("series", "country")).toBe("-series");
    expect(nextListSort("-series", "country")).toBe("series");
  });
});
