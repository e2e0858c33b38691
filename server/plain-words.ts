import { CLAIMS, type ClaimWords } from "../data/chart/claim-words.ts";
import { claimsInChinese } from "../data/chart/claim-words.zh.ts";
import { QUANTITY } from "../data/chart/quantity-words.ts";
import { quantityInChinese } from "../data/chart/quantity-words.zh.ts";
import { STORY, type StoryWords } from "../data/chart/story-words.ts";
import { storyInChinese } from "../data/chart/story-words.zh.ts";
import type { PageLanguage } from "./page-words.ts";

/** Words of what the pages hold for those who run no script. */
export interface PlainWords {
  story: StoryWords;
  claims: ClaimWords;
  quantities: Readonly<Record<string, string>>;
  /** Titles of the tables, by page. */
  countries: string;
  figures: string;
  findings: string;
  batches: string;
  sources: string;
  /** Heads of columns. */
  heads: Record<
    | "batch"
    | "claim"
    | "counted"
    | "country"
    | "days"
    | "finding"
    | "highest"
    | "inserted"
    | "kind"
    | "known"
    | "last"
    | "method"
    | "note"
    | "on"
    | "platform"
    | "published"
    | "publisher"
    | "received"
    | "retracted"
    | "revised"
    | "source"
    | "topic"
    | "value",
    string
  >;
}

const PLAIN_WORDS: Record<PageLanguage, PlainWords> = {
  en: {
    story: STORY.english,
    claims: CLAIMS.english,
    quantities: QUANTITY.english,
    countries: "Highest and last value of each country",
    figures: "Published figures",
    findings: "What the article claims, and what published figures find",
    batches: "What was received, newest first",
    sources: "Sources, and how each knows",
    heads: {
      batch: "Vintage",
      claim: "Claim",
      counted: "What was counted",
      country: "Country",
      days: "Days",
      finding: "Finding",
      highest: "Highest value",
      inserted: "New",
      kind: "Kind",
      known: "How they know",
      last: "Last value",
      method: "Method",
      note: "Note",
      on: "On",
      platform: "Platform",
      published: "Published",
      publisher: "Published by",
      received: "Received",
      retracted: "Withdrawn",
      revised: "Revised",
      source: "Source",
      topic: "Topic",
      value: "Value",
    },
  },
  zh: {
    story: storyInChinese,
    claims: claimsInChinese,
    quantities: quantityInChinese,
    countries: "各国家和地区的最高值与最新值",
    figures: "已发布的数字",
    findings: "文章的说法，以及已发布数字的结论",
    batches: "收到的数据，最新的在前",
    sources: "来源，以及各自如何得知",
    heads: {
      batch: "版本",
      claim: "说法",
      counted: "统计内容",
      country: "国家或地区",
      days: "日期",
      finding: "结论",
      highest: "最高值",
      inserted: "新增",
      kind: "类别",
      known: "如何得知",
      last: "最新值",
      method: "方法",
      note: "说明",
      on: "日期",
      platform: "平台",
      published: "发布日期",
      publisher: "发布者",
      received: "收到",
      retracted: "撤回",
      revised: "修订",
      source: "来源",
      topic: "话题",
      value: "数值",
    },
  },
};

export function plainWords(language: PageLanguage): PlainWords {
  return PLAIN_WORDS[language];
}
