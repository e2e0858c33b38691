import type { MultiplesWords } from "./multiples-words.ts";

export const multiplesInChinese: MultiplesWords = {
  label: "按国家和地区排列的小图。左右方向键切换日期，上下方向键切换国家和地区。",
  scale: "所有小图采用同一刻度：高度相同即数值相同，斜率相同即增速相同。",
  decade: "×10 的高度：",
  nothing: "这些日子没有数据",
  leftOut: "此处未绘制，原因见上",
  more: (count) => `另有 ${count} 条`,
  left: (names) => `另有 ${names.length} 个国家和地区在此放不下：${names.join("、")}。`,
};
