import type { PAGE_TITLES } from "./page-titles.ts";

/** What the pages are called in Chinese. */
export const CHINESE_PAGE_TITLES: typeof PAGE_TITLES = {
  story: "故事",
  growth: "增长",
  map: "地图",
  countries: "国家和地区",
  topics: "话题",
  evidence: "证据",
  data: "数据",
  method: "方法",
};
