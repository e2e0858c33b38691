import { type ReactElement, useCallback } from "react";
import { compareWith } from "../growth/compare-with.ts";
import type { LaterPage } from "../newer/later-page.ts";
import { type DrawingBarProps, Bar as PageBar } from "../newer/PageNewer.tsx";
import type { CountriesDraw } from "./later-rows.ts";

/** How much of a pinned table of countries is other by now, and what draws it. */
export function Bar({ onDraw, ...props }: DrawingBarProps<CountriesDraw>): ReactElement | null {
  const onRead = useCallback((read: LaterPage | null) => onDraw(read && { of: read.of, draw: drawOf(read) }), [onDraw]);
  return <PageBar {...props} says="cells" draws={DRAWN} onRead={onRead} />;
}

const DRAWN = ["values", "figures"] as const;

function drawOf({ series, reference, vintages, names }: LaterPage): CountriesDraw {
  const { figures, events } = reference;
  return {
    ...{ names, series, figures, catalog: reference },
    compareOf: ({ view }, rows) => {
      const own = (one: { platform: string; country: string }) => rows.includes(`${one.platform}.${one.country}`);
      return compareWith({ view, catalog: reference, series: series.filter(own), figures: figures.filter(own), events }, vintages);
    },
  };
}
