import { createHash } from "node:crypto";
import { generateAtomFeed } from "feedsmith";
import { html } from "hono/html";
import { changeText, type FeedSpeech, feedTitle } from "../data/chart/feed-text.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { defaultView, encodeView, type View } from "../data/model/view.ts";
import type { Batch } from "./store/store.ts";
import type { ViewChanges } from "./view-changes.ts";

/** What a page of a feed is made of. */
interface FeedInput extends ViewChanges {
  view: View;
  /** Names what changed, in the language of the speech. */
  catalog: Catalog;
  speech: FeedSpeech;
  /** The first batch of the store: no other store has it. */
  first: Batch | undefined;
  origin: string;
  /** Where this page is, and where the next one is, given the batch before which it begins. */
  addressOf: (before: number | null) => string;
  /** What addresses of pages carry besides the view. @example "&lang=zh" */
  rendering: string;
  tag: string;
  before: number | null;
}

/** The feed of a view as Atom 1.0 (RFC 4287), with further pages as RFC 5005 has them. */
export function atomFeed({ view, catalog, speech, first, origin, addressOf, rendering, tag, before, changes, next }: FeedInput): string {
  const pageOf = (one: View) => `${origin}/growth?${encodeView(one)}${rendering}`;
  const data = feedView(view);
  const newest = changes[0]?.batch.received_at ?? first?.received_at ?? new Date(0).toISOString();
  const links = [
    { rel: "self", type: "application/atom+xml", href: addressOf(before) },
    { rel: "alternate", type: "text/html", href: pageOf(view) },
    ...(next === null ? [] : [{ rel: "next", type: "application/atom+xml", href: addressOf(next) }]),
  ];
  return generateAtomFeed(
    {
      id: idOf("feed", data, first),
      title: { value: feedTitle(view, catalog, speech.words) },
      subtitle: { value: speech.words.about },
      updated: newest,
      authors: [{ name: "RedNote Surge", uri: `${origin}/` }],
      links,
      xml: { lang: tag },
      entries: changes.map((change) => {
        const { title, lines } = changeText(change, catalog, speech);
        const page = pageOf({ ...view, vintage: change.vintage, against: "" });
        // Nothing is before the first batch, so it has no other end to be compared with.
        const diff = change.vintage > 1 ? diffAddress(origin, data, change.vintage) : null;
        const drawn =
          diff && change.series.length > 0 ? pageOf({ ...view, vintage: change.vintage - 1, against: String(change.vintage) }) : null;
        return {
          id: idOf("batch", data, change.batch),
          title: { value: title },
          published: change.batch.received_at,
          updated: change.batch.received_at,
          links: [
            { rel: "alternate", type: "text/html", href: page },
            ...(diff === null ? [] : [{ rel: "related", type: "application/json", href: diff, title: speech.words.diff }]),
          ],
          content: {
            type: "html",
            value: contentOf(
              lines,
              linksOf([page, speech.words.page(change.vintage)], [drawn, speech.words.drawn], [diff, speech.words.diff]),
            ),
          },
        };
      }),
    },
    { strict: false },
  );
}

/** The part of a view that decides which batches touch it. Its own vintage is none of it: a batch stays the same. */
function feedView({ metric, platforms, countries, topics, sources, range, figures }: View): View {
  return { ...defaultView(), metric, platforms, countries, topics, sources, range, figures };
}

function diffAddress(origin: string, data: View, vintage: number): string {
  return `${origin}/api/v1/vintages/${vintage}/diff?against=${vintage - 1}&${encodeView(data)}`;
}

/** Those that lead anywhere. */
function linksOf(...links: readonly [href: string | null, text: string][]): [string, string][] {
  return links.flatMap(([href, text]): [string, string][] => (href === null ? [] : [[href, text]]));
}

function contentOf(lines: readonly string[], links: readonly [href: string, text: string][]): string {
  const items = lines.map((line) => html`<li>${line}</li>`);
  return String(html`<ul>${items}${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`);
}

/** The same for the same view and batch, for ever, wherever the server is reached; another for those of another store. */
function idOf(kind: "feed" | "batch", data: View, batch: Batch | undefined): string {
  const sorted = { ...data, platforms: data.platforms.toSorted(), countries: data.countries.toSorted(), topics: data.topics.toSorted() };
  const decides = [encodeView({ ...sorted, sources: data.sources.toSorted() }), batch?.batch, batch?.received_at, batch?.content_hash];
  return `urn:rednote-surge:${kind}:${createHash("sha256").update(decides.join(" ")).digest("hex").slice(0, 32)}`;
}
