import type { ControlsWords } from "./words.ts";

const KINDS = { observed: "观测", estimate: "估算", modelled: "建模", illustrative: "演示" };

export const controlsInChinese: ControlsWords = {
  filters: "筛选",
  filter: { metric: "指标", platforms: "平台", countries: "国家和地区", topics: "话题", sources: "来源", dates: "日期" },
  interval: "间隔",
  intervals: [
    ["day", "日"],
    ["week", "周"],
    ["month", "月"],
  ],
  scale: "刻度",
  scales: [
    ["log", "对数"],
    ["linear", "线性"],
  ],
  layout: "布局",
  layouts: [
    ["panels", "分栏"],
    ["overlay", "叠加"],
    ["countries", "按国家"],
  ],
  surge: "激增",
  brief: (metric) => metric,
  nothing: "无",
  noDays: "没有日期",
  noData: "没有数据",
  countries: (count) => `${count} 个国家和地区`,
  topics: (count) => `${count} 个话题`,
  dates: (count, _one, range) => `日期，${{ all: "全部 ", last: "最近 ", days: "" }[range]}${count} 天`,
  close: "关闭筛选",
  show: "查看图表",
  reset: "重置",
  done: "完成",
  dismiss: "知道了",
  meant: (hint) => `您是想写 ${hint} 吗？`,
  presets: "常用日期范围",
  preset: { week: "涌入周", month: "前后一个月", law: "法案签署以来", last: "最近 28 天", all: "全部" },
  since: (day) => `${day}起`,
  ofData: "有数据的日子",
  noSeries: "无序列",
  sources: (count) => `${count} 个来源`,
  kinds: (counts) => counts.map(([kind, count]) => `${count} 个${KINDS[kind]}`).join("、"),
  withFigures: (lines) => `${lines}、已发布数字`,
  more: (shown, count) => `${shown} 等 ${count + 4} 个`,
};
