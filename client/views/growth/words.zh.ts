import type { GrowthWords } from "./words.ts";

const KINDS = { observed: "观测", estimate: "估算", modelled: "建模", illustrative: "演示" };

export const growthInChinese: GrowthWords = {
  page: "增长",
  title: (platforms, what) => `增长：${platforms.length > 0 ? platforms.join("、") : "没有数据"}，${what}`,
  together: /(虚构数据：|另一(?:来源|估算))/,
  marks: {
    label: "图例",
    figure: "已发布的数字",
    conflict: "互相冲突，未用于建模",
    untraceable: "无法溯源的说法",
    kind: { ...KINDS, illustrative: "为演示功能而编造" },
    part: "不完整的周或月",
    noFigure: "没有数字",
    noData: "没有数据",
  },
  measure: {
    label: "度量",
    names: { value: "数值", index: "指数", per100k: "每十万人", daychange: "日变化", weekchange: "周变化" },
    day0: "第 0 天",
    second: "两个时段",
  },
  hint: ["拖动窗口，或按 ", " 逐日移动。"],
  source: {
    figures: "数字：",
    via: (provider) => `${provider}，见 `,
    comma: "、",
    semicolon: "；",
    mirror: "（镜像页面）",
    published: (day) => `（${day}）`,
    more: (count) => `，另有 ${count} 个见下文`,
    others: (count) => `，另有 ${count} 个`,
    stop: "。",
    lines: (sources) =>
      `线条：${sources.map(([name, publisher, kind]) => `${[name, publisher].filter((part) => part !== "").join("，")}（${KINDS[kind]}）`).join("；")}。`,
    modelled: "逐日的线：由 RedNote Surge 穿过已发布的数字建模得出，不超出这些数字。",
    illustrative: "演示线条是为演示功能而编造的。",
    how: "线条是怎样得出的",
    vintage: (vintage) => `版本 ${vintage}`,
    received: (day) => `，${day}收到`,
    newest: "。最新版本。",
    asOfThen: "。按当时所知读取。",
  },
  failed: "无法取得数据。",
  holds: (vintage, day) => `图中是版本 ${vintage}（${day}）。`,
  newer: (vintage, newest) => `您看到的是版本 ${vintage}。已有更新的数据：版本 ${newest}。`,
  live: "查看最新",
  offline: (vintage) => `已离线。您看到的是版本 ${vintage}。`,
  loading: "正在载入图表。",
  tablesFailed: "表格未能载入。请重新加载页面再试。",
};
