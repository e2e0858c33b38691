import type { Before, MeasureWords } from "./measure-words.ts";

const BEFORE: Record<Before, string> = { day: "较前一天", weekday: "较一周前同一星期几", week: "较前一周", month: "较前一个月" };

export const measureInChinese: MeasureWords = {
  about: (text) => `约${text}`,
  qualified: (text, qualifier) => `${{ "": "", about: "约", under: "不到", over: "超过" }[qualifier]}${text}`,
  list: (names) => names.join("、"),
  index: (name, base) => `${name}，指数，${base}`,
  per100k: (name) => `每十万人${name}`,
  change: (name, before, places) => `${name}，${BEFORE[before]}的变化（${places ? "名次" : "%"}）`,
  brief: {
    index: (name) => `${name}，指数`,
    per100k: (name) => `每十万人${name}`,
    change: (name, places) => `${name}，变化（${places ? "名次" : "%"}）`,
  },
  base: {
    day: (day) => `${day} = 100`,
    week: (day) => `${day}所在的周 = 100`,
    month: (month) => `${month} = 100`,
    own: "每条线的第一个值 = 100",
  },
  was: (value) => `数值 ${value}`,
  refused: (measure, metric) =>
    measure === "index"
      ? `${metric}没有指数：名次不是数量。改为显示名次。`
      : `${metric}不能按每十万人显示：它不是可以分摊的数量。改为显示数值。`,
  linear: "变化可能为零或负数，在对数刻度上没有位置，因此改用线性刻度。",
  byDay: "从第 0 天起算的线按日绘制。",
  noSecond: "线从第 0 天起算时，不绘制第二个时段。",
  unknownEvent: (slug) => `没有名为 \`${slug}\` 的事件：按日历日绘制。`,
  leftOut: (why, names) => {
    switch (why) {
      case "missing":
        return `${names}没有指数：基准日没有数据。`;
      case "countries":
        return `${names}没有指数：基准日并非所有国家都有上报。`;
      case "zero":
        return `${names}没有指数：基准为零，无法计算相对于零的百分比。`;
      case "incomplete":
        return `${names}没有指数：基准所在的周或月天数不全。`;
      case "population":
        return `未绘制：${names}。参考资料中没有其人口数。`;
      case "onset":
        return `未绘制：${names}。没有发现激增，因此没有第 0 天。`;
      case "rank":
        return `未绘制：${names}。不在名次中寻找激增，因此没有第 0 天。`;
      case "range":
        return `这些日子里没有：${names}。`;
    }
  },
  fromZero: (count) => `有 ${count} 个从零开始的变化未绘制：无法计算相对于零的百分比。`,
  allCountries: "缺少任一国家或地区数据的日子未绘制。",
  instead: "按日历日显示数值",
  figures: {
    change: "此度量下不绘制已发布数字：它们都是水平值，不是变化。",
    index: (count) => `此度量下有 ${count} 个已发布数字未绘制：其来源没有带基准的线。`,
    aligned: (count) => `有 ${count} 个已发布数字未绘制：旁边的线各有不同的第 0 天。`,
  },
  day0: {
    onset: "第 0 天 = 各自的激增起点",
    event: (title, day) => `第 0 天 = ${title}，${day}`,
  },
  day: (count) => (count === 0 ? "第 0 天" : `${count > 0 ? "+" : "−"}${Math.abs(count)}`),
  onDay: (count) => `第 ${count < 0 ? "−" : ""}${Math.abs(count)} 天`,
  dayOf: (count, onset) => {
    const zero = onset ? "各自起点" : "事件";
    if (count === 0) return onset ? "第 0 天，各条线的激增起点" : "第 0 天，事件当天";
    return `第 ${count < 0 ? "−" : ""}${Math.abs(count)} 天，${zero}${count < 0 ? "前" : "后"} ${Math.abs(count)} 天`;
  },
  dayOfLine: (name, day) => `${name} ${day}`,
  bases: (lines) => `第一个值：${lines}。`,
  ofModel: "模型的属性",
  more: (count) => `另外 ${count} 条`,
  second: {
    label: (days) => days,
    behind: (days) => `后面较细、带菱形的线：${days}，星期几对齐。`,
    moved: (day, asked) => `它从${day}而不是${asked}开始，以便星期几对齐。`,
    none: "第二个时段没有数据。",
    same: "第二个时段与第一个相同：请选择其他日期进行比较。",
  },
  handle: {
    label: "指数的基准",
    own: (day) => `${day}，第一个值`,
    hint: "等于 100 的那一天。可拖动，或用方向键移动；按 B 键取正在查看的那一天。",
  },
  said: {
    in: (place) => `（${place}）`,
    madeUp: "演示数据：",
    index: (most, day, last, lastDay) => `指数最高为 ${most}（${day}），${lastDay}为 ${last}。`,
    per100k: (counted, most, day, last, lastDay) => `每十万人中${counted}最高为 ${most}（${day}），${lastDay}为 ${last}。`,
    change: (most, day, least, leastDay) => `：最大变化 ${most}（${day}），最小变化 ${least}（${leastDay}）。`,
    one: {
      index: (value, day) => `：${day}的指数为 ${value}。`,
      per100k: (value, day, counted) => `：${day}每十万人中${counted}为 ${value}。`,
      change: (value, day) => `：${day}变化 ${value}。`,
    },
    nothing: (index) => (index ? "：其基准是建模日，因此不引用指数。" : "：没有仅以已发布数字为依据的值，因此不引用。"),
    second: { begin: "第二个时段：", was: (most, day) => `最高为 ${most}（${day}）`, between: "，", end: "。" },
    more: (count) => `另有 ${count} 个平台见下。`,
  },
};
