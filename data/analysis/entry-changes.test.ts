import { describe, expect, it } from "vitest";
import { catalog, event, figure } from "../chart/model.fixture.ts";
import { defaultView } from "../model/view.ts";
import { entryChanges, namesOf, type Reference } from "./entry-changes.ts";

const before: Reference = {
  ...catalog,
  figures: [figure("a", 1, "2025-01-10"), figure("b", 2, "2025-01-11"), figure("c", 3, "2025-01-12")],
  events: [event("ban", "2025-01-18")],
  claims: [],
};
const shownOf = ({ figures, events }: Reference) => ({ figures: figures.map(({ id }) => id), events: events.map(({ slug }) => slug) });

describe("what became of the entries that a page shows", () => {
  it("counts what changed and what was withdrawn of what is shown, apart what is new, and holds both versions of each", () => {
    const [a, b, c] = before.figures as [(typeof before.figures)[0], (typeof before.figures)[0], (typeof before.figures)[0]];
    const again = { ...b, value: 20 };
    const after = { ...before, figures: [a, again, figure("d", 4, "2025-01-13")] };
    const [figures, events] = entryChanges(before, after, shownOf);
    expect(figures).toMatchObject({ list: "figures", shown: 3, changed: 2, added: 1 });
    expect(figures?.diffs).toEqual([
      { old: b, new: again },
      { old: c, new: null },
      { old: null, new: after.figures[2] },
    ]);
    expect(events).toMatchObject({ list: "events", shown: 1, changed: 0, added: 0, diffs: [] });
  });

  it("counts nothing that the page does not show, and calls what leaves it changed, with what it is now", () => {
    const late = { ...before.figures[2], date_from: "2025-03-01", date_to: "2025-03-01" } as Reference["figures"][0];
    const after = { ...before, figures: [figure("a", 100, "2025-01-10"), before.figures[1] as typeof late, late] };
    const since = (reference: Reference) => ({
      figures: reference.figures.filter(({ date_from }) => date_from >= "2025-01-11" && date_from < "2025-02-01").map(({ id }) => id),
    });
    expect(entryChanges(before, after, since)).toEqual([
      { list: "figures", shown: 2, changed: 1, added: 0, diffs: [{ old: before.figures[2], new: late }] },
    ]);
  });

  it("does not call new what is shown only now and was the same before", () => {
    const some = (reference: Reference) => ({ platforms: reference === before ? ["rednote"] : ["rednote", "tiktok"] });
    expect(entryChanges(before, { ...before, vintage: 9 }, some)).toMatchObject([{ list: "platforms", shown: 1, changed: 0, added: 0 }]);
  });
});

describe("the names of a view", () => {
  it("are those that it chooses, and those of its sources that have any of it", () => {
    const rows = [
      { platform: "rednote", metric: "daily_active_users", source: "model-press", countries: ["US"], topics: ["all"] },
      { platform: "rednote", metric: "daily_active_users", source: "model-blog", countries: ["GB"], topics: ["all"] },
    ].map((row) => ({ ...row, first: "2025-01-01", last: "2025-01-31" }));
    const { sources, metrics, platforms } = namesOf(defaultView(), { ...catalog, coverage: rows });
    expect([sources, metrics, platforms]).toEqual([["model-press"], ["daily_active_users"], ["rednote", "tiktok"]]);
  });
});
