import { useState } from "react";
import type { Reference } from "../../../data/analysis/entry-changes.ts";
import type { DailySeries } from "../../../data/model/series.ts";

/** What a later vintage has of what a page shows. */
export interface LaterPage {
  /** What the page has loaded: it is that alone which this may be drawn over. */
  of: object;
  /** Numbers of the two, the earlier first. */
  vintages: readonly [old: number, now: number];
  /** What the two are called. */
  names: readonly [old: string, now: string];
  /** Names, figures, events and claims of the later one, in the language of the page. */
  reference: Reference;
  /** The series of the page as the later one has them, those that only it has among them. */
  series: DailySeries[];
}

/** How a page draws a later vintage over what it has loaded; from the chunk of its bar. */
export interface Drawing<Draw> {
  of: object;
  draw: Draw;
}

/** What draws the later vintage of an open bar, as long as the page has what it was read for; `null` where nothing is compared. */
export function useDrawing<Draw>(of: object | null): readonly [Draw | null, (drawing: Drawing<Draw> | null) => void] {
  const [drawing, setDrawing] = useState<Drawing<Draw> | null>(null);
  return [drawing !== null && drawing.of === of ? drawing.draw : null, setDrawing];
}
