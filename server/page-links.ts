import type { Context } from "hono";
import { html } from "hono/html";
import { addressIn, feedPath, HOME, PAGE_NAMES, PAGES } from "../data/model/page.ts";
import { SHARE_PATH, type Share } from "../data/model/share.ts";
import { decodeView, encodeView, hasView } from "../data/model/view.ts";
import { pageLanguage } from "./page-words.ts";

/**
 * Links that programs find in the HTML of a page: the feed of its view, and how another page may show its chart; by its
 * short link where it was asked for by that.
 */
export function pageLinks(c: Context, origin: string, share?: Share): string {
  const { pathname, searchParams } = new URL(c.req.url);
  const home = hasView(searchParams.keys()) ? "growth" : "story";
  const page = pathname === HOME ? home : PAGE_NAMES.find((name) => PAGES[name] === pathname);
  if (page === undefined) return "";
  const { view } = decodeView(searchParams);
  const language = pageLanguage(searchParams);
  const feed = feedPath(page, view, language);
  if (feed === null) return "";
  const link = html`<link rel="alternate" type="application/atom+xml" title="RedNote Surge" href="${origin + feed}">`;
  if (page !== "growth") return String(link);
  const chart = addressIn(language, share ? `${SHARE_PATH}${share.slug}` : `${PAGES.growth}?${encodeView(view)}`);
  const oembed = `${origin}/oembed?url=${encodeURIComponent(origin + chart)}&format=json`;
  return `${link}${html`<link rel="alternate" type="application/json+oembed" title="RedNote Surge" href="${oembed}">`}`;
}
