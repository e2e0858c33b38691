import type { EstimateKind, Qualifier } from "../model/figure.ts";
import type { EvidenceWords } from "./evidence-words.ts";

const QUALIFIERS: Record<Qualifier, string> = { "": "", about: "约", under: "不到", over: "超过" };
const KINDS: Record<EstimateKind, string> = {
  estimate: "个估算",
  official: "个官方说法",
  reported_by_sources: "个出自未具名人士或媒体",
  untraceable: "个无法追溯",
};

export const evidenceInChinese: EvidenceWords = {
  qualified: (text, qualifier) => `${QUALIFIERS[qualifier]}${text}`,
  rank: (place, qualifier) => (qualifier === "under" ? `第 ${place} 名以内` : `${QUALIFIERS[qualifier]}第 ${place} 名`),
  unit: (text, unit) => `${text}${unit === "minutes" ? "分钟" : "小时"}`,
  unnamed: "数据方未具名",
  somebody: "未具名的数据方",
  said: (publisher, provider, mirror) => {
    const place = mirror ? "（镜像页面）" : "";
    if (provider === null) return `${publisher}，数据方未具名${place}`;
    return provider === "" ? `${publisher}${place}` : `${provider}，见 ${publisher}${place}`;
  },
  headline: (figures, _one, providers, _oneProvider, conflicts) =>
    `${providers} 个数据方发布的 ${figures} 个数字，其中 ${conflicts} 个互相冲突。`,
  noConflict: "0",
  kinds: (counts) => `${counts.map(([kind, count]) => `${count} ${KINDS[kind]}`).join("，")}。`,
  farthest: (title, low, high, ratio) => `可追溯的数字中相差最大的：${low} 与 ${high}，相差 ${ratio}（${title}）。`,
  hidden: (count, _one, all) => `${all ? "" : "另有 "}${count} 个数字被筛选条件排除。`,
  knownAll: (count, _one, latest) => `现有的全部 ${count} 个数字，到最晚的发布日 ${latest} 均已知。`,
  undated: (count) => `其中 ${count} 个没有发布日期，已作标记，只在最晚一天显示。`,
  knownThen: (count, day) => `截至 ${day}，已知有 ${count} 个数字发布。`,
  undatedThen: (count, _one, latest) => `另有 ${count} 个没有发布日期，无法判断当时是否已知，只在 ${latest} 显示。`,
  nothingThen: (day, first) => `截至 ${day}，没有任何数字已知发布。最早有日期的数字发布于 ${first}。`,
  conflictsThen: (count) => `当时已知的数字中有 ${count} 对互相冲突。`,
  noConflictThen: "当时已知的数字互不冲突。",
  title: (quantity, platforms, place) => [quantity, ...(platforms.length === 1 ? platforms : []), place].join("，"),
  providers: (count) => `${count} 个数据方`,
  list: (names) => names.join("、"),
  summary: (figures, providers, low, high) => `${providers}的 ${figures} 个数字，从${low}到${high}。`,
  summaryOne: (figure, provider) => `一个数字：${figure}，来自${provider}。`,
  summarySame: (figures, providers, value) => `${providers}的 ${figures} 个数字，都是${value}。`,
  inConflict: (count) => `${count} 个互相冲突。`,
  refused: (count) => `${count} 个数字为零或更小，在这一刻度上没有位置。`,
  pages: (count) => `${count} 个页面`,
  apart: (ratio) => `相差 ${ratio}`,
  against: (low, high) => `${low}与${high}`,
  published: (day) => `发布于 ${day}。`,
  unpublished: "发布日期不详。",
  unknownDay: "不详",
  how: {
    estimate: "第三方的估算，或对公开计数的读取。",
    official: "由公司或政府公布。",
    reported_by_sources: "出自未具名人士或媒体。",
    untraceable: "无法追溯其来源，不进入任何模型。",
  },
  repeats: (who) => `转述者：${who}。`,
  conflict: (value, days, who, ratio) => `与${value}冲突：${days}，${who}${ratio === "" ? "" : `，相差 ${ratio}`}。`,
  torn: (count) => `与另外 ${count} 个`,
  otherDays: (days, who) => `日期有冲突：同一数字被记在 ${days}，${who}。`,
  figure: (value, what, days, who) => `${value}。${what}，${days}。${who}。`,
  findings: (counts, claims) => `${claims} 条说法中：${counts.map(([finding, count]) => `${count} 条${finding}`).join("，")}。`,
  topic: { surge: "激增" },
  notYet: "当时尚未发布",
  growth: "在增长图上显示",
  noGrowth: {
    total: "多日合计，不在增长图上。",
    metric: "另一种度量，不在增长图上。",
  },
};
