import type { SubstitutionWords } from "./substitution-words.ts";

const days = (count: number) => `${count} 天`;

const EITHER = "无法说明孰先孰后";
const lagShort = (lag: number) => (lag === 0 ? "同一天" : `${lag > 0 ? "之后" : "之前"} ${days(Math.abs(lag))}`);
const lagRange = (low: number, high: number) => {
  if (low > 0) return `之后 ${low} 至 ${days(high)}`;
  return high < 0 ? `之前 ${-high} 至 ${days(-low)}` : `${lagShort(low)}至${lagShort(high)}`;
};

export const substitutionInChinese: SubstitutionWords = {
  title: (losing) => `与 ${losing} 对照`,
  platform: "平台",
  explained: "每个数字如何得出",
  more: (pairs) => `另有 ${pairs} 组未显示：减少国家或平台即可看到。`,
  about:
    "在同一国家、同一段日子里，一个平台高出预期的部分，与另一个平台低于预期的部分并列。这只是同时出现的关联：汇总数据无法说明是不是同一批人转移了，也无法说明是否有人转移。",
  columns: {
    days: { label: "比较的天数", method: "从激增起始日到峰值之后四周：只计两个序列都有数据的日子。" },
    excess: {
      label: "超出量",
      method:
        "激增的序列在这些天里高出预期总和的部分；范围在 95% 的情况下包含真实值。这里每一天都计入，而激增的超出量只计高于预期区间的日子。",
    },
    shortfall: { label: "不足量", method: "另一个序列相对于其起始日之前的数据所预期的总和，少了多少。" },
    ratio: { label: "超出量与不足量之比", method: "两者相除。范围以最小的超出量对最大的不足量，反之亦然。" },
    lag: { label: "先后", method: "两个极值之间的天数，各自与预期值相比；范围包括可能只是偶然成为极值的日子。" },
  },
  why: (missing, { gaining, losing }, surge) => {
    switch (missing.reason) {
      case "nothing_beside":
        return `同一来源在这里没有 ${losing} 的序列。`;
      case "no_amount":
        return "排名和人均值不是数量，无法相互对照。";
      case "few_days":
        return `在激增期间，${gaining} 与 ${losing} 共有的数据不足 3 天。`;
      case "no_surge":
        return `${gaining} 本身没有激增。${surge(missing.surge)}`;
      case "no_band": {
        const whose = missing.of === "gaining" ? gaining : losing;
        return missing.why === "few_days"
          ? `${whose} 在起始日之前的数据不足 14 天，无从得知原本会怎样。`
          : `${whose} 在起始日之前每天变化超过 1%，无法据此推断之后的日子。`;
      }
      case "no_excess":
        return `${gaining} 没有超出：这些天的总和并不比原本可能的更多。`;
      case "no_shortfall":
        return `${losing} 没有不足：这些天的总和并不比原本可能的更少。`;
    }
  },
  said: ({ excess, shortfall, days: count, range, unit }, { gaining, losing }) =>
    `在 ${days(count)}里（${range}），${gaining} 比预期高出 ${excess}，${losing} 比预期低 ${shortfall}（${unit}）。`,
  ratio: (ratio, low, high, { gaining, losing }) => `${gaining} 的超出量是 ${losing} 不足量的 ${ratio} 倍（${low} 至 ${high}）。`,
  lag: ({ value, low, high }, { gaining, losing }) => {
    const main =
      value === 0
        ? `${losing} 的最低日与 ${gaining} 的最高日是同一天`
        : `${losing} 的最低日在 ${gaining} 的最高日${value > 0 ? "之后" : "之前"} ${days(Math.abs(value))}`;
    if (low === high) return `${main}。`;
    const range = `考虑偶然因素，可能为${lagRange(low, high)}`;
    return low < 0 && high > 0 ? `${main}；${range}，因此${EITHER}。` : `${main}；${range}。`;
  },
  lagShort,
  lagRange,
  eitherFirst: EITHER,
  aside: (text, more) => `${text}：${more}`,
  summed: (unit, isSum) => (isSum ? unit : `${unit}，逐日累加`),
  between: (low, high) => `${low} 至 ${high}`,
  days,
  gap: "",
};
