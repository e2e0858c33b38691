import { describe, expect, it } from "vitest";
import { readConfig } from "../config.ts";
import { formOf } from "./form.ts";

const form = (query: string) => formOf(new URLSearchParams(query), readConfig({}).limits);

describe("the form of an image", () => {
  it("is the usual one where an address says nothing", () => {
    expect(form("")).toEqual({ form: { width: 1200, height: null, theme: "light", scale: 1 }, faults: [] });
  });

  it("is what an address says within its bounds", () => {
    expect(form("width=320&height=2000&theme=dark&scale=3")).toEqual({
      form: { width: 320, height: 2000, theme: "dark", scale: 3 },
      faults: [],
    });
  });

  it.each(["width=319", "width=2001", "width=1e3", "width=-5", "width=", "width=99999999999", "height=199", "height=2001", "scale=0"])(
    "refuses %s",
    (query) => expect(form(query).faults).toEqual([expect.objectContaining({ field: query.split("=")[0], code: "malformed" })]),
  );

  it("refuses other themes, fractions, and what comes twice", () => {
    expect(form("theme=auto&scale=1.5&width=400&width=500").faults.map(({ field, code }) => [field, code])).toEqual([
      ["width", "repeated_parameter"],
      ["theme", "malformed"],
      ["scale", "malformed"],
    ]);
  });

  it("refuses more pixels than an image may have", () => {
    expect(form("width=2000&height=2000&scale=3").faults).toEqual([expect.objectContaining({ field: "scale", code: "too_large" })]);
  });

  it("has other bounds where the settings say so", () => {
    const { limits } = readConfig({ SURGE_IMAGE_SIDE: "1300", SURGE_IMAGE_SCALE: "4", SURGE_IMAGE_PIXELS: "800000" });
    const codes = (query: string) => formOf(new URLSearchParams(query), limits).faults.map(({ field, code }) => [field, code]);
    expect(codes("width=1200&height=630")).toEqual([]);
    expect(codes("width=320&height=200&scale=3")).toEqual([]);
    expect(codes("width=1301")).toEqual([["width", "malformed"]]);
    expect(codes("width=320&height=200&scale=4")).toEqual([["scale", "too_large"]]);
  });
});
