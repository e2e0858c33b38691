import type { ShareMark } from "./topic-group.ts";
import type { TopicPanel, TopicsModel } from "./topics.ts";

/** What a later vintage draws otherwise in one picture. */
export interface TopicChange {
  /** Of the later vintage, in the hue that it has in the picture. */
  mark: ShareMark;
  /** Of the earlier one; `undefined` where it has none. */
  old: ShareMark | undefined;
  /** Places of the dates whose share is another. */
  dates: number[];
}

/** Pictures of topics at two vintages. */
export interface ComparedTopics {
  /** The earlier one; its changed lines and edges step back. */
  model: TopicsModel;
  /** By the id of a picture. */
  changes: ReadonlyMap<string, readonly TopicChange[]>;
  after: TopicsModel;
}

/**
 * Sets pictures of topics beside the same of a later vintage, on one scale. In a stack a band also moves where one under it
 * changed: its edge is drawn anew, and no date of it is told as changed.
 *
 * @param after of the same view and days
 * @example comparedTopics(before, after).changes.get("privacy")?.[0]?.dates // [9, 10, 11]
 */
export function comparedTopics(before: TopicsModel, after: TopicsModel): ComparedTopics {
  const { top, ticks } = after.top > before.top ? after : before;
  const later = new Map(after.panels.map((panel) => [panel.id, panel]));
  const changes = new Map(before.panels.map((panel) => [panel.id, changesOf(panel, later.get(panel.id))]));
  const panels = before.panels.map((panel) => steppedBack(panel, changes.get(panel.id) ?? [], later.get(panel.id)));
  return { model: { ...before, top, ticks, panels }, changes, after };
}

function changesOf(before: TopicPanel, after: TopicPanel | undefined): TopicChange[] {
  const own = new Map(before.marks.map((mark) => [mark.id, mark]));
  return (after?.marks ?? []).flatMap((mark): TopicChange[] => {
    const old = own.get(mark.id);
    if (mark.stroke === null || (old && same(old.high, mark.high))) return [];
    const dates = mark.shares.flatMap((share, at) => (share !== null && share !== (old?.shares[at] ?? null) ? [at] : []));
    return [{ mark: { ...mark, stroke: old?.stroke ?? mark.stroke }, old, dates }];
  });
}

/** Marks that are others later, or are gone, have a dashed edge; a band keeps its hue. */
function steppedBack(panel: TopicPanel, changes: readonly TopicChange[], after: TopicPanel | undefined): TopicPanel {
  const others = new Set(changes.map(({ mark }) => mark.id));
  const left = new Set(after?.marks.map(({ id }) => id));
  const marks = panel.marks.map((mark): ShareMark => {
    if (mark.stroke === null || (!others.has(mark.id) && left.has(mark.id))) return mark;
    return { ...mark, edge: { ...mark.stroke, color: "text-3", dash: "4 3", width: 1.75, cap: "butt" } };
  });
  return { ...panel, marks };
}

function same(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
