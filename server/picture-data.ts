import type { PictureData } from "../data/chart/drawn-model.ts";
import { PAGES } from "../data/model/page.ts";
import { encodeView, sourcesOf, type View } from "../data/model/view.ts";
import type { AskedView } from "./asked-view.ts";
import { refuseTooManyPoints } from "./points.ts";
import { dataQuery } from "./routes/series.ts";
import type { Services } from "./services.ts";

/** A chart has no place for more; and to make a file of them takes a quarter of a second. */
const MOST_DRAWN = 50_000;

/**
 * The view of an address with nothing left open: its vintage is a number. Equal where the picture is.
 *
 * @throws RequestProblem (400) where it would be made of too many points
 */
export function drawnView({ view, catalog, vintage }: AskedView, most: number): View {
  const fixed: View = { ...view, vintage };
  const sourced = { ...fixed, sources: sourcesOf(fixed, catalog) };
  // All days are read, whatever is drawn of them.
  refuseTooManyPoints({ ...sourced, range: "all" }, catalog, most);
  refuseTooManyPoints(sourced, catalog, Math.min(most, MOST_DRAWN));
  return fixed;
}

/** Where a view is found, as its picture says it. @param origin scheme and host */
export function pictureAddress(view: View, origin: string): string {
  return `${origin.replace(/^https?:\/\//, "")}${PAGES.growth}?${encodeView(view)}`;
}

/** What the picture of a view is made of. */
export function pictureData(
  view: View,
  { catalog, vintage }: Pick<AskedView, "catalog" | "vintage">,
  store: Services["store"],
): PictureData {
  const all: View = { ...view, sources: sourcesOf(view, catalog), range: "all" };
  return { catalog, series: store.series(dataQuery(all), vintage), figures: store.figures(vintage), events: store.events(vintage) };
}
