import type { ChangesWords } from "./changes-words.ts";

export const changesInChinese: ChangesWords = {
  exist: (changed, added, figures) => {
    const told = [
      changed && `${changed.shown} 个数值中有 ${changed.changed} 个已改变`,
      added && `新增 ${added} 个数值`,
      figures && `${figures} 个已发布的数字有变化`,
    ].filter((part) => part !== null);
    return `已有更新的数据：${told.join("，")}。`;
  },
  see: "查看变化",
  hide: "隐藏变化",
  drawn: (old, now) => `有差异之处，版本 ${old} 以灰色虚线表示，版本 ${now} 画在其上。`,
  notDrawn: "各国小图不画出变化，请看下方的表格。",
  name: (vintage) => `版本 ${vintage}`,
  title: "有哪些变化",
  told: (old, now) => `此视图中版本 ${now} 与版本 ${old} 不同的数值，逐日列出。`,
  head: { day: "日期", series: "系列", change: "变化" },
  none: "无",
  isNew: "新增",
  gone: "已撤回",
  more: (shown, all) => `共 ${all} 行，只列出前 ${shown} 行。缩短日期范围可看到其余各行。`,
};
