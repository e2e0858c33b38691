import { HOME, PAGES, type Page } from "../data/model/page.ts";
import { cut } from "../data/model/parameter.ts";
import type { Problem } from "../data/model/problem.ts";
import { SHARE_PATH } from "../data/model/share.ts";
import { hasView } from "../data/model/view.ts";

/** A page and the parameters of its address. */
export interface SharedAddress {
  page: Page;
  pairs: URLSearchParams;
  /** Host and scheme, where the address has them. */
  origin?: string;
}

/** Longest address that is read. */
const MOST_CHARACTERS = 32_768;

/** `localhost:8787/growth?…`, as some programs show an address. */
const WITHOUT_SCHEME = /^[\w.-]+(:\d+)?\/[\w/-]*(\?|#|$)/;

/**
 * Reads what a person copies to share a view: the address of a page, from its scheme, its host or its path on, or a
 * query string alone, with or without `?`.
 *
 * @param page of a query string alone; an address names its own
 * @returns a problem of the field `view` or `page` where it is none
 */
export function sharedAddress(text: string, page?: Page): SharedAddress | Problem {
  const asked = text.trim();
  if (asked.length > MOST_CHARACTERS) {
    const detail = `The address has ${asked.length} characters. A share takes ${MOST_CHARACTERS} at most.`;
    return { field: "view", code: "too_long", detail };
  }
  const whole = WITHOUT_SCHEME.test(asked) ? `http://${asked}` : asked;
  if (/^(?!https?:)[a-z][a-z\d+.-]*:\/\//i.test(whole))
    return unread(text, "This is no address of a page: it begins with neither http:// nor https://.");
  const hasHost = /^https?:\/\//i.test(whole);
  if (!hasHost && !whole.startsWith("/")) {
    const query = whole.replace(/^\?/, "").replace(/#.*$/s, "");
    return { page: page ?? "growth", pairs: new URLSearchParams(query) };
  }
  // A path is read as that of any host: `//` at its beginning names none.
  const full = hasHost ? whole : `http://here/${whole.replace(/^\/+/, "")}`;
  if (!URL.canParse(full)) return unread(text, "This is no address.");
  const { pathname, searchParams, origin } = new URL(full);
  if (pathname.startsWith(SHARE_PATH))
    return unread(text, "This is a share already. Open it, and share the address of the page it leads to.");
  const own = pageAt(pathname, searchParams);
  if (own === undefined) return unread(text, `There is no page at \`${cut(pathname)}\`. There are ${Object.values(PAGES).join(", ")}.`);
  if (page !== undefined && page !== own) {
    const detail = `The address is of the page ${own}. Leave \`page\` out, or send the query string alone.`;
    return { field: "page", code: "contradiction", detail, value: page };
  }
  return { page: own, pairs: searchParams, ...(hasHost && { origin }) };
}

function pageAt(path: string, pairs: URLSearchParams): Page | undefined {
  const bare = path.replace(/(?<=.)\/$/, "");
  if (path === HOME) return hasView(pairs.keys()) ? "growth" : "story";
  return (Object.keys(PAGES) as Page[]).find((page) => PAGES[page] === bare);
}

function unread(text: string, detail: string): Problem {
  return { field: "view", code: "malformed", detail, value: cut(text) };
}
