import { shownFigures } from "../data/chart/evidence.ts";
import type { Format } from "../data/chart/format.ts";
import { nameOf } from "../data/chart/names.ts";
import { quantityName } from "../data/chart/quantity-words.ts";
import { allCountriesView } from "../data/model/all-countries.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { dayOf, numberOf } from "../data/model/day.ts";
import { addressIn, PAGES, type Page } from "../data/model/page.ts";
import type { DailySeries } from "../data/model/series.ts";
import { ALL_TOPICS } from "../data/model/slug.ts";
import { kindsOf } from "../data/model/source.ts";
import { encodeView, sourcesOf, type View } from "../data/model/view.ts";
import { type PageLanguage, pageWords } from "./page-words.ts";
import type { PlainTable } from "./plain-table.ts";
import { plainWords } from "./plain-words.ts";
import { dataQuery } from "./routes/series.ts";
import type { Store } from "./store/store.ts";

/** Rows of a table that a person reads. All of them are in the files. */
const MOST_ROWS = 300;

/** Days times series that are read for a table: it is a part of the page's first answer, which takes no longer than a blink. */
const MOST_POINTS = 150_000;

interface TableInput {
  /** As the address of the page says it, with its vintage as a number. */
  view: View;
  catalog: Catalog;
  vintage: number;
  language: PageLanguage;
  store: Pick<Store, "series" | "figures" | "claims" | "batches">;
}

interface Told extends TableInput {
  /** With the names of the language. */
  named: Catalog;
  format: Format;
}

/** What a page shows, in rows, for those who run no script; `null` where it has its own. */
export function pageTable(page: Page, input: TableInput): PlainTable | null {
  const { named, format } = pageWords(input.language);
  return TABLES[page]?.({ ...input, named: named(input.catalog), format }) ?? null;
}

const TABLES: Partial<Record<Page, (told: Told) => PlainTable>> = {
  map: countries,
  countries,
  topics: claims,
  evidence: figures,
  data: batches,
  method: sources,
};

/** The highest and the last value of each series of a metric, in every country; the highest first. */
function countries(told: Told): PlainTable {
  const { view, catalog, vintage, store, named, format } = told;
  const { heads, countries: title } = plainWords(told.language);
  const { kind: kinds } = pageWords(told.language).words;
  const all = allCountriesView(view, catalog);
  const read: View = { ...all, sources: sourcesOf(all, catalog), topics: [ALL_TOPICS], range: "all", interval: "day", sum: false };
  // Whole countries are left out, so that none is there with a part of its lines.
  const days = catalog.days ? numberOf(catalog.days.last) - numberOf(catalog.days.first) + 1 : 1;
  const most = Math.max(1, Math.floor(MOST_POINTS / Math.max(1, days * read.platforms.length * read.sources.length)));
  const left = Math.max(0, read.countries.length - most);
  const series = store.series(dataQuery({ ...read, countries: read.countries.slice(0, most) }), vintage);
  const isRank = catalog.metrics.find(({ id }) => id === view.metric)?.over_time === "min";
  const rows = series.flatMap((one) => {
    const last = one.values.length - 1;
    if (last < 0) return [];
    const best = isRank ? Math.min(...one.values) : Math.max(...one.values);
    return [{ ...one, best: pointAt(one, one.values.indexOf(best)), last: pointAt(one, last) }];
  });
  rows.sort((a, b) => (isRank ? a.best.value - b.best.value : b.best.value - a.best.value));
  const kindOf = kindsOf(catalog.sources);
  const number = (value: number, source: string) =>
    kindOf(source) === "modelled" || kindOf(source) === "illustrative" ? `≈ ${format.twoDigits(value)}` : format.compact(value);
  const shown = cut(told, rows, ({ country, platform, source, best, last }) => [
    nameOf(named.countries, country),
    nameOf(named.platforms, platform),
    number(best.value, source),
    best.date,
    number(last.value, source),
    last.date,
    nameOf(named.sources, source),
    kinds[kindOf(source)],
  ]);
  return {
    title: `${title}: ${nameOf(named.metrics, view.metric)}`,
    numbers: [2, 4],
    head: [heads.country, heads.platform, heads.highest, heads.on, heads.last, heads.on, heads.source, heads.kind],
    ...shown,
    more: [shown.more, left > 0 ? pageWords(told.language).moreCountries(format.fullNumber(left)) : ""].filter(Boolean).join(" "),
  };
}

