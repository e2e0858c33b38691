import { useCallback, useEffect, useRef, useState } from "react";
import { carried, HOME, PAGE_NAMES, PAGES, type Page } from "../../data/model/page.ts";
import { decodeView, encodeView, hasView, type Notice, RENDERING_PARAMETERS, type View } from "../../data/model/view.ts";

export interface Address {
  /** `nowhere`: there is no page at this path. */
  page: Page | "nowhere";
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
  const go = useCallback((to: Page | "nowhere", view: View, tag: string) => {
    const page = to === "nowhere" ? "growth" : to;
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

/** Path and query of a view on a page, with the rendering parameters that the reader's own address has. */
export function pathOf(page: Page, view: View): string {
  const rendering = new URLSearchParams();
  for (const name of RENDERING_PARAMETERS) {
    const text = new URLSearchParams(location.search).get(name);
    if (text !== null) rendering.set(name, text);
  }
  const extra = rendering.size > 0 ? `&${rendering}` : "";
  return `${PAGES[page]}?${encodeView(view)}${extra}`;
}

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
export function pageHere(): Page | "nowhere" {
  const { pathname, search } = location;
  const home = () => (hasView(new URLSearchParams(search).keys()) ? "growth" : "story");
  return PAGE_NAMES.find((name) => PAGES[name] === pathname) ?? (pathname === HOME ? home() : "nowhere");
}

function readAddress(): { page: Page | "nowhere"; view: View; notices: Notice[] } {
  const query = new URLSearchParams(location.search);
  const page = pageHere();
  const { view, notices } = decodeView(query);
  // An address without a version was typed, not copied: it is a first visit.
  return { page, view: page === "evidence" && !query.has("v") ? carried(view, page) : view, notices };
}
