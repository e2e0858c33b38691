import type { Figure, Qualifier } from "../model/figure.ts";
import { chartInChinese } from "./chart-words.zh.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { nameOf } from "./names.ts";
import type { StoryWords } from "./story-words.ts";

const QUALIFIERS: Record<Qualifier, string> = { "": "", about: "约 ", under: "不到 ", over: "超过 " };
const said = (figure: Figure) => chartInChinese.said(figure);

export const storyInChinese: StoryWords = {
  value: (value, qualifier) => `${QUALIFIERS[qualifier]}${CHINESE_FORMAT.spoken(value)}`,
  rank: (place, qualifier) => (qualifier === "under" ? `前 ${place} 名` : `${QUALIFIERS[qualifier]}第 ${place} 名`),
  onDay: (day) => day,
  fromTo: (days) => days,
  place: (country, countries) => nameOf(countries, country),
  list: (names) => names.join("、"),
  said,
  how: {
    estimate: "估算值",
    official: "官方数字",
    reported_by_sources: "出自未具名的人士或媒体",
    untraceable: "来源不明",
  },
  published: (day) => (day === null ? "发布日期不详" : `${day}发布`),
  by: (sayers) => `出处：${sayers.join("；")}。`,
  sayer: (who, how, published) => `${who}（${how}，${published}）`,

  title: "故事",
  question: "人们如何从 TikTok 转到小红书：在哪里、何时、持续了多久？",
  lead: (figures, pages, platforms) =>
    `没有找到按国家的逐日统计。找到的是 ${pages} 个网页上关于${platforms}在美国的 ${figures} 个来源可查的数字，它们互不一致。图中圆点是已发布的数字，虚线是数字之间的模型，斜线阴影处没有任何数字。`,
  heads: { growth: "有多少人？", conflict: "哪个数字？", rank: "有多显眼？", after: "持续多久？", where: "在哪里？" },
  growth: (rednote, tiktok, place, low, high, other, isSameDay) =>
    `${rednote}在${place}的日活跃用户，${low.days}为${low.value}，${high.days}为 ${high.value}；${tiktok}${isSameDay ? "当天" : other.days}为 ${other.value}。`,
  conflict: (platform, place, high, ratio, low) =>
    `另一项估算称${platform}在${place}的日活跃用户${high.days}为 ${high.value}，是${low.days} ${low.value}的 ${ratio.replace("×", "")} 倍。`,
  rankOf: (platform, place, first, second, best) =>
    `${platform}在${place} iPhone 免费应用中，${first.days}按一种说法居${first.value}，${second.days === first.days ? "" : second.days}按另一种说法居${second.value}；${best.days}居${best.value}。`,
  course: (rose, platform, place, from, to) =>
    `${platform}在${place}的日下载量由${from.days}的 ${from.value}${rose ? "升至" : "降至"}${to.days}的 ${to.value}。`,
  where: (platform, days, groups) =>
    `${days}，${platform}${groups.map(([rank, places]) => `在${places}居 iPhone 免费应用${rank}`).join("，")}。`,
  unknown: {
    people: "尚不清楚：是谁转移了。数字统计的是各应用的用户，没有一个追踪过人们从一个应用到另一个应用。",
    right: "尚不清楚：哪个正确。这里没有数字能够定论。",
    places: (first, last) => `尚不清楚：${first}之前和${last}之后的名次。没有数字涉及这些日子。`,
    after: (platform, place, last) => `尚不清楚：后来怎样。没有已发布的数字涉及${last}之后${platform}在${place}的日活跃用户。`,
    countries: (platform, places) => `尚不清楚：其他地方有多少人。${platform}按国家的日活跃用户数字只发布过${places}的。`,
  },
};
