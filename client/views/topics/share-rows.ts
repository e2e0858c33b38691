import type { Format } from "../../../data/chart/format.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { shareText } from "../../../data/chart/topic-group.ts";
import type { TopicsModel } from "../../../data/chart/topics.ts";
import type { TopicsWords } from "../../../data/chart/topics-words.ts";
import type { SourceKind } from "../../../data/model/source.ts";

export interface ShareCell {
  text: string;
  /** The date, and how many of its days count where some do not. */
  when: string;
}

/** One topic of one platform, country and source in numbers. */
export interface ShareRow {
  id: string;
  topic: string;
  place: string;
  source: string;
  kind: SourceKind;
  first: ShareCell;
  most: ShareCell;
  last: ShareCell;
  /** Percentage points from the first to the last date; `null` where they are one, or days are missing in either. */
  change: string | null;
  dates: string;
}

/** A row for each topic that has a share on any date, group by group. */
export function shareRows(model: TopicsModel, words: TopicsWords, format: Format): ShareRow[] {
  const { groups, starts, lengths, view } = model;
  return groups.flatMap((group) => {
    const { columns, rest, days } = group.shares;
    const part = (at: number) => (days[at] ?? 0) < (lengths[at] ?? 0);
    const dayText = (day: number) => (view.interval === "month" ? format.monthName(day) : format.dayWithYear(day));
    const shown = columns.map(({ topic, shares }) => ({ id: topic, name: nameOf(model.names, topic), shares }));
    if (rest) shown.push({ id: "rest", name: words.rest, shares: rest });
    return shown.flatMap(({ id, name, shares }): ShareRow[] => {
      const told = shares.flatMap((share, at) => (share === null ? [] : [{ at, share }]));
      const [first, last] = [told[0], told.at(-1)];
      if (!first || !last) return [];
      const most = told.reduce((best, one) => (one.share > best.share ? one : best));
      const cell = ({ at, share }: { at: number; share: number }): ShareCell => ({
        text: shareText(share, words, format),
        when: [dayText(starts[at] as number), part(at) ? words.remark(days[at] as number, lengths[at] as number) : ""]
          .filter(Boolean)
          .join(", "),
      });
      const points = Math.round((last.share - first.share) * 1000) / 10;
      return [
        {
          ...{ id: `${group.id} ${id}`, topic: name, place: group.title, source: group.sourceName, kind: group.kind },
          ...{ first: cell(first), most: cell(most), last: cell(last) },
          change:
            first === last || part(first.at) || part(last.at)
              ? null
              : `${points > 0 ? "+" : points < 0 ? "−" : ""}${format.fullNumber(Math.abs(points))}`,
          dates: `${told.length} / ${starts.length}`,
        },
      ];
    });
  });
}
