import { useEffect, useState } from "react";
import { dataView, encodeView, type View } from "../../data/model/view.ts";
import { type Loaded, loadData } from "./api.ts";
import { type Asked, useAsked } from "./asked.ts";

/** What a page has and waits for. The last data stay while newer ones come, and when they do not. */
export type DataState = Asked<Loaded>;

/**
 * The data of a view. Asked for again only when what must be read changes: a range, an interval or a scale is cut from
 * what is here.
 */
export function useData(view: View): DataState {
  const asked = useAsked(encodeView(dataView(view)), (signal) => loadData(view, signal));
  return asked.locked ? { ...asked, failure: null } : asked;
}

/** Whether the browser has a network, as it says. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener("online", update);
    addEventListener("offline", update);
    return () => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    };
  }, []);
  return online;
}
