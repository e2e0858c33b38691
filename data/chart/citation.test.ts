import { describe, expect, it } from "vitest";
import { type Cited, citation } from "./citation.ts";

const cited: Cited = {
  title: "Growth: RedNote and TikTok, daily active users, United States",
  vintage: 3,
  asOf: "2026-11-26",
  sources: [
    { name: "Press reading", publisher: "RedNote Surge", kind: "modelled" },
    { name: "Press reading", publisher: "RedNote Surge", kind: "modelled" },
    { name: "Counter", publisher: "", kind: "observed" },
  ],
  providers: ["Similarweb", null],
  address: "https://surge.example/growth?v=1&vintage=3",
  retrieved: "2026-12-01",
};

describe("a citation", () => {
  it("says in words what, as of when, whose, where and when it was read", () => {
    expect(citation("plain", cited)).toBe(
      "RedNote Surge, “Growth: RedNote and TikTok, daily active users, United States”. Vintage 3, as of 26 November 2026. Figures: Similarweb, an unnamed provider. Sources: Press reading (RedNote Surge, modelled); Counter (observed). https://surge.example/growth?v=1&vintage=3 Retrieved 1 December 2026.",
    );
  });

  it("has the form of the APA", () => {
    expect(citation("apa", cited)).toBe(
      "RedNote Surge. (2026, November 26). Growth: RedNote and TikTok, daily active users, United States (Vintage 3) [Data set]. Figures: Similarweb, an unnamed provider. Sources: Press reading (RedNote Surge, modelled); Counter (observed). Retrieved December 1, 2026, from https://surge.example/growth?v=1&vintage=3",
    );
  });

  it("is an entry of BibTeX, whose words hold no command of TeX and whose address is as it is", () => {
    const entry = citation("bibtex", { ...cited, title: "50 % of R&D_{a} \\ b", address: "https://surge.example/?v=1&search=a%20b" });
    expect(entry.split("\n")).toEqual([
      expect.stringMatching(/^@misc\{rednote-surge-vintage-3-20261201-[a-z0-9]+,$/),
      "  author = {{RedNote Surge}},",
      "  title = {{50 \\% of R\\&D\\_\\{a\\} \\textbackslash{} b}},",
      "  year = {2026},",
      "  url = {https://surge.example/?v=1&search=a%20b},",
      "  urldate = {2026-12-01},",
      "  note = {Vintage 3, as of 26 November 2026. Figures: Similarweb, an unnamed provider. Sources: Press reading (RedNote Surge, modelled); Counter (observed). Retrieved 1 December 2026.},",
      "}",
    ]);
  });

  it("has a key of its own for each address, so that two charts stand in one list of references", () => {
    const keyOf = (address: string) => citation("bibtex", { ...cited, address }).split("\n")[0];
    expect(keyOf("https://surge.example/growth?v=1")).not.toBe(keyOf("https://surge.example/growth?v=1&interval=week"));
    expect(keyOf("https://surge.example/growth?v=1")).toBe(keyOf("https://surge.example/growth?v=1"));
  });

  it("names those who published most of the figures, and counts the others", () => {
    const text = citation("apa", { ...cited, providers: ["A", "B", "C", "D", "E", "F", "G"] });
    expect(text).toContain("Figures: A, B, C, D, E and 2 more.");
  });

  it("names no vintage and no source where there is none", () => {
    const empty = { ...cited, vintage: 0, asOf: null, sources: [], providers: [] };
    expect(citation("plain", empty)).not.toMatch(/Vintage|Sources|Figures/);
    expect(citation("apa", empty)).toContain("(n.d.)");
    expect(citation("bibtex", empty)).not.toMatch(/Vintage|year|Sources|Figures/);
  });
});
