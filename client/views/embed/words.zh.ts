import type { EmbedWords } from "./words.ts";

export const embedInChinese: EmbedWords = {
  open: "在 RedNote Surge 中打开",
  apart: "（在新窗口中打开）",
};
