import type { Extent } from "../analysis/table.ts";
import type { DayNumber } from "../model/day.ts";
import { capital, nameOf } from "./names.ts";

import { nounOf, shareText, type TopicGroup, type TopicsTold } from "./topic-group.ts";
import type { At } from "./topics-words.ts";

/** Where the dates stand, and how many days of the calendar each has. */
interface Dates {
  starts: readonly DayNumber[];
  lengths: readonly number[];
}

/**
 * What pictures of topics say, of the first of them: how much the topics had together at both ends, and which was the
 * largest. Only weeks and months with all their days are told, where there are any. Of a model no number is told.
 */
export function topicsHeadline(groups: readonly TopicGroup[], dates: Dates, told: TopicsTold, range: Extent): string {
  const [group] = groups;
  if (!group) return emptyText(told, range);
  const { words } = told;
  const more = groups.length > 1 && told.view.stack ? words.more(groups.length - 1) : "";
  const { metric, view, choice } = told;
  if (group.kind === "modelled")
    return `${words.kind.modelled}${words.description({ metric: nounOf(metric), of: choice.of, topics: choice.topics.length, interval: view.interval, stacked: true })}`;
  return capital(`${words.kind[group.kind]}${courseOf(group, dates, told)}`) + more;
}

function courseOf(group: TopicGroup, { starts, lengths }: Dates, { words, format, metric, view, catalog }: TopicsTold): string {
  const { columns, days, of } = group.shares;
  const known = starts.map((_, at) => at).filter((at) => columns.some((column) => (column.shares[at] ?? null) !== null));
  const whole = known.filter((at) => days[at] === lengths[at]);
  const told = whole.length > 0 ? whole : known;
  const [first, last] = [told[0] as number, told.at(-1) as number];
  const at = (index: number, share: number): At => ({
    share: shareText(share, words, format),
    when: words.when(view.interval, dayText(starts[index] as DayNumber)),
  });
  const dayText = (day: DayNumber) => (view.interval === "month" ? format.monthName(day) : format.longDay(day));
  const together = (index: number) => columns.reduce((sum, column) => sum + (column.shares[index] ?? 0), 0);
  const top = columns.toSorted((a, b) => (b.shares[last] ?? 0) - (a.shares[last] ?? 0))[0] as (typeof columns)[number];
  const topic = nameOf(catalog.topics, top.topic);
  const share = top.shares[last] ?? 0;
  const place = { topics: columns.length, metric: nounOf(metric), platform: group.platformName, place: group.spokenPlace };
  if (of === "topics") return words.largestOf({ ...place, topic, at: at(last, share) });
  const said =
    first === last
      ? words.once({ ...place, at: at(first, together(first)) })
      : words.together({ ...place, from: at(first, together(first)), to: at(last, together(last)) });
  return columns.length > 1 ? said + words.largest(topic, shareText(share, words, format)) : said;
}

/** What is not exact, or not there: a sentence each. */
export function topicsRemarks(groups: readonly TopicGroup[], incomplete: number, told: TopicsTold): string[] {
  const { view, words, catalog } = told;
  const over = groups.reduce((sum, { shares }) => sum + shares.over, 0);
  const lacking = [
    ...new Set(groups.filter(({ shares }) => told.choice.of === "all" && shares.of === "topics").map((one) => one.sourceName)),
  ];
  const platforms = view.platforms.filter((id) => !groups.some((group) => group.platform === id));
  const countries = view.sum ? [] : view.countries.filter((id) => !groups.some((group) => group.country === id));
  const missing = [...platforms.map((id) => nameOf(catalog.platforms, id)), ...countries.map((id) => words.spoken(id, catalog.countries))];
  return [
    ...(missing.length > 0 && groups.length > 0 ? [words.missing(missing)] : []),
    ...lacking.map((source) => words.noAll(source)),
    ...(incomplete > 0 ? [words.incomplete(incomplete, view.partial)] : []),
    ...(over > 0 && view.stack ? [words.over(over)] : []),
  ];
}

function emptyText({ view, metric, words, format, catalog }: TopicsTold, range: Extent): string {
  if (view.platforms.length === 0) return words.noPlatform;
  if (view.countries.length === 0) return words.noCountry;
  return words.empty({
    metric: nounOf(metric),
    platforms: view.platforms.map((id) => nameOf(catalog.platforms, id)),
    places: view.countries.map((id) => words.spoken(id, catalog.countries)),
    when: format.rangeText(range.from, range.to),
  });
}
