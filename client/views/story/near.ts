import { type RefCallback, useCallback, useRef, useState } from "react";

/** How near to the window something must come to be drawn. */
const MARGIN = "700px 0px";

/** Whether an element has ever been near the window: what is far away is not drawn yet, and what was drawn stays. */
export function useNear<Kind extends Element>(): [RefCallback<Kind>, boolean] {
  const [near, setNear] = useState(false);
  const observer = useRef<IntersectionObserver | null>(null);
  const watch = useCallback((element: Kind | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.current?.disconnect();
      },
      { rootMargin: MARGIN },
    );
    observer.current.observe(element);
  }, []);
  return [watch, near];
}
