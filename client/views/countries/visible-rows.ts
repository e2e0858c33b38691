import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { usePrinted } from "../../app/printed.ts";

/** Tables up to this long are drawn whole, so that the browser's own search finds every row. */
const DRAWN_WHOLE = 80;
/** Rows drawn beyond each edge: the next one is there when the focus moves on to it. */
const BEYOND = 10;
/** The window moves by this many rows, so that most scrolling draws nothing. */
const STEP = 5;

/** Rows from `first` up to, without, `end`. */
export interface Visible {
  first: number;
  end: number;
}

/** The rows around what a scroller shows of a table whose rows are all equally high. */
export function visibleRows(count: number, rowHeight: number, scrolled: number, shown: number): Visible {
  const first = Math.floor((scrolled / rowHeight - BEYOND) / STEP) * STEP;
  const end = Math.ceil(((scrolled + shown) / rowHeight + BEYOND) / STEP) * STEP;
  return { first: Math.max(0, Math.min(first, count - BEYOND)), end: Math.min(count, Math.max(end, BEYOND)) };
}

/** The same, kept as the scroller moves or changes its size; and how high a row is. On paper, which does not scroll, all of them. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, count: number, dense: boolean): Visible & { rowHeight: number } {
  const isPrinted = usePrinted();
  const whole = isPrinted || count <= DRAWN_WHOLE;
  const [rowHeight, setRowHeight] = useState(dense ? 33 : 49);
  const [visible, setVisible] = useState<Visible>({ first: 0, end: Math.min(count, 40) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height where they are dense
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>("tbody tr[data-row]");
    if (row && row.offsetHeight > 0) setRowHeight(row.offsetHeight);
  }, [scroller, dense, count]);
  useEffect(() => {
    const element = scroller.current;
    if (whole || !element) return;
    const update = () => {
      const next = visibleRows(count, rowHeight, element.scrollTop, element.clientHeight);
      setVisible((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    update();
    element.addEventListener("scroll", update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", update);
      observer.disconnect();
    };
  }, [scroller, whole, count, rowHeight]);
  return whole ? { first: 0, end: count, rowHeight } : { first: visible.first, end: Math.min(count, visible.end), rowHeight };
}
