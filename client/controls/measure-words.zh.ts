import type { MeasurePanelWords } from "./measure-words.ts";

export const measurePanelInChinese: MeasurePanelWords = {
  measure: "度量",
  choices: {
    value: ["数值", "按报告的值"],
    index: ["指数", "基准日为 100"],
    per100k: ["每十万人", "按该国家或地区人口"],
    daychange: ["较前一天的变化", "以 % 表示；名次以位数表示；按周或按月时较前一周或前一个月"],
    weekchange: ["较前一周的变化", "以 % 表示；按日时较上周同一星期几"],
  },
  noneOfRanks: "名次没有",
  notShared: "此指标没有",
  base: "基准",
  baseDay: "日期",
  own: "每条线的第一个值",
  baseHint: "也可拖动图上的 100；按 B 键取正在查看的那一天。",
  begin: "线的起点",
  calendar: "日历日",
  onset: "第 0 天：各条线自己的激增起点",
  event: (title, day) => `第 0 天：${title}，${day}`,
  compare: "第二个时段",
  none: "无",
  before: "紧接之前",
  year: "52 周前",
  from: "从",
  shifted: "与第一个时段等长；按整周移动，以便星期几对齐。",
};
