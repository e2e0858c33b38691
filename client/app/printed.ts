import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed. What follows from it is drawn before the browser looks. */
export function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const turns = { beforeprint: () => flushSync(() => setPrinted(true)), afterprint: () => setPrinted(false) };
    for (const [name, turn] of Object.entries(turns)) addEventListener(name, turn);
    return () => {
      for (const [name, turn] of Object.entries(turns)) removeEventListener(name, turn);
    };
  }, []);
  return isPrinted;
}
