import type { Place } from "./address.ts";

const WITH_BAR: readonly Place[] = ["growth", "map", "countries", "topics", "evidence"];

/** Whether a page begins with the filter bar, whose place is kept until it is here. */
export function hasBar(page: Place): boolean {
  return WITH_BAR.includes(page);
}
