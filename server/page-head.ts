import { CARD, cardPath } from "../data/chart/card.ts";
import { drawnModel, type PictureData } from "../data/chart/drawn-model.ts";
import { htmlText } from "../data/chart/html-text.ts";
import { DRAWN } from "../data/chart/shown.ts";
import { dayOf } from "../data/model/day.ts";
import { addressIn, PAGES, type Page } from "../data/model/page.ts";
import { SHARE_ADDRESS, SHARE_PATH, type Share } from "../data/model/share.ts";
import { encodeView, type View } from "../data/model/view.ts";
import { carriedOn } from "./asked-page.ts";
import { type PageLanguage, pageWords, spokenIn } from "./page-words.ts";
import { sourcesIn } from "./surge-rows.ts";

/** What a page's HTML says of its view to those who run no script: link previews, search engines. */
export interface HeadInput {
  page: Page | null;
  /** With its vintage as a number, so that a preview keeps the picture that belongs to its words. */
  view: View;
  language: PageLanguage;
  /** Whether the address itself names the vintage. */
  pinned: boolean;
  data: PictureData;
  /** Scheme and host. */
  origin: string;
  /** What is asked for by its short link says so, so that a preview ends with the link. */
  share?: Share | undefined;
  /** Whether whoever may read this may know the chart of its view: else there is the title alone. */
  tells: boolean;
}

/**
 * Title, description, Open Graph and Twitter tags with the chart as their image, and the data as a schema.org Dataset.
 * The description is the sentence that the chart proves. In the language of the page, as the image is.
 */
export function pageHead({ page, view, language, pinned, data, origin, share, tells }: HeadInput): string {
  const words = pageWords(language);
  const spoken = spokenIn(language, data);
  const { model, cut } = drawnModel(view, spoken);
  const sentence = model.headline.map(({ text }) => text).join("");
  const platforms = model.panels.map((panel) => panel.title);
  const about = page === null || page === "story" ? null : words.pages[page];
  const title = about === null ? SITE : tells ? words.title(about, platforms, model.what) : `${about} · ${SITE}`;
  const query = encodeView(view);
  const link = share && `${origin}${SHARE_PATH}${share.slug}`;
  const shown = `${origin}${page === null ? PAGES.growth : PAGES[page]}?${encodeView(carriedOn(view, pinned))}`;
  const address = addressIn(language, link ?? shown);
  const image = addressIn(language, link ? `${link}.png` : `${origin}${cardPath(query)}`);
  const file = (type: string) => (link && DRAWN[share.page] !== "nothing" ? `${link}.${type}` : `${origin}/export.${type}?${query}`);
  const first = [`<title>${htmlText(title)}</title>`, `<link rel="canonical" href="${htmlText(address)}" />`];
  if (!tells) return [...first, ...metaTags(aboutTags(title, address))].join(INDENT);
  const lines = model.panels.flatMap((panel) => panel.lines);
  const sources = sourcesIn(lines, spoken.catalog.sources);
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: words.title(words.pages.growth, platforms, model.what),
    inLanguage: words.tag,
    description: `${sentence} ${model.description}`,
    url: address,
    version: String(data.catalog.vintage),
    ...(data.catalog.received_at && { dateModified: data.catalog.received_at }),
    temporalCoverage: `${dayOf(cut.range.from)}/${dayOf(cut.range.to)}`,
    spatialCoverage: view.countries,
    variableMeasured: model.metric.name,
    measurementTechnique: sources.map((source) => `${source.name} (${source.kind}): ${source.method}`),
    isBasedOn: [...new Set(model.panels.flatMap((panel) => panel.figures.map(({ figure }) => figure.url)))],
    isAccessibleForFree: true,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: file("csv") },
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: file("json") },
    ],
  };
  const tags: Tag[] = [
    ["name", "description", sentence],
    ...aboutTags(title, address),
    ["property", "og:description", sentence],
    ["property", "og:image", image],
    ["property", "og:image:type", "image/png"],
    ["property", "og:image:width", String(CARD.width)],
    ["property", "og:image:height", String(CARD.height)],
    ["property", "og:image:alt", `${sentence} ${model.description}`],
    ["name", "twitter:card", "summary_large_image"],
    ["name", "twitter:title", title],
    ["name", "twitter:description", sentence],
    ["name", "twitter:image", image],
  ];
  return [
    ...first,
    ...metaTags(tags),
    // A block of data, which no browser runs: a policy for scripts does not concern it.
    `<script type="application/ld+json">${JSON.stringify(dataset).replaceAll("<", "\\u003c")}</script>`,
  ].join(INDENT);
}

type Tag = [kind: "name" | "property", key: string, value: string];

const SITE = "RedNote Surge";

const INDENT = "\n    ";

function metaTags(tags: readonly Tag[]): string[] {
  return tags.map(([kind, key, value]) => `<meta ${kind}="${key}" content="${htmlText(value)}" />`);
}

/** What a page says of itself, whatever it shows. */
function aboutTags(title: string, address: string): Tag[] {
  return [
    ["property", "og:site_name", SITE],
    ["property", "og:type", "website"],
    ["property", "og:title", title],
    ["property", "og:url", address],
  ];
}

/** Tells the page of a short link which address is its own. @param address path and query */
export function shareAddressTag(address: string): string {
  return `<meta name="${SHARE_ADDRESS}" content="${htmlText(address)}" />`;
}
