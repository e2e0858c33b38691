import { CHINESE_FORMAT } from "../../data/chart/format.zh.ts";
import { numberOf } from "../../data/model/day.ts";
import type { ShareWords } from "./words.ts";

const KINDS = { observed: "观测", estimate: "估算", modelled: "建模", illustrative: "演示" };

export const shareInChinese: ShareWords = {
  holds: "链接保存什么",
  pinned: (vintage) => `固定在版本 ${vintage}`,
  nothing: "还没有可以固定的数据。",
  pinnedPage: "此版本的内容，以后不论有什么变化都不变。",
  pinnedView: "就是这些数字，以后不论有什么变化都不变。",
  live: "随数据更新",
  follows: "随新数据更新。",
  toLast: "随新数据更新，直到有数据的最后一天。",
  moves: (days) => `随新数据更新，始终是最近 ${days} 天。`,
  stays: (days) => `随新数据更新，日期仍为${days}。`,
  link: "链接",
  send: "发送",
  copy: "复制链接",
  copied: "已复制。",
  byHand: "浏览器不允许此页面复制。链接已选中：请按 Ctrl+C 或 ⌘C。",
  notSent: "链接未能发送，请改为复制。",
  cite: "复制引用",
  citeIn: (style) => `复制引用（${style}）`,
  style: { plain: "普通", apa: "APA", bibtex: "BibTeX" },
  citationLabel: "引用",
  citation: {
    day: (day) => CHINESE_FORMAT.longDay(numberOf(day)),
    title: (title) => `RedNote Surge，《${title}》。`,
    vintage: (vintage, day) => `版本 ${vintage}${day === null ? "" : `，数据截至${day}`}。`,
    sources: (names) => `来源：${names.join("；")}。`,
    source: (name, publisher, kind) => `${name}（${[publisher, KINDS[kind]].filter((part) => part !== "" && part !== name).join("，")}）`,
    figures: (providers, more) => `数字出自：${providers.join("、")}${more > 0 ? `，另有 ${more} 家` : ""}。`,
    unnamed: "未具名的提供方",
    retrieved: (day) => `（${day}读取）`,
    gap: "",
  },
  embed: "复制嵌入代码",
  themes: { auto: "随页面", light: "浅色", dark: "深色" },
  embedIn: (theme) => `复制嵌入代码（${theme}）`,
  embedLabel: "嵌入代码",
  textByHand: "浏览器不允许此页面复制。请选中下面的文字，再按 Ctrl+C 或 ⌘C。",
  card: "聊天或信息流中显示的此链接图片",
  download: "下载",
  needsToken: "打开链接的人需要有读取权限的令牌。链接包含整个视图，此外不保存任何内容。",
  anyone: "任何人都可以打开此链接。链接包含整个视图，此外不保存任何内容。",
};
