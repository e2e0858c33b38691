import { type ReactElement, useCallback } from "react";
import { withLater } from "../../../data/chart/evidence-changes.ts";
import { type EvidencePage, evidencePage } from "../../../data/chart/evidence-page.ts";
import { QUANTITY } from "../../../data/chart/quantity-words.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import type { LaterPage } from "../newer/later-page.ts";
import { type DrawingBarProps, Bar as PageBar } from "../newer/PageNewer.tsx";
import { toldHere } from "./told.ts";

/** The page with what a later vintage has otherwise in its charts. */
export type EvidenceDraw = (
  page: EvidencePage,
  view: Pick<View, "platforms" | "countries" | "quantities" | "providers" | "known">,
) => EvidencePage;

/** How much of a pinned page of evidence is other by now, and what draws it. */
export function Bar({ onDraw, ...props }: DrawingBarProps<EvidenceDraw>): ReactElement | null {
  const onRead = useCallback((read: LaterPage | null) => onDraw(read && { of: read.of, draw: drawOf(read) }), [onDraw]);
  return <PageBar {...props} says="lines" draws={FIGURES} onRead={onRead} />;
}

const FIGURES = ["figures"] as const;

function drawOf({ reference, names }: LaterPage): EvidenceDraw {
  const { figures, claims } = reference;
  return (page, view) => {
    const told = toldHere();
    const after = evidencePage({ figures, claims, catalog: reference, view, quantities: wordsOf(QUANTITY), told });
    return withLater(page, after, names, told);
  };
}
