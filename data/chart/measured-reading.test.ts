import { describe, expect, it } from "vitest";
import { seriesTable } from "../analysis/table.ts";
import { numberOf } from "../model/day.ts";
import { defaultView, type View } from "../model/view.ts";
import { measuredModel } from "./measured-model.ts";
import { catalog, event, press, series } from "./model.fixture.ts";
import { readingAt, spokenReading } from "./reading.ts";

const range = { from: "2025-01-10", to: "2025-01-16" };
const days = { from: numberOf(range.from), to: numberOf(range.to) };
const observed = series({ "2024-12-13": 50, "2024-12-14": 70, "2025-01-10": 200, "2025-01-11": 300 }, { source: "default" });

/** What is heard of the picture of a view at one of its dates. */
function heard(change: Partial<View>, index: number, all = [observed]): string {
  const view: View = { ...defaultView(), platforms: ["rednote"], range, ...change };
  const table = seriesTable(view, all, catalog);
  const events = [event("ruling", "2025-01-12")];
  const model = measuredModel({ view, range: days, table, daily: table, series: all, figures: [], events, catalog });
  const reading = readingAt(model, model.reshaped?.table ?? table, index, catalog.platforms);
  if (!reading) throw new Error("no such date");
  return spokenReading(reading, model.speech);
}

describe("a reading of another measure", () => {
  it("says the measured value and the one that it was made of", () => {
    expect(heard({ measure: "index" }, 1)).toBe("Saturday 11 January 2025. RedNote: Observed, observed, 150 (value 300)");
    expect(heard({ measure: "daychange" }, 1)).toBe("Saturday 11 January 2025. RedNote: Observed, observed, +50% (value 300)");
  });

  it("of a modelled value has two digits, of the value behind it, too", () => {
    expect(heard({ measure: "daychange" }, 4, [press])).toBe(
      "Tuesday 14 January 2025. RedNote: Press reading, modelled, ≈ −0.26% (value ≈ 3.4M)",
    );
  });

  it("from day 0 says both the day count and the calendar day", () => {
    expect(heard({ align: "ruling" }, 0)).toBe(
      "Day −2, 2 days before the event. RedNote: Observed, observed, 200 (Friday 10 January 2025)",
    );
  });

  it("of two periods has both, each with its own day", () => {
    expect(heard({ compare: "2024-12-13" }, 0)).toBe(
      "Friday 10 January 2025. RedNote: Observed, observed, 200; 13 Dec to 19 Dec 2024, observed, 50 (Friday 13 December 2024)",
    );
  });
});
