import { nameOf } from "./names.ts";
import type { TopicsWords } from "./topics-words.ts";

const INTERVALS = { day: "日", week: "周", month: "月" } as const;

export const topicsInChinese: TopicsWords = {
  rest: "其他或无话题",
  smaller: (count) => `${count} 个较小话题`,
  place: (platform, country) => `${platform}，${country}`,
  sum: (count) => `${count} 个国家和地区合计`,
  spoken: (country, countries) => nameOf(countries, country),
  of: (metric, of) => (of === "all" ? `占全部${metric}的比例` : `占这些话题${metric}的比例`),
  less: (share) => `<${share}`,
  when: (interval, day) => (interval === "week" ? `${day}起的一周` : day),
  kind: { observed: "", estimate: "据估算：", modelled: "模型：", illustrative: "虚构：" },
  together: ({ topics, metric, platform, place, from, to }) =>
    `${from.when}，${topics} 个话题占${platform}在${place}${metric}的 ${from.share}；${to.when}为 ${to.share}。`,
  once: ({ topics, metric, platform, place, at }) => `${at.when}，${topics} 个话题占${platform}在${place}${metric}的 ${at.share}。`,
  largest: (topic, share) => `此时占比最大的是“${topic}”，为 ${share}。`,
  largestOf: ({ topics, metric, platform, place, topic, at }) =>
    `${at.when}，${platform}在${place}关于 ${topics} 个话题的${metric}中，“${topic}”占 ${at.share}。`,
  more: (pictures) => `下方还有 ${pictures} 幅图。`,
  description: ({ metric, of, topics, interval, stacked }) =>
    `${stacked ? "各话题" : "每个话题"}占${of === "all" ? `全部${metric}` : ` ${topics} 个话题${metric}`}的比例，按${INTERVALS[interval]}。${
      stacked ? "自下而上的顺序与图旁或图下的列表一致。" : "各图使用同一刻度。"
    }`,
  incomplete: (days, partial) =>
    partial ? `有 ${days} 天缺少某个话题：其余话题按已报告的部分计算比例。` : `有 ${days} 天缺少某个话题：留空，否则其余话题会显得更大。`,
  over: (dates) => `有 ${dates} 个日期的话题之和超过总数，因为一条内容可以有多个话题：这些日期不作堆叠。`,
  noAll: (source) => `${source}没有给出总数：比例按这些话题合计计算。`,
  missing: (names) => `这里没有${names.join("、")}的话题数据。`,
  empty: ({ metric, platforms, places, when }) =>
    `已启用的来源中，${when}没有${platforms.join("、")}在${places.join("、")}按话题划分的${metric}。`,
  noPlatform: "尚未选择平台。",
  noCountry: "尚未选择国家或地区。",
  remark: (days, of) => `${of} 天中的 ${days} 天`,
  amount: (amount, metric) => `${metric} ${amount}`,
  bucket: (interval, days) => `${interval === "week" ? "周" : "月"}，${days}`,
  nothing: "未报告。",
};
