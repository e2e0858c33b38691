import { type ReactElement, useCallback } from "react";
import { type TopicsInput, type TopicsModel, topicsModel } from "../../../data/chart/topics.ts";
import { comparedTopics } from "../../../data/chart/topics-changes.ts";
import { type LaterShares, laterShares } from "../../charts/later-shares.tsx";
import type { LaterPage } from "../newer/later-page.ts";
import { type DrawingBarProps, Bar as PageBar } from "../newer/PageNewer.tsx";

/** The pictures with what a later vintage draws over them. */
export type TopicsDraw = (before: TopicsModel, input: TopicsInput) => { model: TopicsModel; later: LaterShares };

/** How much of pinned topics is other by now, and what draws it. */
export function Bar({ onDraw, ...props }: DrawingBarProps<TopicsDraw>): ReactElement | null {
  const onRead = useCallback((read: LaterPage | null) => onDraw(read && { of: read.of, draw: drawOf(read) }), [onDraw]);
  return <PageBar {...props} says="lines" onRead={onRead} />;
}

function drawOf({ series, reference, names }: LaterPage): TopicsDraw {
  return (before, input) => {
    const compared = comparedTopics(before, topicsModel({ ...input, series, catalog: reference }));
    return { model: compared.model, later: laterShares(compared, names, input) };
  };
}
