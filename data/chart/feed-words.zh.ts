import type { SourceKind } from "../model/source.ts";
import type { FeedWords } from "./feed-words.ts";

const CHANGED = { inserted: "新增", revised: "修订", retracted: "撤回" } as const;
const FIGURE = { added: "新增", changed: "更改", withdrawn: "撤回" } as const;
const KIND: Record<SourceKind, string> = {
  observed: "观测",
  estimate: "估计",
  modelled: "模型推算",
  illustrative: "为演示功能而编造",
};

export const feedInChinese: FeedWords = {
  title: (metric, platforms, places) => `RedNote Surge：${metric}，${platforms.join("、")}，${places.join("、")}`,
  about: "一个视图的新版本与数据修订：哪一批数据改动了其中哪些数值和已发布的数字。",
  vintage: (number, told) => `版本 ${number}：${told}`,
  values: ({ inserted, revised, retracted }) => [
    ...(inserted > 0 ? [`新增 ${inserted} 个数值`] : []),
    ...(revised > 0 ? [`修订 ${revised} 个数值`] : []),
    ...(retracted > 0 ? [`撤回 ${retracted} 个数值`] : []),
  ],
  figures: ({ added, changed, withdrawn }) => [
    ...(added > 0 ? [`新增 ${added} 个已发布的数字`] : []),
    ...(changed > 0 ? [`更改 ${changed} 个已发布的数字`] : []),
    ...(withdrawn > 0 ? [`撤回 ${withdrawn} 个已发布的数字`] : []),
  ],
  kinds: (kinds) => `（${kinds.map((kind) => KIND[kind]).join("、")}）`,
  and: "，",
  series: (platform, place, source, kind) => `${platform}，${place}，来源：${source}（${KIND[kind]}）`,
  topic: (series, topic) => `${series}，话题：${topic}`,
  change: (kind, days, count) => `${CHANGED[kind]} ${count} 天（${days}）`,
  days: (runs, more) => `${runs.join("、")}${more > 0 ? `，另有 ${more} 天` : ""}`,
  line: (series, changes) => `${series}：${changes}。`,
  figure: (what, said, days, by) => `${FIGURE[what]}已发布的数字：${said}，${days}，${by}。`,
  moreSeries: (count) => `另有 ${count} 个序列。`,
  moreFigures: (count) => `另有 ${count} 个数字。`,
  page: (vintage) => `版本 ${vintage} 的图表`,
  drawn: "在此前的图表上画出的改动",
  diff: "每个改动的数值，新旧对照（JSON）",
};
