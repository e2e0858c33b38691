import type { SURGE } from "../../data/chart/surge-words.ts";
import { surgeInChinese } from "../../data/chart/surge-words.zh.ts";
import type { COUNTRIES } from "../views/countries/words.ts";
import { countriesInChinese } from "../views/countries/words.zh.ts";
import type { HEADER } from "./words.ts";
import { headerInChinese } from "./words.zh.ts";

/** Simplified Chinese, area by area: a chunk of its own, which only those who read it fetch. */
export const CHINESE: Readonly<Record<string, unknown>> = {
  header: headerInChinese satisfies (typeof HEADER)["english"],
  surge: surgeInChinese satisfies (typeof SURGE)["english"],
  countries: countriesInChinese satisfies (typeof COUNTRIES)["english"],
};
