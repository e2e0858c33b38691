import type { Catalog } from "../model/catalog.ts";
import type { SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { WORLD } from "../model/slug.ts";
import type { Source } from "../model/source.ts";

/** Platforms that are known by a Chinese name; the others keep theirs. */
export const PLATFORMS: Readonly<Record<string, string>> = { rednote: "小红书", capcut: "剪映国际版", duolingo: "多邻国" };

export const METRICS: Readonly<Record<string, Pick<Metric, "name" | "unit">>> = {
  signups: { name: "新注册用户", unit: "个新账号" },
  downloads: { name: "下载量", unit: "次下载" },
  daily_active_users: { name: "日活跃用户", unit: "人" },
  monthly_active_users: { name: "月活跃用户", unit: "人" },
  session_minutes: { name: "使用时长", unit: "分钟（每位用户每天）" },
  posts: { name: "发帖量", unit: "篇帖子" },
  comments: { name: "评论量", unit: "条评论" },
  likes: { name: "点赞量", unit: "个赞" },
  shares: { name: "转发量", unit: "次转发" },
  app_store_rank: { name: "App Store 排名", unit: "名次" },
};

const TOPICS: Readonly<Record<string, string>> = {
  all: "全部话题",
  "cost-of-living": "生活成本",
  "economic-systems": "经济制度",
  "global-perceptions": "全球印象",
  "education-and-technology": "教育与科技",
  "freedom-and-governance": "自由与治理",
  "cultural-warmth": "文化温度",
  privacy: "隐私",
};

const SOURCES: Readonly<Record<string, Pick<Source, "name" | "method"> & { publisher?: string }>> = {
  default: {
    name: "未署名来源",
    publisher: "快照的发送者",
    method: "发送时没有注明来源的快照。数字是怎样统计的，只有发送者知道。",
  },
  "model-press": {
    name: "媒体口径",
    method:
      "一条严格穿过已发布数字的线，这些数字多为媒体转述；线不超出最早和最晚的数字。数字之间在对数刻度上取直线，并加上我们设定的每周节律。数字互相冲突时只采用其中一个，逐日采用了哪一个写在 data/sample/anchors.csv 中。",
  },
  "model-blog": {
    name: "博客口径",
    method: "Similarweb 博客给出的小红书在美国的两天：2025年1月19日和20日，此外没有别的日子。它们大约是媒体口径同日数字的十倍。",
  },
  illustrative: {
    name: "演示数据",
    method:
      "为演示功能而编造：一个公式，参数由我们选定，噪声来自固定的随机种子。它不测量也不估计任何事实；参数见 data/sample/illustrative-parameters.csv。",
  },
};

const EVENTS: Readonly<Record<string, Pick<SurgeEvent, "title" | "short">>> = {
  "pafaca-signed": { title: "拜登总统签署“不剥离就封禁”法案（PAFACA）", short: "“不卖就禁”法案签署" },
  "tiktok-sues": { title: "TikTok 与字节跳动在哥伦比亚特区巡回上诉法院起诉该法", short: "TikTok 起诉" },
  "dc-circuit-upholds": { title: "哥伦比亚特区巡回上诉法院裁定该法合宪", short: "上诉法院维持该法" },
  "dc-circuit-denies-stay": { title: "哥伦比亚特区巡回上诉法院拒绝在上诉期间暂缓执行", short: "暂缓申请被驳回" },
  "scotus-argument": { title: "美国最高法院就 TikTok 诉加兰案开庭辩论", short: "最高法院开庭" },
  "tutorial-video": { title: "创作者发布视频，教美国人注册小红书", short: "注册教程视频" },
  "rednote-no1-us-app-store": { title: "小红书登上美国 iPhone 免费应用榜首", short: "美国 iPhone 榜首" },
  "live-chat-50000": { title: "“TikTok 难民”直播聊天室吸引逾 5 万人", short: "5 万人聊天室" },
  "rednote-no1-google-play": { title: "小红书登上美国 Google Play 免费榜榜首", short: "Google Play 榜首" },
  "spring-gala-partnership": { title: "小红书宣布第二次成为春晚合作伙伴", short: "春晚合作" },
  "global-charts": { title: "小红书登上英国、加拿大、爱尔兰和意大利 App Store 免费榜首", short: "四国登顶" },
  "scotus-ruling": { title: "美国最高法院一致裁定该法合宪", short: "最高法院维持该法" },
  "tiktok-goes-dark": { title: "TikTok 停止向美国用户提供服务", short: "TikTok 停服 14 小时" },
  "bytedance-apps-delisted": { title: "TikTok、Lemon8 和 CapCut 从美国应用商店下架并停止运行", short: "应用在美下架" },
  "law-takes-effect": { title: "法律中的分发禁令生效", short: "法律生效" },
  "tiktok-restored": { title: "TikTok 恢复在美国的服务", short: "TikTok 恢复" },
  "rednote-translation": { title: "小红书宣布上线内置翻译", short: "小红书上线翻译" },
  "eo-14166": { title: "第 14166 号行政令暂停执法 75 天", short: "暂停执法" },
  "rednote-english-name": { title: "应用在 App Store 和 Google Play 更名为 rednote", short: "更名 rednote" },
  "rednote-leaves-no1": { title: "小红书居美国 App Store 榜首的最后一天", short: "榜首最后一天" },
  "texas-device-ban": { title: "得克萨斯州禁止在州政府设备上使用小红书、Lemon8 和 DeepSeek", short: "得州设备禁令" },
  "tiktok-apk": { title: "TikTok 在官网提供 Android 安装包", short: "官网直接安装" },
  "tiktok-back-in-stores": { title: "TikTok 重返美国 App Store 和 Google Play", short: "TikTok 重新上架" },
  "rednote-overseas-commerce": { title: "据报道小红书向中国商家开放海外销售", short: "据报开放海外销售" },
  "eo-14258": { title: "第 14258 号行政令将暂停期延至 6 月 19 日", short: "延至 6 月 19 日" },
  "rednote-hong-kong-office": { title: "小红书在香港开设内地以外的首个办公室", short: "香港办公室" },
  "eo-14310": { title: "第 14310 号行政令将暂停期延至 9 月 17 日", short: "延至 9 月 17 日" },
  "eo-14350": { title: "第 14350 号行政令将暂停期延至 12 月 16 日", short: "延至 12 月 16 日" },
  "eo-qualified-divestiture": { title: "行政令宣布拟议的美国业务出售为合格剥离", short: "美国出售获认可" },
  "taiwan-blocks-rednote": { title: "台湾以诈骗为由下令封锁小红书一年", short: "台湾封锁小红书" },
  "tiktok-binding-agreements": { title: "TikTok 告知员工：美国合资企业的约束性协议已签署", short: "美国合资协议" },
  "tiktok-us-joint-venture": { title: "TikTok 美国数据安全合资企业（USDS）成立", short: "美国合资企业成立" },
  "upscrolled-peak": { title: "TikTok 所有权变更后，竞品 UpScrolled 的美国日活达到峰值", short: "UpScrolled 见顶" },
};

const REGIONS: Readonly<Record<string, string>> = {
  Africa: "非洲",
  Americas: "美洲",
  Asia: "亚洲",
  Europe: "欧洲",
  Oceania: "大洋洲",
};

/**
 * A catalog with its names in Simplified Chinese: countries as `Intl` has them, the others by id. What has no Chinese
 * name here keeps its own.
 *
 * @example namedInChinese(catalog).countries.find(({ id }) => id === "US")?.name // "美国"
 */
export function namedInChinese(catalog: Catalog): Catalog {
  const regions = new Intl.DisplayNames("zh-Hans", { type: "region", fallback: "none" });
  return {
    ...catalog,
    told: catalog,
    platforms: catalog.platforms.map((one) => ({ ...one, name: PLATFORMS[one.id] ?? one.name })),
    countries: catalog.countries.map((one) => ({
      ...one,
      name: one.id === WORLD ? "全球" : (regions.of(one.id) ?? one.name),
      region: REGIONS[one.region] ?? one.region,
    })),
    metrics: catalog.metrics.map((one) => ({ ...one, ...METRICS[one.id] })),
    topics: catalog.topics.map((one) => ({ ...one, name: TOPICS[one.id] ?? one.name })),
    sources: catalog.sources.map((one) => ({ ...one, ...SOURCES[one.id] })),
  };
}

/** Events with their titles in Simplified Chinese. Notes stay in the words in which they were taken. */
export function toldInChinese(events: readonly SurgeEvent[]): SurgeEvent[] {
  return events.map((event) => ({ ...event, ...EVENTS[event.slug] }));
}