/** What was published, by whom, and how they know: the latest days first. */
function figures(told: Told): PlainTable {
  const { view, vintage, store, named, format } = told;
  const { heads, story, quantities, figures: title } = plainWords(told.language);
  const rows = shownFigures(store.figures(vintage), view).toSorted((a, b) => numberOf(b.date_from) - numberOf(a.date_from));
  return {
    title,
    numbers: [2],
    head: [heads.days, heads.counted, heads.value, heads.platform, heads.country, heads.publisher, heads.published, heads.known],
    ...cut(told, rows, (figure) => [
      figure.date_from === figure.date_to ? figure.date_from : `${figure.date_from} – ${figure.date_to}`,
      quantityName(figure.metric, quantities),
      `${format.worded(figure.value, figure.qualifier)}${figure.unit === "percent" ? " %" : ""}`,
      nameOf(named.platforms, figure.platform),
      nameOf(named.countries, figure.country),
      { text: pageWords(told.language).words.said(figure), to: figure.url },
      figure.published_on ?? "",
      story.how[figure.estimate_kind],
    ]),
  };
}

/** Each claim of a topic, with what the figures find of it. */
function claims(told: Told): PlainTable {
  const { vintage, store, named } = told;
  const { heads, claims: words, findings: title } = plainWords(told.language);
  const rows = store.claims(vintage).filter(({ topic }) => named.topics.some(({ id }) => id === topic));
  return {
    title,
    numbers: [],
    head: [heads.topic, heads.claim, heads.finding, heads.note],
    ...cut(told, rows, (claim) => {
      const { claim: text, note } = words.told(claim);
      return [nameOf(named.topics, claim.topic), text, words.finding[claim.finding], note];
    }),
  };
}

/** Batches up to the vintage, each with a link to what was known then. */
function batches(told: Told): PlainTable {
  const { vintage, store, format, view, language } = told;
  const { heads, batches: title } = plainWords(language);
  const rows = store.batches().filter(({ batch }) => batch <= vintage);
  return {
    title,
    numbers: [2, 3, 4],
    head: [heads.batch, heads.received, heads.inserted, heads.revised, heads.retracted],
    ...cut(told, rows, ({ batch, received_at, inserted, revised, retracted }) => [
      { text: String(batch), to: addressIn(language, `${PAGES.growth}?${encodeView({ ...view, vintage: batch })}`) },
      received_at.slice(0, 10),
      ...[inserted, revised, retracted].map(format.fullNumber),
    ]),
  };
}

/** Who stands behind the lines, and how they are made. */
function sources(told: Told): PlainTable {
  const { heads, sources: title } = plainWords(told.language);
  const { kind: kinds } = pageWords(told.language).words;
  return {
    title,
    numbers: [],
    head: [heads.source, heads.kind, heads.publisher, heads.method],
    ...cut(told, told.named.sources, ({ name, kind, publisher, method }) => [name, kinds[kind], publisher, method]),
  };
}

function pointAt({ days, values }: DailySeries, at: number): { date: string; value: number } {
  return { date: dayOf(days[at] as number), value: values[at] as number };
}

function cut<Row>({ language, format }: Told, all: readonly Row[], cells: (row: Row) => PlainTable["rows"][number]) {
  const left = Math.max(0, all.length - MOST_ROWS);
  return {
    rows: all.slice(0, MOST_ROWS).map(cells),
    more: left === 0 ? "" : pageWords(language).moreRows(format.fullNumber(left)),
  };
}
