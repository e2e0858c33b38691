import type { SurgeCardWords } from "./surge-words.ts";

export const surgeCardInChinese: SurgeCardWords = {
  allDays: (range) => `分析使用每条序列的全部日期（${range}），与图表显示的范围无关。`,
  wholeDays: (range) => `分析只使用所有国家均有上报的日期（${range}）。`,
  method: "如何得出",
  marks: "激增的标记",
  onset: "起始日",
  peak: "峰值",
  halfLife: "半衰期，自峰值起",
  onlyDays: "预期区间和标记针对单日数值，只在按日显示时绘制。",
  onlyValues: "预期区间和标记针对日历日期上的数值本身，只在图表这样显示时绘制。",
  tooMany: (most) => `每个分栏只标出前 ${most} 次激增；下表列出全部。`,
  showDays: "按日显示",
  more: (count) => `另有 ${count} 条序列：`,
  allSeries: "在表格中查看全部激增",
  figure: "项目",
  explained: "各项如何得出",
  reading: "正在分析序列。",
  nothing: "此视图中没有序列。",
};
