import { describe, expect, it } from "vitest";
import type { Figure } from "../../data/model/figure.ts";
import { defaultView, type View } from "../../data/model/view.ts";
import { CATALOG, figure } from "../controls/catalog.fixture.ts";
import { commonYear, daysText, figureState, figureText, measureText } from "./told.ts";

const view = defaultView();

describe("what became of a figure", () => {
  it.each<[Partial<Figure>, View, string]>([
    [{}, view, "fixes the line"],
    [{ fixes: [] }, view, "shown, not modelled"],
    [{}, { ...view, sources: ["model-blog"] }, "fixes a line that is off"],
    [{ fixes: [], basis: "total", date_to: "2025-01-20" }, view, "a total, not drawn"],
    [{ fixes: [], metric: "users_total", metric_id: null }, view, "another measure, not drawn"],
    [{ metric: "daily_active_users_growth_pct", metric_id: null }, view, "fixes the line"],
    [{ fixes: [], estimate_kind: "untraceable" }, view, "untraceable, enters no model"],
    [{ fixes: [] }, { ...view, figures: false }, "shown in the list only"],
    [{ fixes: [] }, { ...view, interval: "week" }, "shown in the list only"],
    [{ fixes: [] }, { ...view, countries: ["US", "GB"], sum: true }, "shown in the list only"],
    [{ fixes: [] }, { ...view, measure: "index" }, "shown in the list only"],
    [{ fixes: [] }, { ...view, measure: "per100k" }, "shown, not modelled"],
  ])("%j", (differences, of, text) => {
    expect(figureState(figure(differences), of, CATALOG).text).toBe(text);
  });
});

it("words a figure in its own unit", () => {
  expect(figureText(figure({ value: 300_000, qualifier: "about" }))).toBe("about 300k");
  expect(figureText(figure({ value: 32_500_000 }))).toBe("32.5M");
  expect(figureText(figure({ value: -17, unit: "percent", metric: "daily_active_users_growth_pct" }))).toBe("−17%");
  expect(figureText(figure({ value: 200, unit: "percent", metric: "downloads_growth_pct", qualifier: "over" }))).toBe("over +200%");
  expect(figureText(figure({ value: 22, unit: "percent", metric: "share_of_downloads" }))).toBe("22%");
  expect(figureText(figure({ value: 20, unit: "times", metric: "downloads_growth_multiple" }))).toBe("×20");
  expect(figureText(figure({ value: 3, unit: "rank", metric: "app_store_rank_free", qualifier: "under" }))).toBe("No. 3 or better");
  expect(figureText(figure({ value: 107, unit: "minutes", metric: "session_minutes" }))).toBe("107 minutes");
  expect(figureText(figure({ value: 1, unit: "rank", metric: "app_store_rank_free_overall" }))).toBe("No. 1");
});

it("names another measure than the view's", () => {
  expect(measureText(figure(), view)).toBe("");
  expect(measureText(figure({ metric: "daily_active_users_growth_pct", metric_id: null }), view)).toBe("change of daily active users");
  expect(measureText(figure({ metric: "downloads_growth_multiple", metric_id: null }), view)).toBe("multiple of downloads");
  expect(measureText(figure({ metric: "users_total", metric_id: null }), view)).toBe("users, all told");
});

it("says days beside the year that most of them have", () => {
  const year = commonYear(["2025-01-13", "2025-01-14", "2024-12-31"]);
  expect(year).toBe(2025);
  expect(daysText("2025-01-06", "2025-01-11", year)).toBe("6–11 Jan");
  expect(daysText("2024-12-31", "2024-12-31", year)).toBe("31 Dec 2024");
  expect(daysText("2024-12-01", "2024-12-31", year)).toBe("1–31 Dec 2024");
  expect(daysText("2024-12-16", "2025-01-12", year)).toBe("16 Dec 2024–12 Jan 2025");
  expect(daysText("2025-01-13", "2025-01-13", null)).toBe("13 Jan 2025");
  expect(commonYear([])).toBeNull();
});
