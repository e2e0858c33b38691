import type { ReactElement } from "react";
import { ENGLISH_FORMAT, type Format } from "../../data/chart/format.ts";
import type { ComparedTopics, TopicChange } from "../../data/chart/topics-changes.ts";
import { topicReading } from "../../data/chart/topics-reading.ts";
import { TOPICS, type TopicsWords } from "../../data/chart/topics-words.ts";
import { along, Placement } from "./place.ts";
import type { ShareFrame } from "./share-frame.ts";
import { MOST_DOTS, NameTexts, placedNames } from "./vintage-names.tsx";

/** What a later vintage has over pictures of shares. */
export interface LaterShares {
  /** What it is called. */
  name: string;
  /** Over a picture, whose marks have stepped back; `null` where it is the same. */
  over: (frame: ShareFrame) => ReactElement | null;
  /** What it says of a date, by the id of a mark: where that is another. */
  textsOf: (panel: string, index: number) => ReadonlyMap<string, string>;
}

/** @param names of the two vintages, the earlier first */
export function laterShares(
  { model, changes, after }: ComparedTopics,
  names: readonly [old: string, now: string],
  { words = TOPICS.english, format = ENGLISH_FORMAT }: { words?: TopicsWords; format?: Format },
): LaterShares {
  const { starts } = model;
  return {
    name: names[1],
    over: (frame) => {
      const own = changes.get(frame.panel.id) ?? [];
      return own.length === 0 ? null : <Later changes={own} starts={starts} frame={frame} names={names} />;
    },
    textsOf: (panel, index) => {
      const [old, now] = [model, after].map((of) => {
        const at = of.panels.find(({ id }) => id === panel);
        const rows = (at && topicReading(of, at, index, words, format)?.rows) ?? [];
        return new Map(rows.map(({ id, text, remark }) => [id, remark === "" ? text : `${text}, ${remark}`]));
      });
      const ids = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
      return new Map([...ids].filter((id) => old?.get(id) !== now?.get(id)).map((id) => [id, now?.get(id) ?? words.nothing]));
    },
  };
}

interface LaterProps {
  changes: readonly TopicChange[];
  starts: readonly number[];
  frame: ShareFrame;
  names: readonly [old: string, now: string];
}

/** The later lines, a dot on each date whose share is another, and the names of both. */
function Later({ changes, starts, frame, names }: LaterProps): ReactElement {
  const placeOf = (value: number, at: number) => ({ x: frame.x(starts[at] as number), y: frame.y(value) });
  const runsOf = (values: readonly (number | null)[]) => {
    const runs: { x: number; y: number }[][] = [[]];
    for (const [at, value] of values.entries())
      if (value === null) runs.push([]);
      else runs.at(-1)?.push(placeOf(value, at));
    return runs.filter((run) => run.length > 0);
  };
  const at = (values: readonly (number | null)[], dates: readonly number[]) =>
    dates.flatMap((date) => {
      const value = values[date] ?? null;
      return value === null ? [] : [placeOf(value, date)];
    });
  const room = { x: frame.left, y: frame.top - 4, width: frame.right - frame.left, height: frame.bottom - frame.top + 8 };
  const lines = changes.flatMap(({ mark, old }) => [...runsOf(mark.high), ...(old ? runsOf(old.high) : [])]);
  const placement = new Placement(
    room,
    lines.flatMap((run) => along(run)),
  );
  const placed = placedNames(placement, names, {
    later: changes.flatMap(({ mark, dates }) => at(mark.high, dates)),
    earlier: changes.flatMap(({ old, dates }) => (old ? at(old.high, dates) : [])),
  });
  return (
    <g data-later="">
      {changes.map(({ mark, old, dates }) => {
        const ink = `var(--${mark.stroke?.color})`;
        const d = pathOf(runsOf(mark.high));
        const differs = (date: number) => mark.high[date] !== old?.high[date];
        // Where both are one line a rim would part it from its band.
        const apart = mark.high.map((value, date) => (differs(date - 1) || differs(date) || differs(date + 1) ? value : null));
        return (
          <g key={mark.id} data-line={mark.id} fill="none" strokeLinejoin="round">
            <path d={pathOf(runsOf(apart))} stroke="var(--surface-page)" strokeWidth={4.5} />
            <path d={d} stroke={ink} strokeWidth={2} strokeDasharray={mark.kind === "modelled" ? mark.stroke?.dash : undefined} />
            {dates.length <= MOST_DOTS &&
              at(mark.high, dates).map(({ x, y }) => (
                <circle key={x} data-changed="" cx={x} cy={y} r={3} fill={ink} stroke="var(--surface-page)" strokeWidth={1} />
              ))}
          </g>
        );
      })}
      <NameTexts placed={placed} />
    </g>
  );
}

/** A line through each run; a date that stands alone is a dot. */
function pathOf(runs: readonly (readonly { x: number; y: number }[])[]): string {
  return runs
    .map((run) => `M${run.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}${run.length === 1 ? "h.01" : ""}`)
    .join("");
}
