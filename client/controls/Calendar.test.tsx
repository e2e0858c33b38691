import { afterEach, describe, expect, it, vi } from "vitest";
import type { Extent } from "../../data/analysis/table.ts";
import { dayOf, numberOf } from "../../data/model/day.ts";
import { Calendar } from "./Calendar.tsx";
import { key, page, press, show, the } from "./page.fixture.tsx";

page();
afterEach(() => vi.unstubAllEnvs());

const days = { from: numberOf("2025-01-01"), to: numberOf("2025-02-15") };
const day = (name: string) => the("[role=grid] button", name);

function calendar(shown: Extent = days) {
  const chosen: string[] = [];
  show(<Calendar days={shown} dots={new Map()} keys={[]} onChoose={({ from, to }) => chosen.push(`${dayOf(from)} ${dayOf(to)}`)} />);
  return chosen;
}

describe.each(["UTC", "America/Los_Angeles", "Asia/Shanghai", "Pacific/Apia", "America/Sao_Paulo"])("in %s", (zone) => {
  it("chooses the days that were pressed", () => {
    vi.stubEnv("TZ", zone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const chosen = calendar();
    press(day("Friday 10 January 2025"));
    expect(chosen).toEqual([]);
    press(day("Friday 24 January 2025"));
    expect(chosen).toEqual(["2025-01-10 2025-01-24"]);
  });

  it("has every day of a month once, from Monday on", () => {
    vi.stubEnv("TZ", zone);
    // Samoa left out 30 December 2011; Brazil had no midnight on 16 October 2011.
    for (const [from, month, count] of [
      ["2011-12-01", "December 2011", 31],
      ["2011-10-01", "October 2011", 31],
      ["2025-03-01", "March 2025", 31],
    ] as const) {
      calendar({ from: numberOf(from), to: numberOf(from) });
      const grid = the("[role=grid]", month);
      const numbers = [...grid.querySelectorAll("td:not([data-outside]) button")].map((button) => Number(button.textContent));
      expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(grid.querySelector("th")?.textContent).toBe("Mo");
    }
  });
});

it("puts two presses in order, and one day pressed twice is a range of one", () => {
  const chosen = calendar();
  press(day("Friday 24 January 2025"));
  press(day("Friday 10 January 2025"));
  press(day("Monday 13 January 2025"));
  press(day("Monday 13 January 2025"));
  expect(chosen).toEqual(["2025-01-10 2025-01-24", "2025-01-13 2025-01-13"]);
});

it("says aloud that the range has begun", () => {
  calendar();
  press(day("Friday 24 January 2025"));
  expect(the("p[role=status]").textContent).toBe("First day: 24 January 2025. Choose the last.");
});

it("is read by arrows and leaves the months of the range", () => {
  const chosen = calendar();
  press(day("Friday 31 January 2025"));
  key("ArrowRight");
  expect(document.activeElement).toBe(day("Saturday 1 February 2025"));
  key("PageDown");
  expect(document.activeElement).toBe(day("Saturday 1 March 2025"));
  press(day("Saturday 1 March 2025"));
  expect(chosen).toEqual(["2025-01-31 2025-03-01"]);
});

it("lets days outside the data be chosen", () => {
  const chosen = calendar({ from: numberOf("1999-12-31"), to: numberOf("1999-12-31") });
  press(day("Saturday 1 January 2000"));
  press(day("Sunday 2 January 2000"));
  expect(chosen).toEqual(["2000-01-01 2000-01-02"]);
});
