import type { FeedLinkWords } from "./feed-words.ts";

export const feedLinkInChinese: FeedLinkWords = {
  ofView: "订阅此视图",
  ofChart: "订阅增长图",
  about: "新增和变更的数据，供订阅阅读器使用",
};
