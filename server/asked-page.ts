import type { PaintOrder } from "../data/chart/picture-order.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { knownView } from "../data/model/known-view.ts";
import { carried, PAGES, type Page } from "../data/model/page.ts";
import { decodeView, encodeView, type View } from "../data/model/view.ts";
import { type PageLanguage, pageLanguage } from "./page-words.ts";
import type { Painting } from "./paints.ts";
import { drawnView, pictureData } from "./picture-data.ts";
import { RequestProblem } from "./problem.ts";
import type { Services } from "./services.ts";
import { resolveVintage } from "./vintage.ts";

/** The view of a page's address as the page itself reads it. */
export interface AskedPage {
  /** With its vintage as a number. */
  view: View;
  catalog: Catalog;
  vintage: number;
  /** Whether the address itself names the vintage. */
  pinned: boolean;
  /** Whether the page says that something of the address meant nothing. */
  isBroken: boolean;
  language: PageLanguage;
  theme: "light" | "dark" | undefined;
}

/** What is broken falls back. `null` where the view cannot be drawn. */
export function askedPage(
  query: URLSearchParams,
  page: Page | null,
  { store, now, config }: Pick<Services, "store" | "now" | "config">,
): AskedPage | null {
  try {
    const { view: written, notices } = decodeView(query);
    const shown = page === "evidence" ? carried(written, "growth") : written;
    const { vintage, pinned } = resolveVintage(store, shown.vintage, now());
    const catalog = store.catalog(vintage);
    const known = knownView(shown, catalog);
    if (!catalog.metrics.some(({ id }) => id === known.view.metric)) return null;
    const view = drawnView({ view: known.view, catalog, vintage, pinned }, config.limits.points);
    const isBroken = notices.length + known.notices.length > 0;
    return { view, catalog, vintage, pinned, isBroken, language: pageLanguage(query), theme: themeOf(query) };
  } catch (error) {
    if (error instanceof RequestProblem) return null;
    throw error;
  }
}

/**
 * The chart of a page to be painted into its HTML. `null` where the page shows more over its chart than is painted: what was
 * broken in its address, or what a later vintage changed.
 *
 * @param alone without a header, as it stands on a page of somebody else
 */
export function paintingOf(
  { view, catalog, vintage, pinned, isBroken, language, theme }: AskedPage,
  store: Services["store"],
  alone = false,
): Painting | null {
  if (isBroken || view.against !== "") return null;
  const isOld = pinned && vintage < store.vintage();
  const shown: View = pinned ? view : { ...view, vintage: "newest" };
  const rendering = `${language === "en" ? "" : `&lang=${language}`}${theme === undefined ? "" : `&theme=${theme}`}`;
  const address = `${PAGES.growth}?${encodeView(shown)}${rendering}`;
  return {
    key: `${address} ${vintage} ${isOld} ${alone}`,
    order: (): PaintOrder => ({
      view: shown,
      data: pictureData(view, { catalog, vintage }, store),
      ...{ isOld, address, alone, language },
    }),
  };
}

/** How an address has pages coloured; `undefined` where it does not say. */
export function themeOf(query: URLSearchParams): "light" | "dark" | undefined {
  const theme = query.get("theme");
  return theme === "light" || theme === "dark" ? theme : undefined;
}
