import { useEffect, useState } from "react";

/** A part of the page that comes when it is wanted: `undefined` until it is here. */
export interface Later<Module> {
  /** Fetches it without showing it. */
  preload: () => void;
  /** A hook: fetches it once it is wanted, again where it failed before. */
  use: (wanted?: boolean) => Module | "failed" | undefined;
}

/** Keeps a module that is imported late, so that it is there at once the second time. */
export function later<Module>(load: () => Promise<Module>): Later<Module> {
  let module: Module | undefined;
  const fetched = () =>
    load().then((arrived) => {
      module = arrived;
      return arrived;
    });
  return {
    preload: () => {
      // Whoever wants to see it asks again, and is told where that fails.
      if (module === undefined) fetched().catch(() => undefined);
    },
    use: (isWanted = true) => {
      const [state, setState] = useState<Module | "failed" | undefined>(module);
      useEffect(() => {
        if (!isWanted) return;
        if (module !== undefined) return setState(() => module);
        let wanted = true;
        const show = (arrived: Module | "failed") => {
          if (wanted) setState(() => arrived);
        };
        fetched().then(show, () => show("failed"));
        return () => {
          wanted = false;
        };
      }, [isWanted]);
      return state;
    },
  };
}
