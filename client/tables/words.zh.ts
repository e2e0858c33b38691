import type { TablesWords } from "./words.ts";

const INTERVALS = { day: "天", week: "周", month: "个月" };

export const tablesInChinese: TablesWords = {
  badge: {
    observed: "观测",
    estimate: "估算",
    modelled: "建模",
    illustrative: "演示",
    official: "官方",
    reported_by_sources: "报道",
    untraceable: "无法溯源",
  },
  series: {
    title: "同样的内容，以数字表示",
    none: "此视图中没有序列。",
    head: {
      series: "序列",
      source: "来源",
      first: { day: "第一天", week: "第一周", month: "第一个月" },
      peak: "峰值",
      last: { day: "最后一天", week: "最后一周", month: "最后一个月" },
    },
    places: "上升名次",
    growth: "峰值 ÷ 初值",
    lowest: "最低",
    noBaseline: "没有基线",
    count: (interval, of) => `${of} ${INTERVALS[interval]}中`,
    filter: "筛选序列",
    filtered: (shown, all) => `${all} 个序列中的 ${shown} 个`,
    counts: (metric, unit) => (metric.includes(unit) || unit === "人" ? metric : `${metric}（${unit}）`),
    bucket: (interval, rule) =>
      `：每${interval === "week" ? "周" : "月"}取有上报数据的各天的${{ sum: "总和", mean: "平均值", last: "最后一天", min: "最好名次" }[rule]}`,
    stop: "。",
    about: "≈ 之后是当天由建模得出的值。",
    illustrative: "演示行是编造的。",
  },
  figures: {
    title: "此视图中已发布的数字",
    count: (count) => (count === 0 ? "没有已知的数字。" : `共 ${count} 个，均照发布时的原样。互相冲突时，双方都保留。`),
    head: {
      days: (year) => (year === null ? "日期" : `日期，${year}年`),
      figure: "数字",
      platform: "平台",
      said: "出处",
      here: "在此视图中",
    },
    note: "附注",
    noteOn: (figure, said) => `：${figure}，${said}`,
    published: (day) => ` 发布于${day}。`,
    state: {
      untraceable: "无法溯源，不进入任何模型",
      fixes: "固定此线",
      total: "总量，未画出",
      other: "其他指标，未画出",
      listed: "只列在表中",
      off: "固定一条已关闭的线",
      shown: "已显示，未用于建模",
    },
    rank: (rank) => `第 ${rank} 名`,
    orBetter: (rank) => `第 ${rank} 名以内`,
    qualified: { about: (value) => `约${value}`, under: (value) => `不到${value}`, over: (value) => `超过${value}` },
    unit: { minutes: "分钟", hours: "小时" },
  },
  events: {
    title: "这一时期的事件",
    none: "没有已知的事件。",
    lead: (place) => `${place === "" ? "" : `${place}。`}日期以来源所述为准。`,
    mark: "标记 ",
  },
};
