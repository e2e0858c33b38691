import { CHART, type ChartWords } from "../data/chart/chart-words.ts";
import { chartInChinese } from "../data/chart/chart-words.zh.ts";
import type { PictureData } from "../data/chart/drawn-model.ts";
import { ENGLISH_FORMAT, type Format } from "../data/chart/format.ts";
import { CHINESE_FORMAT } from "../data/chart/format.zh.ts";
import type { Speech } from "../data/chart/lines.ts";
import { PAGE_TITLES } from "../data/chart/page-titles.ts";
import { CHINESE_PAGE_TITLES } from "../data/chart/page-titles.zh.ts";
import type { Catalog } from "../data/model/catalog.ts";
import type { Page } from "../data/model/page.ts";
import { namedInChinese } from "../data/reference/chinese.ts";

/** What a page says to those who run no script. */
export interface PageWords {
  /** Of the HTML: a BCP 47 tag. */
  tag: string;
  words: ChartWords;
  format: Format;
  named: (catalog: Catalog) => Catalog;
  pages: Record<Page, string>;
  /** Of a page in a preview. */
  title: (page: string, platforms: readonly string[], what: string) => string;
  /** Over the table. */
  numbers: string;
  date: string;
  /** Rows or columns that the table has no room for. */
  more: (left: string) => string;
  /** Rows of another table. */
  moreRows: (left: string) => string;
  moreCountries: (left: string) => string;
  files: string;
  csv: string;
  json: string;
  png: string;
  countries: string;
  figures: string;
}

const PAGE_WORDS = {
  en: {
    tag: "en",
    words: CHART.english,
    format: ENGLISH_FORMAT,
    named: (catalog) => catalog,
    pages: PAGE_TITLES,
    title: (page, platforms, what) => `${page}: ${platforms.join(" and ") || "no data"}, ${what} · RedNote Surge`,
    numbers: "The same in numbers",
    date: "Date",
    more: (left) => `${left} more values are in the files.`,
    moreRows: (left) => `${left} more rows are in the files.`,
    moreCountries: (left) => `${left} more countries are in the files.`,
    files: "The same as files",
    csv: "Every value (CSV)",
    json: "Every value (JSON)",
    png: "The chart (PNG)",
    countries: "The table of countries (CSV)",
    figures: "Published figures, each with its address (CSV)",
  },
  zh: {
    tag: "zh-Hans",
    words: chartInChinese,
    format: CHINESE_FORMAT,
    named: namedInChinese,
    pages: CHINESE_PAGE_TITLES,
    title: (page, platforms, what) => `${page}：${platforms.join("、") || "没有数据"}，${what} · RedNote Surge`,
    numbers: "同样内容的数字",
    date: "日期",
    more: (left) => `另有 ${left} 个数值见文件。`,
    moreRows: (left) => `另有 ${left} 行见文件。`,
    moreCountries: (left) => `另有 ${left} 个国家和地区见文件。`,
    files: "同样内容的文件",
    csv: "全部数值（CSV）",
    json: "全部数值（JSON）",
    png: "图表（PNG）",
    countries: "国家和地区表（CSV）",
    figures: "已发布的数字，附出处（CSV）",
  },
} as const satisfies Record<string, PageWords>;

export type PageLanguage = keyof typeof PAGE_WORDS;

/** The language that an address asks for; English where it asks for none that there is. */
export function pageLanguage(query: URLSearchParams): PageLanguage {
  return query.get("lang") === "zh" ? "zh" : "en";
}

export function pageWords(language: PageLanguage): PageWords {
  return PAGE_WORDS[language];
}

/** What a picture is made of, in a language. */
export function spokenIn(language: PageLanguage, data: PictureData): PictureData & Speech {
  const { named, words, format } = pageWords(language);
  return { ...data, catalog: named(data.catalog), words, format };
}
