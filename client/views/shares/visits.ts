import { type Day, dayOf, numberOf } from "../../../data/model/day.ts";
import type { ListedShare, ShareList } from "../../share/shares.ts";

/** The visits of some days, one by one. */
export interface RecentVisits {
  /** A number for each day, the first first. */
  counts: number[];
  sum: number;
  /** The first day with the most of them; `null` where there were none. */
  top: { day: Day; visits: number } | null;
}

/** The visits of the days of a list; days without are 0: nobody came. */
export function recentVisits({ by_day }: Pick<ListedShare, "by_day">, days: ShareList["days"]): RecentVisits {
  const [first, last] = [numberOf(days.first), numberOf(days.last)];
  const byDay = new Map(by_day.map(({ day, visits }) => [day, visits]));
  const counts = Array.from({ length: last - first + 1 }, (_, at) => byDay.get(dayOf(first + at)) ?? 0);
  const most = Math.max(...counts);
  const top = most === 0 ? null : { day: dayOf(first + counts.indexOf(most)), visits: most };
  return { counts, sum: counts.reduce((sum, count) => sum + count, 0), top };
}

/** A bar for each day with visits, as one path: the highest as high as there is room, none lower than 2 px. */
export function visitBars(counts: readonly number[], step: number, height: number): string {
  const most = Math.max(...counts);
  return counts
    .map((count, at) => {
      if (count === 0) return "";
      const high = Math.max(2, Math.round((count / most) * height));
      return `M${at * step} ${height}v${-high}h${step - 1}v${high}z`;
    })
    .join("");
}
