import type { PaintOrder } from "../data/chart/picture-order.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { knownView } from "../data/model/known-view.ts";
import { addressIn, carried, PAGES, type Page } from "../data/model/page.ts";
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
  /** Before a chart is made of it: Evidence has lists that are empty for everything. */
  own: View;
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
    const own: View = page === "evidence" ? { ...knownView(written, catalog).view, vintage } : view;
    return { view, own, catalog, vintage, pinned, isBroken, language: pageLanguage(query), theme: themeOf(query) };
  } catch (error) {
    if (error instanceof RequestProblem) return null;
    throw error;
  }
}

/**
 * What of a page is to be painted into its HTML: the growth page with its chart, of others the header. The header alone,
 * too, where the page shows more over its chart than is painted: what was broken in its address, or what a later vintage
 * changed.
 */
export function paintingOf(asked: AskedPage, page: Page, store: Services["store"]): Painting {
  return (page === "growth" ? chartPainting(asked, store, false) : null) ?? headerPainting(asked, page);
}

/** The chart of a view for a page of somebody else, without a header; `null` where more is shown over it. */
export function embedPainting(asked: AskedPage, store: Services["store"]): Painting | null {
  return chartPainting(asked, store, true);
}

function chartPainting(asked: AskedPage, store: Services["store"], alone: boolean): Painting | null {
  const { view, catalog, vintage, pinned, isBroken, language } = asked;
  if (isBroken || view.against !== "") return null;
  const isOld = pinned && vintage < store.vintage();
  const { shown, address } = addressed(asked, "growth");
  return {
    key: `${address} ${vintage} ${isOld} ${alone}`,
    hasChart: true,
    order: (): PaintOrder => ({
      page: "growth",
      view: shown,
      data: pictureData(view, { catalog, vintage }, store),
      ...{ isOld, address, alone, language },
    }),
  };
}

function headerPainting(asked: AskedPage, page: Page): Painting {
  const { shown, address } = addressed({ ...asked, view: asked.own }, page);
  const order = (): PaintOrder => ({ page, view: shown, data: null, isOld: false, address, alone: false, language: asked.language });
  return { key: `header ${address}`, hasChart: false, order };
}

/** The view as links carry it on, and the address of its page. */
function addressed({ view, pinned, language, theme }: AskedPage, page: Page): { shown: View; address: string } {
  const shown = carriedOn(view, pinned);
  const address = addressIn(language, `${PAGES[page]}?${encodeView(shown)}`);
  return { shown, address: `${address}${theme === undefined ? "" : `&theme=${theme}`}` };
}

/** A view with its vintage as a number as links carry it on: without one where the address itself named none. */
export function carriedOn(view: View, pinned: boolean): View {
  return pinned ? view : { ...view, vintage: "newest" };
}

/** How an address has pages coloured; `undefined` where it does not say. */
export function themeOf(query: URLSearchParams): "light" | "dark" | undefined {
  const theme = query.get("theme");
  return theme === "light" || theme === "dark" ? theme : undefined;
}
