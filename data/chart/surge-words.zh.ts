import type { FigureWords, SurgeWords } from "./surge-words.ts";

const LOW_NOTE = "汇总数据无法说明具体是哪些人留了下来。";

export const surgeInChinese: SurgeWords = {
  title: "激增",
  figures: {
    baseline: {
      label: "基线",
      short: "基线",
      unit: "unit",
      method: "激增开始前平常一天的水平：剔除星期影响、收拢异常值之后，取对数的平均值。",
    },
    onset: { label: "起始日", short: "起始日", unit: "", method: "上升的第一天：高于基线的累积和在最高点之前最后一次离开零的那一天。" },
    peak: { label: "峰值", short: "峰值", unit: "unit", method: "激增期间剔除星期影响后最高的一天及其数值；可能与原始上报值不同。" },
    multiple: { label: "基线倍数", short: "倍数", unit: "", method: "峰值除以基线。至少达到 1.5 倍才算激增。" },
    days_to_peak: { label: "到峰值的天数", short: "到峰值", unit: "天", method: "从起始日到峰值日的天数。" },
    half_life: {
      label: "半衰期",
      short: "半衰期",
      unit: "天",
      method: "高于平台期的部分减少一半所需的天数：对峰值之后的数据拟合指数衰减，并给出 95% 的此类拟合能够包含真实值的范围。",
    },
    plateau: { label: "平台期", short: "平台期", unit: "unit", method: "衰减最终稳定下来的水平，与半衰期一同拟合。" },
    retained_7: retained("7"),
    retained_14: retained("14"),
    retained_28: retained("28"),
    excess: {
      label: "超出量",
      short: "超出量",
      unit: "unit（逐日累加）",
      method: "自起始日起，高于预期区间的各天超出预期值的部分之和；范围按区间的上下边缘计算。没有上报的日子不计入其中。",
    },
  },
  missing: (missing) => {
    switch (missing.reason) {
      case "too_early":
        return "为时尚早";
      case "other_shape":
        return "形状不符";
      case "missing_days":
        return "缺少数据";
      case "few_days_before":
        return "此前天数不足";
      case "steep_trend":
        return "趋势过陡";
      case "rank":
        return "属于排名";
      case "few_days":
        return "天数不足";
      case "high_from_the_start":
        return "开始即在高位";
      case "no_rise":
        return "没有上升";
      case "spike":
        return "短暂尖峰";
      case "too_small":
        return "不足 1.5 倍";
    }
  },
  why: (missing) => {
    switch (missing.reason) {
      case "too_early":
        return `为时尚早：峰值之后只有 ${missing.there} 天，需要 ${missing.needed} 天。`;
      case "other_shape":
        return "峰值之后的数据并未按指数衰减的形状回落到某个平台期。";
      case "missing_days":
        return "那一周有日子没有上报数据。";
      case "few_days_before":
        return "起始日之前不足 14 天，无法给出预期区间。";
      case "steep_trend":
        return "基线每天变化超过 1%，无法据此推断之后的日子。";
      case "rank":
        return "不在排名中寻找激增：名次不是可以上升的数量。";
      case "few_days":
        return "不寻找激增：大于零的数据不足 8 天。";
      case "high_from_the_start":
        return "未发现激增：最高的几天就在最初 5 天之内，无从得知此前的水平。";
      case "no_rise":
        return "未发现激增：没有哪一天持续高于原有水平。";
      case "spike":
        return "不是激增，而是短暂的尖峰：上升没有持续 3 天。";
      case "too_small":
        return "没有激增：持续的部分不到原有水平的 1.5 倍。";
    }
  },
  band: {
    label: "没有激增时的预期",
    method: "按星期规律延续基线，并给出 95% 的单日数值所处的范围；基线有趋势时范围加宽，趋势过陡或起始日之前不足 14 天时不予给出。",
  },
  kind: { observed: "", estimate: "属于估算", modelled: "模型自身的性质", illustrative: "虚构数据" },
  said: (kind, sentence) => {
    if (kind === "modelled") return `这是模型自身的性质，并非发现：${sentence}`;
    if (kind === "illustrative") return `这是虚构数据，并非发现：${sentence}`;
    return kind === "estimate" ? `根据估算：${sentence}` : sentence;
  },
  found: (multiple, days) => `${days === 0 ? "第一天即" : `${days} 天内`}升至基线的 ${multiple}。`,
  none: "没有激增",
  notCohort: `激增留存比例不是同期群留存率。${LOW_NOTE}`,
  days: (count) => `${count} 天`,
  between: (low, high) => `${low} 至 ${high}`,
  lacks: (range, days) => `${range}，未计入没有上报的 ${days} 天`,
  onDay: (value, day) => `${value}（${day}）`,
  madeWith: (value) => `设定值：${value}`,
  ranged: (value, range) => `${value}（${range}）`,
  marked: (label, value, method) => `${label}：${value}。${method}`,
  trend: "基线带有趋势，预期区间因此加宽。",
  coverage: {
    label: "覆盖率",
    method: "从第一天到最后一天之间，有上报数据的天数。",
    text: (reported, spanned) => `${spanned} 天中的 ${reported} 天`,
  },
};

function retained(days: string): FigureWords {
  return {
    label: `${days} 天后的留存比例`,
    short: `+${days} 天`,
    unit: "占激增的比例",
    method: `在峰值高出基线的部分中，峰值后第 ${days} 天前后七天的平均值仍保有的比例。${LOW_NOTE}`,
  };
}
