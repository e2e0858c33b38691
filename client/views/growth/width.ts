import { type RefCallback, useCallback, useRef, useState } from "react";
import { usePrinted } from "../../app/printed.ts";

/** CSS pixels between the margins of a sheet of A4, which is the narrower one. */
const PAPER = 718;

/**
 * The width of an element in whole pixels, kept as it changes; 0 until it is there. While it is printed that of a sheet
 * at most: the page is laid out anew for it, of which no observer hears.
 */
export function useWidth<Kind extends HTMLElement>(): [RefCallback<Kind>, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const measure = useCallback((element: Kind | null) => {
    observer.current?.disconnect();
    if (!element) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.current.observe(element);
  }, []);
  const isPrinted = usePrinted();
  return [measure, isPrinted ? Math.min(width, PAPER) : width];
}
