import { defaultView, encodeView, type View } from "./view.ts";

/** The pages that there are, by path, in the order of the header. Each draws the same view in its own way. */
export const PAGES = {
  story: "/story",
  growth: "/growth",
  map: "/map",
  countries: "/countries",
  topics: "/topics",
  evidence: "/evidence",
  data: "/data",
  method: "/method",
} as const;
export type Page = keyof typeof PAGES;

/** The address of the chart of a view alone, which pages of others may frame. It is in no menu. */
export const EMBED = "/embed";

/** The page of the short links that a token made. It shows no view, and is in no menu: no short link leads to it. */
export const SHARES = "/shares";

/** The names of {@link PAGES}, in the same order. */
export const PAGE_NAMES = Object.keys(PAGES) as readonly Page[];

/** The address of a first visit: the story, or the growth chart where the address has a view. */
export const HOME = "/";

/**
 * The view with which a page opens that the reader comes to from another. What a table was searched for and sorted by
 * stays behind: the rows are others there. Where nobody has chosen platforms or countries, Evidence shows every figure;
 * its empty lists, which are everything there, would show nothing elsewhere.
 *
 * @example carried(defaultView(), "evidence").platforms // []
 * @example carried({ ...defaultView(), platforms: [] }, "growth").platforms // ["rednote", "tiktok"]
 */
export function carried(from: View, to: Page): View {
  const view = { ...from, search: "", sort: "" };
  const { platforms, countries } = defaultView();
  const chosen = `${view.platforms}` !== `${platforms}` || `${view.countries}` !== `${countries}`;
  if (to === "evidence") return chosen ? view : { ...view, platforms: [], countries: [] };
  return {
    ...view,
    platforms: view.platforms.length > 0 ? view.platforms : platforms,
    countries: view.countries.length > 0 ? view.countries : countries,
  };
}

/** An address in a language; English is what it has unless told. @example addressIn("zh", "/growth?v=1") // "/growth?v=1&lang=zh" */
export function addressIn(language: "en" | "zh", address: string): string {
  return language === "en" ? address : `${address}${address.includes("?") ? "&" : "?"}lang=${language}`;
}

/**
 * Where the feed is of what a page shows; `null` for pages that no view decides. The story and Evidence, which show more
 * than one chart, have the feed of the growth chart that their readers come to.
 *
 * @example feedPath("evidence", { ...defaultView(), platforms: [] }, "zh") // "/feed.atom?v=1&lang=zh"
 */
export function feedPath(page: Page, view: View, language: "en" | "zh"): string | null {
  if (page === "data" || page === "method") return null;
  const { vintage } = view;
  const fed = page === "story" ? { ...defaultView(), vintage } : page === "evidence" ? carried(view, "growth") : view;
  return addressIn(language, `/feed.atom?${encodeView(fed)}`);
}
