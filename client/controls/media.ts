import { useCallback, useSyncExternalStore } from "react";

/** From here on the filters stand in one bar; below they are in a sheet. The style sheets say 56.1875em for "below". */
export const WIDE = "(min-width: 56.25em)";

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  );
}
