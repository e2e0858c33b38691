import type { SourceKind } from "../model/source.ts";
import type { MapWords } from "./map-words.ts";

const VALUES: Record<SourceKind, string> = {
  observed: "已报告的数值",
  estimate: "估算数值",
  modelled: "已发布或由模型得出的数值",
  illustrative: "数值",
};
const valueText = (kind: SourceKind | null) => (kind === null ? "已发布的数值" : VALUES[kind]);
const madeUp = (kind: SourceKind | null) => (kind === "illustrative" ? "（虚构数据）" : "");

export const mapModelInChinese: MapWords = {
  tag: "zh-Hans",
  subject: (platform, metric, perPeople, topic) =>
    `${platform}${topic === "" ? "" : `“${topic}”话题`}，${perPeople ? "每10万人" : ""}${metric}`,
  said: (subject, day, known, of, kind) => `${madeUp(kind)}${subject}：${day}，${of} 个国家和地区中有 ${known} 个有${valueText(kind)}`,
  none: (subject, day, kind) => `${madeUp(kind)}${subject}：${day}，没有任何国家或地区有${valueText(kind)}。`,
  span: (low, lowPlace, high, highPlace) => `，从 ${low}（${lowPlace}）到 ${high}（${highPlace}）。`,
  shared: (countries) => `${countries} 个国家和地区`,
  same: (text) => `，均为 ${text}。`,
  others: (count, kind) =>
    kind === null || kind === "modelled" ? `其余 ${count} 个没有已知的数字。` : `该来源没有其余 ${count} 个的数值。`,
  ends: "。",
  joined: (sentences) => sentences.join(""),
  conflicts: (count) => `其中 ${count} 个的已发布数字互相矛盾。`,
  surges: (subject, found, of) => `${subject}：${of} 个有序列的国家和地区中，有 ${found} 个出现激增。`,
  noSeries: (subject) => `${subject}：没有任何国家或地区有可供查找激增的序列。`,
  figureSpan: (figure, low, lowPlace, high, highPlace) => `${figure}：从 ${low}（${lowPlace}）到 ${high}（${highPlace}）。`,
  between: (from, to) => `${from}–${to}`,
  about: (text) => `≈ ${text}`,
  place: (rank) => `第 ${rank} 名`,
  orBetter: (rank) => `第 ${rank} 名以内`,
  either: (texts) => texts.join(" 或 "),
  population: (people, year) => `人口 ${people}${year === "" ? "" : `（${year} 年）`}`,
  noPopulation: "参考数据中没有其人口数。",
  noValue: (subject, place, day) => `${place}：${day}没有${subject}的数值。`,
  lastValue: (day) => `此前最近的数值在${day}。`,
  nextValue: (day) => `之后最近的数值在${day}。`,
  noSeriesHere: (place) => `${place}：没有序列，因此没有激增。`,
  notRead: "尚未分析。",
  published: "已发布的数字",
  inConflict: "已发布的数字互相矛盾",
  widest: (metric, countries, day) => `${metric}：${day}已发布 ${countries} 个国家和地区的数字`,
};
