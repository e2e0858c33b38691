import type { MethodWords } from "./words.ts";

export const methodInChinese: MethodWords = {
  title: "线条是怎样得出的",
  lead: "没有人发布过逐日的数字。已发布的是一个个单独的数字，由不同的公司得出，由不同的媒体转述，彼此相差十倍。圆点就是这样的数字。虚线是模型：它穿过所列的数字，在数字之间按均匀的增长率连接，并加上每周的节律。它始于第一个数字，止于最后一个数字；此外的部分在图中以斜线填充。",
  failed: "无法取得数据。",
  sources: "来源",
  licence: (licence) => `许可：${licence}。`,
  fixing: "固定线条的数字",
  ofView: "限于您来时的视图中的平台以及国家和地区。",
  head: { days: "日期", figure: "数字", of: "对象", said: "出处", fixes: "固定的线", note: "附注" },
  comma: "，",
  data: "数据",
  open: ["这里的一切都是公开的：", "、", "、", "，以及", "。"],
  links: { figures: "全部数字（CSV）", events: "事件", vintages: "版本", description: "接口说明" },
};
