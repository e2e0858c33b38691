import type { ClaimWords } from "./claim-words.ts";

/** Claims and notes by the id of the claim. */
const TOLD: Readonly<Record<string, readonly [claim: string, note: string]>> = {
  c01: [
    "几天之内，美国有超过 340 万人加入小红书",
    "340 万是 2025 年 1 月 13 日日活跃用户的估算值，并非新开账号数；全月安装量的估算要低得多。",
  ],
  c02: ["TikTok 禁令之后，数百万美国人转到小红书", "各家数据相差十倍以上；服务中断约 14 小时，随后禁令暂缓执行。"],
  c03: ["小红书当时已有 3 亿中国用户", "3 亿通常指所有国家和地区的月活跃用户；有一项估算认为仅中国为 2.25 亿。"],
  c04: ["增长没有放缓的迹象", "所找到的各家数据都显示 1 月 19 日至 20 日之后下降，视所测的指标，降幅为 17% 至 80%。"],
  c05: ["美国对 TikTok 的禁令引发了这次迁移", "小红书登上美国 App Store 榜首，是在期限前六天；参见 2025 年 1 月 10 日至 19 日的事件。"],
  c06: ["美国人惊讶于自己在食品杂货、住房和交通上的花费高出多少", "用户印象的报道；没有找到相关帖子的占比。"],
  c07: ["讨论认为，中国的经济把普通公民放在首位，使他们负债较少", "报道自帖子的观点。"],
  c08: ["用户惊讶地发现，美国并非在各处都被视为第一世界国家", "报道中的印象。"],
  c09: ["美国人赞赏中国的技术以及对教育的重视", "据报道，Duolingo 在美国的中文新学习者增加了 216%；这显示的是兴趣，而不是看法。"],
  c10: ["一些用户得出结论，认为自己在美国并不自由", "“一些用户”，没有给出人数。报道也提到小红书上的内容审核与审查。"],
  c11: ["新来者觉得中国用户热情而好奇", "报道广泛；一项对 403,054 条评论的研究发现，文化类话题下多为赞扬，政治类话题下有轻蔑和愤怒。"],
  c12: ["用户说，美国科技公司的数据收集超过了中国国家的监控", "这是用户所作的比较；这里的数据无从检验。"],
  c13: ["批评者认为，这类平台可能成为施加影响的工具", "文章将其作为一项提醒来报道。"],
};

export const claimsInChinese: ClaimWords = {
  finding: {
    supported: "有数据支持",
    partly: "部分有数据支持",
    disputed: "数据有分歧",
    contradicted: "与数据相反",
    not_measured: "未测量",
  },
  meaning: {
    supported: "已发布的数字与此一致。",
    partly: "已发布的数字只说明其中一部分，或与之相近的事。",
    disputed: "已发布的数字对此互不一致。",
    contradicted: "已发布的数字与此相反。",
    not_measured: "没有已发布的数字衡量过它。",
  },
  kind: { measurable: "可以测量", qualitative: "属于印象" },
  told: ({ id, claim, note }) => {
    const [inChinese, noteInChinese] = TOLD[id] ?? [claim, note];
    return { claim: inChinese, note: noteInChinese };
  },
  sentence: (claim) => `${claim}。`,
};
