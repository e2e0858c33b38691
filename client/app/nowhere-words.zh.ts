import type { NowhereWords } from "./nowhere-words.ts";

export const nowhereInChinese: NowhereWords = {
  title: "页面不存在",
  nothing: ["", " 处没有页面。"],
  mistyped: "地址可能有误或不完整。图表的地址以 /growth 开头。",
  show: "查看增长图",
};
