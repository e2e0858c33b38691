import { sayersOf } from "../model/figure.ts";
import { METRICS } from "../reference/chinese.ts";
import type { ChartWords, Told } from "./chart-words.ts";
import { rounded } from "./format.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { nameOf } from "./names.ts";

const { spoken, worded } = CHINESE_FORMAT;

export const chartInChinese: ChartWords = {
  gap: "",
  stop: "。",
  named: (name, what) => `${name}：${what}`,
  comma: "，",
  or: (names) => listed(names, "或"),
  and: (names) => listed(names, "和"),
  before: (index, count) => (index === 0 ? "" : index === count - 1 ? "和" : "、"),
  inside: (name) => name,
  place,
  spokenPlace: place,
  places: (count) => `${count} 个国家和地区`,
  placesOf: (count, all) => `${all} 个国家和地区中的 ${count} 个`,
  topics: (count) => `${count} 个话题`,
  sumOf: (codes) => `${codes} 合计`,
  said: (figure) => {
    const { publisher, provider, mirror } = sayersOf(figure);
    const who = provider === null ? `${publisher}，数据方未具名` : provider === "" ? publisher : `${provider}，见 ${publisher}`;
    return mirror ? `${who}（镜像页面）` : who;
  },

  counted: ({ id, unit, over_time }) => {
    const name = METRICS[id]?.name ?? unit;
    return over_time === "sum" ? `每日${name}` : name;
  },
  onTopic: (unit, topic) => `${unit}（话题“${topic}”）`,
  quoted: worded,
  range: (low, high) => {
    const [a, b] = [low, high].map((value) => spoken(low >= 1e7 ? Math.round(value / 1e6) * 1e6 : rounded(value, 2)));
    return a === b ? `约 ${a} 的水平` : `${a}至${b}之间`;
  },
  madeUp: "虚构数据：",
  noFigure: (told) => `${of(told)}在这些天没有已发布的数字：此线是在更早与更晚的数字之间建模得出的。`,
  had: (told, value, day) => `${of(told)}于${day}为${value}。`,
  stayed: (told, range) => `${of(told)}保持在${range}。`,
  rose: (told, from, to, days) => `${of(told)}在 ${days} 天内从${from}升至${to}。`,
  fell: (told, from, to, days) => `${of(told)}在 ${days} 天内从${from}降至${to}。`,
  dipped: (told, from, to, days, back, day) => `${of(told)}在 ${days} 天内从${from}降至${to}，并于${day}回到${back}。`,
  rank: {
    had: (told, rank, day) => `${of(told)}于${day}位列第 ${rank}。`,
    stayed: (told, rank) => `${of(told)}保持第 ${rank} 名。`,
    rose: (told, from, to, days) => `${of(told)}在 ${days} 天内从第 ${from} 名升至第 ${to} 名。`,
    fell: (told, from, to, days) => `${of(told)}在 ${days} 天内从第 ${from} 名降至第 ${to} 名。`,
    between: (told, best, worst) => `${of(told)}保持在第 ${best} 名至第 ${worst} 名之间。`,
  },
  second: (observed, peak) => `另一${observed ? "来源" : "估算"}的峰值为${peak}。`,
  apart: (ratio) => `两种口径相差 ${ratio}。`,
  more: (count) => `下方还有 ${count} 个平台。`,
  figuresOnly: (count, published, metric, places, days) => [
    `${count} 个${published ? "已发布的数字" : "无法溯源的说法"}：`,
    `在${places}的${metric}，${days}。没有逐日序列。`,
  ],

  described: (what, interval) => `${what}，${{ day: "按日", week: "按周", month: "按月" }[interval]}。`,
  bestAtTop: "最好的名次在最上方。",
  equalSlopes: "斜率相同即增长相同。",
  noDataFor: (names) => `此处没有${names}的数据。`,
  addedUp: (codes) => `总和包括 ${codes}。`,
  someMissing: (dates, all, interval) =>
    `${all} ${{ day: "天", week: "周", month: "个月" }[interval]}中有 ${dates} ${{ day: "天", week: "周", month: "个月" }[interval]}并非所有国家和地区都有数据：提示中注明数量。`,
  refused: (count) => `有 ${count} 个零值无法显示在此刻度上。`,
  pointed: (value, days, said) => `指出的数字：${value}，${days}，${said}。`,
  notPointed: (id) => `数字 ${id} 在此图上没有位置。`,
  noPlatform: "没有选择平台。",
  noCountry: "没有选择国家或地区。",
  zeros: (metric, platforms) => `${platforms}的${metric}在这些天全部为零。对数刻度上没有零的位置：请选择线性刻度。`,
  noSum: (metric, platforms, places, days) => `${days}，没有哪一天同时具备${placesOf(places, "和")}的${platforms}${metric}，因此无法合计。`,
  noSource: (metric, platforms, topic, places, days) =>
    `${days}，没有来源报告${platforms}在${placesOf(places, "或")}${topic ? `关于“${topic}”` : ""}的${metric}。`,
  show: {
    topics: "显示全部话题",
    countries: "逐个显示国家和地区",
    days: (first, last) => `显示${first}至${last}`,
    place: (name) => `显示${name}`,
    first: "显示首页",
  },

  nothing: (modelled) => (modelled ? "没有已发布的数字" : "没有快照"),
  when: (after, before) => (after === null ? `${before}之前` : before === null ? `${after}之后` : `${after}至${before}之间`),
  nothingWhen: (what, when) => `${when}${what}`,
  about: (value) => `约${value}`,
  onDay: (value, day) => `${value}（${day}）`,
  daysOf: (reported, all) => `${all} 天中的 ${reported} 天`,
  countriesOf: (reported, all) => `${all} 个国家和地区中的 ${reported} 个`,
  bucket: (interval, days) => `${interval === "week" ? "周" : "月"}：${days}`,
  nothingHere: (modelled) => (modelled ? "没有已发布的数字。" : "没有快照。"),
  event: (title) => `事件：${title}`,
  kind: { observed: "观测", estimate: "估算", modelled: "建模", illustrative: "演示" },

  twoReadings: "两种口径",
  apartAfter: (narrow) => (narrow ? "之差" : " 之差"),
  inDays: (days, narrow) => (narrow ? `${days} 天内` : `（${days} 天内）`),
  under: ["不到", "<"],
  over: ["超过", ">"],
  thisHeight: (panels) => (panels > 1 ? ["即此高度，", panels === 2 ? "两图相同" : "各图相同"] : ["即此高度"]),

  chart: "图表",
  readIt: (hasTable) => `图表。按左右方向键逐点读取${hasTable ? "，按 T 转到其表格" : ""}。`,
  openSource: (figure) => `${figure}：打开出处`,
  vintage: (vintage) => `版本 ${vintage}`,
  eventHead: "事件。",
  smaller: (count) => `另有 ${count} 个较小的，见表格`,
  brush: { shown: "显示的日期", first: "第一天", last: "最后一天" },
};

/** A country; a sum has its codes, or how many there are. */
function place(country: string, countries: Parameters<ChartWords["place"]>[1]): string {
  const parts = country.split("+");
  if (parts.length === 1) return nameOf(countries, country);
  return parts.length === 2 ? parts.join("与") : `${parts.length} 个国家和地区`;
}

function placesOf(places: readonly string[], word: string): string {
  return places.length > 3 ? `这 ${places.length} 个国家和地区` : listed(places, word);
}

function of({ place: where, unit }: Told): string {
  return `${where === "" ? "" : `在${where}`}${unit === "" ? "" : `的${unit}`}`;
}

function listed(names: readonly string[], word: string): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join("、")}${word}${names.at(-1)}`;
}
