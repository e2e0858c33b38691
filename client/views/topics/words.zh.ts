import type { TopicsPageWords } from "./words.ts";

const KINDS = { observed: "观测", estimate: "估算", modelled: "模型", illustrative: "虚构" } as const;

export const topicsPageInChinese: TopicsPageWords = {
  title: "话题",
  none: "没有找到按话题统计的发帖或评论占比",
  noneDek:
    "新用户写了些什么，来自记者阅读帖子后的报道，而不是统计。在有人提供统计数据之前，这里不绘制任何图表。下面是文章对每个话题的说法，以及已发布的数字对此的说明。",
  offer: (topics) => `有 ${topics} 个话题的虚构序列，用来演示本页的功能。它们不衡量任何事实。`,
  showMadeUp: "显示它们",
  madeUp: "这些序列是为演示功能而虚构的，不衡量任何事实，请勿引用。",
  hideMadeUp: "隐藏它们",
  notThis: (metric) => `“${metric}”没有按话题的数据。`,
  of: "指标",
  drawn: "画法",
  drawings: [
    ["on", "堆叠"],
    ["off", "每个话题"],
  ],
  whole: "占比基数",
  wholes: [
    ["all", "全部"],
    ["topics", "这些话题"],
  ],
  countIncomplete: "也计入这些天",
  gapIncomplete: "不计入",
  chart: "占比图。左右方向键逐日读数，上下方向键切换图。",
  legend: "自上而下",
  kind: KINDS,
  shares: (sources) =>
    `占比的计算依据：${sources.map(([name, publisher, kind]) => `${name}，${publisher}（${KINDS[kind]}）`).join("；")}。`,
  vintage: (vintage) => `第 ${vintage} 版`,
  received: (day, isNewest) => `，${day}收到。${isNewest ? "这是最新版。" : "按当时的数据显示。"}`,
  showOther: (name) => `显示${name}`,
  claims: "文章对每个话题的说法",
  claimsDek: "“结论”说明已发布的数字对该说法有何支持，并不判断说法是否属实。",
  noClaim: "文章没有谈到这个话题。",
  figure: (id) => `数字 ${id}`,
  table: "同样的内容，以数字表示",
  tableDek: "所有话题都有数据的第一个和最后一个日期的占比，以及两者之间变化的百分点。",
  columns: { topic: "话题", place: "地点", source: "来源", first: "最初", most: "最高", last: "最后", change: "变化", dates: "日期数" },
  points: (points) => `${points} 个百分点`,
  noTable: "此视图中没有占比。",
  noPart: "绘图部分未能载入。",
  loading: "正在载入话题。",
};
