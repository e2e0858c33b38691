import type { StoryPageWords } from "./words.ts";

export const storyPageInChinese: StoryPageWords = {
  pages: () => "网页：",
  open: (page) => `在“${page}”页打开此图`,
  further: "自己查看",
  about: {
    growth: "任意平台、国家和地区、指标和日期的折线，以及旁边的每一个数字",
    map: "各国家和地区在某一天的任意指标，以及逐日播放的滑块",
    countries: "每条序列一行，附其激增情况",
    topics: "文章对每个话题的说法，以及各方统计的占比",
    evidence: "每一个已发布的数字：出自哪家机构、与什么冲突，以及文章的各项说法",
    data: "收到了什么、何时收到，以及你自己的快照",
    method: "折线如何得来、依据哪些数字",
  },
  missing: (vintage) => `这一部分引用的数字不在第 ${vintage} 版中，或在那一版中另有说法。`,
  loading: "正在载入故事。",
};
