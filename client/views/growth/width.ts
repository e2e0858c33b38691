import { type RefCallback, useCallback, useRef, useState } from "react";

/** The width of an element in whole pixels, kept as it changes; 0 until it is there. */
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
  return [measure, width];
}
