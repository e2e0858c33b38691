import { useCallback, useEffect, useRef, useState } from "react";
import { carried, HOME, PAGE_NAMES, PAGES, type Page, SHARES } from "../../data/model/page.ts";
import { decodeView, encodeView, hasView, type Notice, RENDERING_PARAMETERS, type View } from "../../data/model/view.ts";
import { following } from "./follow.ts";

/** What the address bar leads to: a page, the short links of a token, or `nowhere`, a path at which there is no page. */
export type Place = Page | "shares" | "nowhere";

export interface Address {
  page: Place;
  view: View;
  notices: Notice[];
  /** Shows a view, one step forward in the history. Changes with the same tag in quick succession are one step. */
  change: (view: View, tag?: string) => void;
  /** Shows a page of the same view, or of another. */
  visit: (page: Page, view?: View) => void;
}

const ONE_STEP_MS = 1500;

/** The address bar as the one place where a picture is decided: read at start and on the back button, written on change. */
export function useAddress(): Address {
  const [state, setState] = useState(readAddress);
  const last = useRef({ tag: "", at: 0 });
  useEffect(() => {
    const onPop = () => setState(readAddress());
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
  const go = useCallback((to: Place, view: View, tag: string) => {
    const page = viewed(to);
    const now = performance.now();
    const path = pathOf(page, view) + location.hash;
    if (tag !== "" && tag === last.current.tag && now - last.current.at < ONE_STEP_MS) history.replaceState(null, "", path);
    else history.pushState(null, "", path);
    last.current = { tag, at: now };
    setState({ page, view, notices: [] });
  }, []);
  const { page, view } = state;
  return {
    ...state,
    change: useCallback((next: View, tag = "") => go(page, next, tag), [go, page]),
    visit: useCallback((next: Page, other = carried(view, next)) => go(next, other, ""), [go, view]),
  };
}

/** The page that shows the view of a place: where it has none of its own, the chart. */
export function viewed(place: Place): Page {
  return place === "nowhere" || place === "shares" ? "growth" : place;
}

/** Path and query of a view on a page, with the rendering parameters that the reader's own address has. */
export function pathOf(page: Page, view: View): string {
  return renderedHere(`${PAGES[page]}?${encodeView(view)}`);
}

/** An address here, with the rendering parameters that the reader's own has. */
export function renderedHere(address: string): string {
  const rendering = new URLSearchParams();
  for (const name of RENDERING_PARAMETERS) {
    const text = new URLSearchParams(location.search).get(name);
    if (text !== null) rendering.set(name, text);
  }
  if (rendering.size === 0) return address;
  return `${address}${address.includes("?") ? "&" : "?"}${rendering}`;
}

/** Follows a link without leaving the page: the token stays in memory. */
export const followHere = following(({ currentTarget }) => {
  history.pushState(null, "", currentTarget.href);
  dispatchEvent(new PopStateEvent("popstate"));
});

/** What the data page shows a calendar of. It decides that page and is no part of a view. */
export const COVERAGE_PARAMETER = "coverage";

/**
 * The full address of a page and its view: what is copied. It carries what the page shows, not how the reader has it
 * rendered.
 */
export function addressOf(page: Page, view: View): string {
  const coverage = new URLSearchParams(location.search).get(COVERAGE_PARAMETER) ?? "";
  const own = page === "data" && /^[\w,-]+$/.test(coverage) ? `&${COVERAGE_PARAMETER}=${coverage}` : "";
  return `${location.origin}${PAGES[page]}?${encodeView(view)}${own}`;
}

/** The page that the address bar names. At the address of a first visit, links that were shared still show their view. */
export function pageHere(): Place {
  const { pathname, search } = location;
  const home = () => (hasView(new URLSearchParams(search).keys()) ? "growth" : "story");
  if (pathname === SHARES) return "shares";
  return PAGE_NAMES.find((name) => PAGES[name] === pathname) ?? (pathname === HOME ? home() : "nowhere");
}

function readAddress(): { page: Place; view: View; notices: Notice[] } {
  const query = new URLSearchParams(location.search);
  const page = pageHere();
  const { view, notices } = decodeView(query);
  // An address without a version was typed, not copied: it is a first visit.
  return { page, view: page === "evidence" && !query.has("v") ? carried(view, page) : view, notices };
}
