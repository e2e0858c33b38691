import { html, raw } from "hono/html";
import { drawnModel, type PictureData } from "../data/chart/drawn-model.ts";
import { type Line, pointText } from "../data/chart/lines.ts";
import type { ChartModel } from "../data/chart/picture.ts";
import { carried, PAGE_NAMES, PAGES } from "../data/model/page.ts";
import type { SeriesTable } from "../data/model/series.ts";
import { encodeView, type View } from "../data/model/view.ts";
import { type PageLanguage, type PageWords, pageWords, spokenIn } from "./page-words.ts";

/** What a table of a page may hold: what a person reads. All of it is in the files. */
const MOST_COLUMNS = 12;
const MOST_CELLS = 1500;

interface TextInput {
  /** With its vintage as a number. */
  view: View;
  data: PictureData;
  language: PageLanguage;
  /** Whether the sentence and the chart stand in the page already. */
  isPainted: boolean;
  /** Whether the page is the growth chart, whose values a table has. */
  isChart: boolean;
  /** Whether it stands on a page of somebody else, which its links are to leave alone. */
  alone: boolean;
  /** Whether the address itself names the vintage. */
  pinned: boolean;
}

/**
 * The view for those who run no script: the sentence, an image of the chart and the pages where the
 * page has none, the numbers, the files.
 */
export async function pageText({ view, data, language, isPainted, isChart, alone, pinned }: TextInput): Promise<string> {
  const said = pageWords(language);
  const { cut, model } = drawnModel(view, spokenIn(language, data));
  const query = encodeView(view);
  const target = alone ? raw(' target="_blank" rel="noopener"') : "";
  const rendering = language === "en" ? "" : `&lang=${language}`;
  const asked: View = pinned ? view : { ...view, vintage: "newest" };
  const sentence = model.headline.map(({ text }) => text).join("");
  const lead = html`<h1>${sentence}</h1>
<p><picture><source media="(prefers-color-scheme: dark)" srcset="/chart.svg?${query}${rendering}&theme=dark"><img src="/chart.svg?${query}${rendering}" alt="${model.description}"></picture></p>
<ul>${PAGE_NAMES.map((name) => html`<li><a href="${PAGES[name]}?${encodeView(carried(asked, name))}${rendering}"${target}>${said.pages[name]}</a></li>`)}</ul>`;
  const links = [
    { to: `/export.csv?${query}`, text: said.csv },
    { to: `/export.json?${query}`, text: said.json },
    { to: `/chart.png?${query}${rendering}`, text: said.png },
    { to: `/export/countries.csv?${query}`, text: said.countries },
    { to: `/export/figures.csv?${query}`, text: said.figures },
  ];
  const text = html`${isPainted ? "" : lead}
${isChart ? tableOf(model, model.reshaped?.table ?? cut.table, said) : ""}
<h2>${said.files}</h2>
<ul>${links.map(({ to, text }) => html`<li><a href="${to}"${target}>${text}</a></li>`)}</ul>`;
  return String(await (isPainted ? html`<section class="wrap plain">${text}</section>` : html`<main class="wrap plain">${text}</main>`));
}

/** The values of the lines, a row each date, as their kinds allow. */
function tableOf(model: ChartModel, { dates }: SeriesTable, said: PageWords) {
  const all = model.panels.flatMap(({ title, lines }) => lines.map((line) => ({ head: headOf(title, line), texts: textsOf(line, model) })));
  if (all.length === 0) return "";
  const columns = all.slice(0, MOST_COLUMNS);
  const rows = dates.slice(0, Math.floor(MOST_CELLS / columns.length));
  const left = all.length * dates.length - columns.length * rows.length;
  return html`<h2>${said.numbers}</h2>
<div class="numbers"><table><thead><tr><th scope="col">${said.date}</th>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (date, at) => html`<tr><th scope="row">${date}</th>${columns.map(({ texts }) => html`<td>${texts[at] ?? ""}</td>`)}</tr>
`,
  )}</tbody></table></div>
${left > 0 ? html`<p>${said.more(said.format.fullNumber(left))}</p>` : ""}`;
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
