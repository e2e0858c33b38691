import type { Context } from "hono";
import { html } from "hono/html";
import { HOME, PAGES } from "../data/model/page.ts";
import { SHARE_PATH, type Share } from "../data/model/share.ts";
import { decodeView, encodeView, hasView } from "../data/model/view.ts";

/** Pages whose pictures are made of the series of a view, so that its feed says what changes them. */
const OF_SERIES: readonly string[] = [PAGES.growth, PAGES.map, PAGES.countries, PAGES.topics];

/**
 * Links that programs find in the HTML of a page: the feed of its view, and how another page may show its chart; by its
 * short link where it was asked for by that.
 */
export function pageLinks(c: Context, origin: string, share?: Share): string {
  const { pathname, searchParams } = new URL(c.req.url);
  const path = pathname === HOME && hasView(searchParams.keys()) ? PAGES.growth : pathname;
  if (!OF_SERIES.includes(path)) return "";
  const view = encodeView(decodeView(searchParams).view);
  const language = searchParams.get("lang") === "zh" ? "&lang=zh" : "";
  const feed = html`<link rel="alternate" type="application/atom+xml" title="RedNote Surge" href="${`${origin}/feed.atom?${view}${language}`}">`;
  if (path !== PAGES.growth) return String(feed);
  const chart = share ? `${SHARE_PATH}${share.slug}${language.replace("&", "?")}` : `${path}?${view}${language}`;
  const oembed = `${origin}/oembed?url=${encodeURIComponent(`${origin}${chart}`)}&format=json`;
  return `${feed}${html`<link rel="alternate" type="application/json+oembed" title="RedNote Surge" href="${oembed}">`}`;
}
