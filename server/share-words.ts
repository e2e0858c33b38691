import { ENGLISH_FORMAT, type Format } from "../data/chart/format.ts";
import { CHINESE_FORMAT } from "../data/chart/format.zh.ts";

/** What the page of a link says that leads nowhere. */
export interface ShareWords {
  /** Of the HTML: a BCP 47 tag. */
  tag: string;
  format: Format;
  expired: { title: string; text: (day: string) => string };
  revoked: { title: string; text: (day: string) => string };
  unknown: { title: string; text: string };
  /** The link to the same view as it is now. */
  live: string;
  /** The link to the first page. */
  home: string;
}

const SHARE_WORDS = {
  en: {
    tag: "en",
    format: ENGLISH_FORMAT,
    expired: {
      title: "This link has expired",
      text: (day) => `It was made to last until ${day} (UTC). Whoever made it can give it more time.`,
    },
    revoked: { title: "This link was ended", text: (day) => `Whoever made it ended it on ${day} (UTC). Ask them for another one.` },
    unknown: {
      title: "There is no such link",
      text: "Links are long, and capitals count: a letter may have been lost on the way. Links that ended say so here.",
    },
    live: "The same view with the newest data",
    home: "RedNote Surge from the beginning",
  },
  zh: {
    tag: "zh-Hans",
    format: CHINESE_FORMAT,
    expired: { title: "此链接已过期", text: (day) => `它的有效期到${day}（UTC）为止。创建者可以延长有效期。` },
    revoked: { title: "此链接已终止", text: (day) => `创建者已于${day}（UTC）将其终止。请向对方索取新的链接。` },
    unknown: { title: "没有这个链接", text: "链接较长，且区分大小写：可能在转发途中丢失了字符。已终止的链接会在此处说明。" },
    live: "以最新数据查看同一视图",
    home: "从头了解 RedNote Surge",
  },
} as const satisfies Record<string, ShareWords>;

/** Languages of that page; the first is the default. */
export type ShareLanguage = keyof typeof SHARE_WORDS;
export const SHARE_LANGUAGES = Object.keys(SHARE_WORDS) as ShareLanguage[];

export function shareWords(language: ShareLanguage): ShareWords {
  return SHARE_WORDS[language];
}
