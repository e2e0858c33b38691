import type { TokenWords } from "./token-words.ts";

export const tokenInChinese: TokenWords = {
  label: "令牌",
  stays: "令牌只保存在本页的内存中，离开页面即消失。",
  isPrivate: "这台服务器不公开。",
  need: "图表、表格和下载都需要读取令牌。链接说明是哪个视图，持有令牌的人才能打开。",
  who: "令牌由服务器的管理者生成：`npm run -s token -- create NAME --scope read`。",
  show: "显示数据",
  why: (refusal) => refusal,
};
