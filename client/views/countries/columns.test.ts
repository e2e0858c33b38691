import { describe, expect, it } from "vitest";
import { columnsOf, unknownColumns, usualColumns, withColumns } from "./columns.ts";

const usual = { ranked: false, severalSources: false };
const none = { columns: [], pinned: [] };

describe("the columns of a view", () => {
  it("are the usual ones where the address names none, with the source only where there are several", () => {
    expect(columnsOf(none, usual).shown).toEqual(usualColumns(usual));
    expect(usualColumns(usual)).not.toContain("source");
    expect(usualColumns({ ...usual, severalSources: true })).toContain("source");
  });

  it("have no surge for ranks, unless they are asked for", () => {
    expect(usualColumns({ ...usual, ranked: true })).toEqual(["series", "kind", "trend", "latest", "coverage"]);
    expect(columnsOf({ columns: ["peak"], pinned: [] }, { ...usual, ranked: true }).shown).toEqual(["series", "peak"]);
  });

  it("begin with the name of the row and what stays in place, whatever the address says", () => {
    const { shown, pinned } = columnsOf({ columns: ["peak", "latest", "series", "multiple"], pinned: ["multiple"] }, usual);
    expect(shown).toEqual(["series", "multiple", "peak", "latest"]);
    expect(pinned).toEqual(["series", "multiple"]);
  });

  it("leave out what is no column, and say which", () => {
    const view = { columns: ["peak", "growth"], pinned: ["nothing"], sort: "-speed" };
    expect(columnsOf(view, usual).shown).toEqual(["series", "peak"]);
    expect(unknownColumns(view)).toEqual(["growth", "nothing", "speed"]);
  });

  it("go round: what is written is what is read, and the usual ones are not written", () => {
    const chosen = { shown: ["series", "multiple", "latest"] as const, pinned: ["series", "multiple"] as const };
    const view = withColumns({ ...none }, chosen, usual);
    expect(columnsOf(view, usual)).toEqual({ shown: [...chosen.shown], pinned: [...chosen.pinned] });
    expect(withColumns(view, { shown: usualColumns(usual), pinned: ["series"] }, usual)).toEqual(none);
  });

  it("lose their place when they are no longer shown", () => {
    expect(withColumns({ ...none }, { shown: ["series", "peak"], pinned: ["series", "multiple"] }, usual).pinned).toEqual([]);
  });
});
