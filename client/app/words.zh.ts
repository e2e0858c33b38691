import { CHINESE_PAGE_TITLES } from "../../data/chart/page-titles.zh.ts";
import type { HeaderWords } from "./words.ts";

export const headerInChinese: HeaderWords = {
  skip: "跳到图表",
  home: "RedNote Surge 首页",
  pages: "页面",
  page: CHINESE_PAGE_TITLES,
  forget: "忘掉令牌",
  theme: (theme) => `主题：${{ system: "跟随系统", light: "浅色", dark: "深色" }[theme]}`,
  keys: "本页面的按键",
  share: "分享",
  shareView: "分享此视图",
  sharePage: "分享此页面",
  title: (what) => `${what} · RedNote Surge`,
  again: "重试",
  reload: "重新加载页面",
  pageFailed: "负责绘制页面的部分未能载入。",
  partFailed: "这一部分未能载入。请关闭后重新打开。",
  unlockFailed: "令牌表单未能载入。请重新加载页面再试。",
};
