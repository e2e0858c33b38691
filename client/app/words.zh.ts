import type { HeaderWords } from "./words.ts";

export const headerInChinese: HeaderWords = {
  skip: "跳到图表",
  home: "RedNote Surge 首页",
  pages: "页面",
  page: { growth: "增长", countries: "国家和地区", data: "数据", method: "方法" },
  forget: "忘掉令牌",
  title: (what) => `${what} · RedNote Surge`,
  again: "重试",
  unlockFailed: "令牌表单未能载入。请重新加载页面再试。",
};
