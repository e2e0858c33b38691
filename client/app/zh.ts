import type { HEADER } from "./words.ts";
import { headerInChinese } from "./words.zh.ts";

/** Simplified Chinese, area by area: a chunk of its own, which only those who read it fetch. */
export const CHINESE: Readonly<Record<string, unknown>> = {
  header: headerInChinese satisfies (typeof HEADER)["english"],
};
