import { describe, expect, it } from "vitest";
import { FIGURES } from "../chart/evidence.fixture.ts";
import { providerOf, saidBy, sayersOf } from "./figure.ts";
import { SLUG } from "./slug.ts";

describe("who measured a figure", () => {
  it("has an id that an address may carry, and each its own", () => {
    const names = new Map<string, string | null>();
    for (const figure of FIGURES) {
      const { id, name } = providerOf(figure);
      expect(id).toMatch(SLUG);
      expect(names.get(id) ?? name).toBe(name);
      names.set(id, name);
    }
    expect(names.get("similarweb")).toBe("Similarweb");
    expect(names.get("dataeye-research-app-data")).toBe("DataEye research (app data)");
  });

  it("is one for all whom nobody names, and never the same as somebody who is called so", () => {
    for (const data_provider of ["none", "none given", "not stated", "not stated in excerpt", "media reports", ""])
      expect(providerOf({ data_provider })).toEqual({ id: "unnamed", name: null });
    expect(providerOf({ data_provider: "Unnamed" }).id).not.toBe("unnamed");
  });

  it("keeps other scripts apart", () => {
    const ids = ["七麦数据", "蝉妈妈", "—"].map((data_provider) => providerOf({ data_provider }).id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(SLUG);
  });
});

describe("who said a figure", () => {
  const figure = { publisher: "Reuters via Nation (Kenya)", data_provider: "Sensor Tower", mirror: false };

  it("is the provider, and through whom we saw it", () => {
    expect(sayersOf(figure)).toEqual({ publisher: "Reuters", provider: "Sensor Tower", mirror: false });
    expect(saidBy(figure)).toBe("Sensor Tower, via Reuters");
    expect(saidBy({ ...figure, data_provider: "not stated" })).toBe("Reuters, provider unnamed");
    expect(saidBy({ publisher: "Similarweb blog (seen on a mirror host)", data_provider: "Similarweb", mirror: true })).toBe(
      "Similarweb blog, on a mirror",
    );
  });
});
