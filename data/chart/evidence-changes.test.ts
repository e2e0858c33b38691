import { describe, expect, it } from "vitest";
import { FIGURES, input, shippedFigure } from "./evidence.fixture.ts";
import { withLater } from "./evidence-changes.ts";
import { evidencePage } from "./evidence-page.ts";

const NAMES = ["Vintage 3", "Vintage 7"] as const;
const { told } = input();
const before = evidencePage(input());
const rf003 = shippedFigure("rf003");
const changed = { ...rf003, value: 42_000_000_000 };
const added = { ...rf003, id: "rf999", value: 2_000_000, data_provider: "A new desk", publisher: "A new desk" };

/** The dots of all charts that say of which vintage they are. */
function dotsOf(figures: readonly (typeof rf003)[]) {
  const page = withLater(before, evidencePage(input({}, { figures })), NAMES, told);
  return page.charts.flatMap(({ chart, dots }) =>
    chart.rows.flatMap((row) =>
      row.dots.flatMap((dot) => {
        const said = dots.get(dot.id);
        return said?.vintage === undefined ? [] : [{ row, dot, said, chart, figures: dot.figures.map(({ id }) => id) }];
      }),
    ),
  );
}

describe("evidence with a later vintage over it", () => {
  it("has a changed figure twice, each named by its vintage, on an axis that has room for both", () => {
    const dots = dotsOf(FIGURES.map((figure) => (figure.id === "rf003" ? changed : figure)));
    expect(dots.map(({ said, dot, figures }) => [said.vintage, dot.state === "former", said.value.text, figures])).toEqual([
      ["Vintage 3", true, "3.4M", ["rf003"]],
      ["Vintage 7", false, "42B", ["rf003"]],
    ]);
    expect(new Set(dots.map(({ row }) => row)).size).toBe(1);
    for (const { chart, dot } of dots) expect(chart.axis.low <= dot.x && dot.x <= chart.axis.high).toBe(true);
    // What else stood at that dot stays there.
    const relays = before.charts.flatMap(({ chart }) => chart.rows.flatMap((row) => row.dots)).find(({ id }) => id === "rf003")?.figures;
    const left = dots[0]?.row.dots.find(({ id }) => id === relays?.[1]?.id);
    expect(left?.figures.map(({ id }) => id)).toEqual(relays?.slice(1).map(({ id }) => id));
  });

  it("has what is new in a row of its own where nobody was asked before, and what is gone as it was", () => {
    const dots = dotsOf([...FIGURES.filter(({ id }) => id !== "rf003"), added]);
    expect(dots.map(({ said, figures, row }) => [said.vintage, figures, row.provider.name])).toEqual([
      ["Vintage 3", ["rf003"], expect.any(String)],
      ["Vintage 7", ["rf999"], "A new desk"],
    ]);
  });

  it("has a chart more for what was never counted before", () => {
    const dots = dotsOf([...FIGURES, { ...added, metric: "something_new", country: "FR" }]);
    expect(dots.map(({ chart, said }) => [chart.metric, chart.rows.length, said.vintage])).toEqual([["something_new", 1, "Vintage 7"]]);
  });

  it("is the same page where no figure is drawn otherwise: a note is none", () => {
    const noted = FIGURES.map((figure) => ({ ...figure, note: "Read twice." }));
    expect(withLater(before, evidencePage(input({}, { figures: noted })), NAMES, told)).toBe(before);
  });
});
