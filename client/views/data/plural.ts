import { fullNumber } from "../../../data/chart/format.ts";

/** A count with its English noun. @example plural(2, "entry", "entries") // "2 entries" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${fullNumber(count)} ${count === 1 ? one : many}`;
}
