import type { CountriesWords } from "./words.ts";

export const countriesInChinese: CountriesWords = {
  title: "国家和地区",
  headline: (metric, series, countries, hasWorld) => {
    const where = [...(countries > 0 ? [`${countries} 个国家和地区`] : []), ...(hasWorld ? ["全球"] : [])];
    return `${metric}：${where.join("及")}的 ${series} 条序列`;
  },
  found: (kind, found, of) => {
    const who = { observed: "观测", estimate: "估算", modelled: "模型", illustrative: "虚构" }[kind];
    const note = { observed: "", estimate: "", modelled: "（这是模型的性质）", illustrative: "（不是发现）" }[kind];
    return `${of} 条${who}序列中有 ${found} 条出现激增${note}。`;
  },
  method: "激增按序列的全部已存日期计算，与上方所选日期无关；所选日期只决定折线和最新值。",
  ranks: "排名没有激增：名次不是可以上升的数量。",
  scales: "每条折线使用各自的刻度，高度至少为 2 倍。",
  reading: (read, of) => `已分析 ${read}/${of} 条序列`,
  notRead: "尚未分析",
  noValue: "无数据",
  table: "各平台、各国家和地区的序列",
  columns: { series: "国家或地区", kind: "类型", source: "来源", trend: "走势", latest: "最新值" },
  columnHelp: {
    series: "国家或地区及平台；点击名称可在“增长”页打开该序列。",
    kind: "数字是怎样得来的。",
    source: "数字由谁给出。",
    trend: "上方所选的日期。",
    latest: "上方所选日期内的最后一个值及其日期。",
  },
  onDay: (day) => `显示 ${day} 的数值。`,
  dayInstead: "改为显示最新值",
  search: "搜索国家、平台或来源",
  searched: (rows, of) => (rows === of ? `${of} 行` : `${of} 行中的 ${rows} 行`),
  nothingFound: (search) => `没有包含“${search}”的行。`,
  showAll: "显示所有行",
  chooseColumns: "列",
  usualColumns: "恢复默认列",
  show: (column) => column,
  earlier: (column) => `将“${column}”左移`,
  later: (column) => `将“${column}”右移`,
  pin: (column) => `固定“${column}”`,
  pinned: "固定",
  always: "始终在首列",
  csvHelp: "将这些行在此版本的激增数据存为文件",
  density: "行距",
  densities: [
    ["roomy", "宽松"],
    ["dense", "紧凑"],
  ],
  choose: (row) => `绘制${row}`,
  open: (row) => `${row}：在“增长”页打开`,
  chart: "所选行",
  chosen: (rows) => `已选 ${rows} 行`,
  noneChosen: "尚未选择任何行：图表显示网址中的国家和地区。勾选行即可绘制。",
  notHere: (rows) => `所选行中有 ${rows} 行在这里没有数据。`,
  tooMany: (shown, rows) => `已选 ${rows} 行，图表只显示前 ${shown} 行。`,
  clear: "全部取消",
  openInGrowth: "在“增长”页打开",
  noPart: "图表未能加载。请重新加载页面再试。",
  noChart: "没有可绘制的内容：请勾选表格中的行。",
  empty: (metric) => `已启用的来源中，没有这些平台的“${metric}”数据。`,
  instead: (metric) => `显示“${metric}”`,
  newRows: (vintage, count, first) => `${vintage}另有 ${count} 行：${first.join("；")}${count > first.length ? "等" : ""}。`,
  goneIn: (vintage) => `${vintage}中已无`,
  illustrative: (series) => `另有 ${series} 条序列是为演示功能而虚构的，目前关闭。`,
  addIllustrative: "显示它们",
  unknownColumn: (column) => `没有名为 \`${column}\` 的列，已忽略。`,
  loading: "正在加载序列。",
};
