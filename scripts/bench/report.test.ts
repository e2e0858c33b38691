import { describe, expect, it } from "vitest";
import { type Benchmark, keeps, median, type Outcome } from "./benchmark.ts";
import { asJson, inWords, tableText } from "./report.ts";

const on = { system: "linux x64", cores: 2, node: "20.19.0", load: 0.4 };
const outcome: Outcome = {
  measures: [
    { name: "scripting_ms", words: "scripting", value: 61.25, unit: "ms", limit: 60 },
    { name: "task_ms", words: "all tasks", value: 80, unit: "ms" },
  ],
  details: [{ title: "Changes", head: ["change", "ms"], rows: [["All", 61.25]] }],
};
const benchmark: Benchmark = { name: "repaint", about: "scripting after a change", run: async () => outcome };

describe("a median", () => {
  it("is the middle, whatever the order", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 2])).toBe(3.5);
  });

  it("does not change what it is the middle of, and is none of nothing", () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("a limit", () => {
  it("may be reached, not exceeded; where there is none, all is well", () => {
    expect(keeps({ value: 60, limit: 60 })).toBe(true);
    expect(keeps({ value: 60.1, limit: 60 })).toBe(false);
    expect(keeps({ value: 1e9, limit: undefined })).toBe(true);
  });

  it("may be the least that there must be, too", () => {
    expect(keeps({ value: 95, least: 95 })).toBe(true);
    expect(keeps({ value: 94.9, least: 95 })).toBe(false);
    expect(keeps({ value: 98, least: 92, limit: 97 })).toBe(false);
    const measures = [{ name: "fps", words: "frames", value: 29.9, unit: "/s" as const, least: 30 }];
    expect(inWords(benchmark, { measures, details: [] }, on)).toContain("29.9 /s  at least 30 /s  MISSED");
  });
});

describe("a report", () => {
  it("says for people what was measured, on what, and which limit was not kept", () => {
    expect(inWords(benchmark, outcome, on)).toBe(
      [
        "repaint: scripting after a change",
        "linux x64, 2 cores, Node 20.19.0, load 0.4 before",
        "",
        "Changes",
        "  change     ms",
        "  All     61.25",
        "",
        "             measured  limit",
        "  scripting   61.3 ms  60 ms  EXCEEDED",
        "  all tasks   80.0 ms",
        "",
      ].join("\n"),
    );
  });

  it("is one object of named figures for programs, on one line", () => {
    const text = asJson(benchmark, outcome, on);
    expect(text.trimEnd()).not.toContain("\n");
    expect(JSON.parse(text)).toEqual({
      benchmark: "repaint",
      machine: on,
      figures: { scripting_ms: { value: 61.25, unit: "ms", limit: 60 }, task_ms: { value: 80, unit: "ms" } },
      kept: false,
    });
  });

  it("has numbers at the right and words at the left", () => {
    const rows = [
      ["/", 298],
      ["/a.js", 70075],
    ];
    expect(tableText({ head: ["resource", "bytes"], rows })).toBe("  resource  bytes\n  /           298\n  /a.js     70075\n");
  });
});
