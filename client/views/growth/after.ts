import { useEffect, useState } from "react";

/** Whether something has been shown and the browser has had a turn since: then it may fetch what is less urgent. */
export function useAfter(shown: boolean): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const turn = setTimeout(() => setAfter(true));
    return () => clearTimeout(turn);
  }, [shown]);
  return after;
}
