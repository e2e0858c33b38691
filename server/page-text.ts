import { html, raw } from "hono/html";
import { drawnModel, type PictureData } from "../data/chart/drawn-model.ts";
import { type Line, pointText } from "../data/chart/lines.ts";
import type { ChartModel } from "../data/chart/picture.ts";
import { type StoryInput, story, storyLead } from "../data/chart/story.ts";
import type { StoryWords } from "../data/chart/story-words.ts";
import { addressIn, carried, PAGE_NAMES, PAGES, type Page } from "../data/model/page.ts";
import type { SeriesTable } from "../data/model/series.ts";
import { SHARE_PATH, type Share } from "../data/model/share.ts";
import { defaultView, encodeView, type View } from "../data/model/view.ts";
import { carriedOn } from "./asked-page.ts";
import { pageTable } from "./page-tables.ts";
import { type PageLanguage, type PageWords, pageWords, spokenIn } from "./page-words.ts";
import { type PlainTable, plainTable } from "./plain-table.ts";
import { plainWords } from "./plain-words.ts";
import type { Services } from "./services.ts";

/** What a table of a page may hold: what a person reads. All of it is in the files. */
const MOST_COLUMNS = 12;
const MOST_CELLS = 1500;

interface TextInput {
  page: Page;
  /** With its vintage as a number. */
  view: View;
  /** As the address has it: Evidence has lists that are empty for everything. */
  own: View;
  data: PictureData;
  language: PageLanguage;
  /** What stands in the page already: header, sentence and chart, or the header alone. */
  painted: "chart" | "header" | null;
  /** Whether the page is the growth chart. */
  isChart: boolean;
  /** Whether it stands on a page of somebody else, which its links are to leave alone. */
  alone: boolean;
  /** Whether the address itself names the vintage. */
  pinned: boolean;
  store: Services["store"];
  /** The link that admits to what is here and to nothing else; its files are the only ones, and no other page is open. */
  link: Share | undefined;
  /** Whether there is an image of the chart. */
  tells: boolean;
}

/**
 * The view for those who run no script: what the page says in sentences and rows, an image of the chart, and the pages
 * where the page has none; the files.
 */
export async function pageText(input: TextInput): Promise<string> {
  const { page, view, own, data, language, painted, isChart, alone, pinned, store, link, tells } = input;
  const said = pageWords(language);
  const spoken = spokenIn(language, data);
  const { cut, model } = drawnModel(view, spoken);
  const query = encodeView(view);
  const target = alone ? raw(' target="_blank" rel="noopener"') : "";
  const asked = carriedOn(view, pinned);
  // The story is one of two platforms, whatever else is known.
  const figures = data.figures.filter(({ platform }) => defaultView().platforms.includes(platform));
  const telling = { ...spoken, figures, vintage: asked.vintage, words: plainWords(language).story };
  const hasNoChart = page === "data" || page === "method" || !tells;
  const sentence = model.headline.map(({ text }) => text).join("");
  // The image has the sentence of the chart for its own title.
  const title = page === "story" ? telling.words.question : isChart ? sentence : said.pages[page];
  const table = isChart
    ? valuesOf(model, model.reshaped?.table ?? cut.table, said)
    : pageTable(page, { view: own, catalog: data.catalog, vintage: data.catalog.vintage, language, store });
  const at = link && `${SHARE_PATH}${link.slug}`;
  const chart = (type: "png" | "svg") => addressIn(language, at ? `${at}.${type}` : `/chart.${type}?${query}`);
  const links = at
    ? [{ to: `${at}.csv`, text: said.csv }, { to: `${at}.json`, text: said.json }, ...(tells ? [{ to: chart("png"), text: said.png }] : [])]
    : [
        { to: `/export.csv?${query}`, text: said.csv },
        { to: `/export.json?${query}`, text: said.json },
        { to: chart("png"), text: said.png },
        { to: `/export/countries.csv?${query}`, text: said.countries },
        { to: `/export/figures.csv?${query}`, text: said.figures },
      ];
  const text = html`${painted === "chart" ? "" : html`<h1>${title}</h1>`}
${page === "story" ? storyText(telling, language) : ""}
${painted === "chart" || hasNoChart ? "" : imageOf(chart("svg"), model.description)}
${painted === null && !at ? html`<ul>${PAGE_NAMES.map((name) => html`<li><a href="${addressIn(language, `${PAGES[name]}?${encodeView(carried(asked, name))}`)}"${target}>${said.pages[name]}</a></li>`)}</ul>` : ""}
${table ? plainTable(table) : ""}
<h2>${said.files}</h2>
<ul>${links.map(({ to, text }) => html`<li><a href="${to}"${target}>${text}</a></li>`)}</ul>`;
  return String(
    await (painted === "chart" ? html`<section class="wrap plain">${text}</section>` : html`<main class="wrap plain">${text}</main>`),
  );
}

/** The chart as an image, as wide as the page and in its colours. */
function imageOf(chart: string, description: string) {
  const narrow = "(max-width: 44.9375em)";
  const dark = "(prefers-color-scheme: dark)";
  const more = `${chart}${chart.includes("?") ? "&" : "?"}`;
  return html`<p><picture><source media="${narrow} and ${dark}" srcset="${more}width=390&theme=dark"><source media="${narrow}" srcset="${more}width=390"><source media="${dark}" srcset="${more}theme=dark"><img src="${chart}" alt="${description}"></picture></p>`;
}

/** What the story says, chart by chart, each with a link to it. Its lead counts the figures of the first chart's country. */
function storyText(telling: StoryInput & { words: StoryWords }, language: PageLanguage) {
  const here = telling.figures.filter(({ country }) => defaultView().countries.includes(country));
  return html`<p>${storyLead({ ...telling, figures: here }).text}</p>
${story(telling).map(
  ({
    head,
    said,
    by,
    unknown,
    page,
    view,
  }) => html`<h2><a href="${addressIn(language, `${PAGES[page]}?${encodeView(view)}`)}">${head}</a></h2>
<p>${said.text}</p>
<p>${by.text}</p>
${unknown ? html`<p>${unknown.text}</p>` : ""}
`,
)}`;
}

/** The values of the lines, a row each date, as their kinds allow. */
function valuesOf(model: ChartModel, { dates }: SeriesTable, said: PageWords): PlainTable | null {
  const all = model.panels.flatMap(({ title, lines }) => lines.map((line) => ({ head: headOf(title, line), texts: textsOf(line, model) })));
  if (all.length === 0) return null;
  const columns = all.slice(0, MOST_COLUMNS);
  const shown = dates.slice(0, Math.floor(MOST_CELLS / columns.length));
  const left = all.length * dates.length - columns.length * shown.length;
  return {
    title: said.numbers,
    head: [said.date, ...columns.map(({ head }) => head)],
    numbers: columns.map((_, at) => at + 1),
    rows: shown.map((date, at) => [date, ...columns.map(({ texts }) => texts[at] ?? "")]),
    more: left > 0 ? said.more(said.format.fullNumber(left)) : "",
  };
}

function headOf(panel: string, { label }: Line): string {
  return label === panel ? label : `${panel}, ${label}`;
}

/** A text for each date; points are those of the values, without the gaps. */
function textsOf(line: Line, { speech }: ChartModel): (string | null)[] {
  let next = 0;
  return line.values.map((value) => {
    const point = value === null ? undefined : line.points[next++];
    return point ? pointText(point, line.kind, speech) : null;
  });
}
