import { nameOf } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { Page } from "../../../data/model/page.ts";
import type { Share } from "../../../data/model/share.ts";
import { decodeView, type Range } from "../../../data/model/view.ts";
import { rangeText } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { SHARES_PAGE } from "./words.ts";

/** Countries that are named; the others are counted. */
const MOST_PLACES = 3;

/** Pages that show no view of their own: a link to them says nothing more. */
const WITHOUT_VIEW: ReadonlySet<Page> = new Set(["story", "data", "method"]);

type Names = Pick<Catalog, "platforms" | "countries" | "metrics">;
const NO_NAMES: Names = { platforms: [], countries: [], metrics: [] };

/**
 * A view in words: its page and platforms, then what of them, where and when.
 *
 * @param catalog names the ids; they stand for themselves where it is not known
 * @example viewText({ page: "growth", view: "v=1&interval=week" }, catalog)
 * // { title: "Growth: RedNote, TikTok", detail: "Daily active users, United States, 1 Jan to 15 Feb 2025" }
 */
export function viewText({ page, view: query }: Pick<Share, "page" | "view">, catalog: Names | null): { title: string; detail: string } {
  const words = wordsOf(SHARES_PAGE);
  const name = wordsOf(HEADER).page[page];
  if (WITHOUT_VIEW.has(page)) return { title: name, detail: "" };
  const { platforms, countries, metrics } = catalog ?? NO_NAMES;
  const { view } = decodeView(new URLSearchParams(query));
  const named = view.countries.map((id) => nameOf(countries, id));
  const places = named.length === 0 ? [] : [words.places(named.slice(0, MOST_PLACES), Math.max(0, named.length - MOST_PLACES))];
  // Figures are of any metric and any day.
  const rest = page === "evidence" ? places : [nameOf(metrics, view.metric), ...places, daysText(view.range)];
  const title = words.view(
    name,
    view.platforms.map((id) => nameOf(platforms, id)),
  );
  return { title, detail: words.detail(rest) };
}

function daysText(range: Range): string {
  const words = wordsOf(SHARES_PAGE);
  if (range === "all") return words.allDays;
  return "last" in range ? words.last(range.last) : rangeText(numberOf(range.from), numberOf(range.to));
}
