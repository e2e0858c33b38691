import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Loaded } from "../../client/app/api.ts";
import { wordsOf } from "../../client/app/language.ts";
import { PROBLEMS } from "../../client/app/problem-words.ts";
import { Failure, Newer, Offline } from "../../client/views/growth/States.tsx";
import { defaultView } from "../../data/model/view.ts";
import type { Store } from "../../server/store/store.ts";

/** What stands around the last picture when something is the matter. */
export const STATES: Readonly<Record<string, (loaded: Loaded) => ReactElement>> = {
  "error, with an older picture": (loaded) => <Failure text={wordsOf(PROBLEMS).noAnswer} loaded={loaded} onRetry={() => {}} />,
  "error, without a picture": () => <Failure text={wordsOf(PROBLEMS).answered(500, "internal", "")} loaded={null} onRetry={() => {}} />,
  "newer data exist": (loaded) => <Newer loaded={{ ...loaded, newest: loaded.newest + 1 }} onLive={() => {}} />,
  offline: (loaded) => <Offline vintage={loaded.catalog.vintage} />,
};

/** A state as the page writes it, without the names of its styles; needs a DOM. */
export function drawState(name: string, store: Store): string {
  const catalog = store.catalog();
  const loaded = { view: defaultView(), catalog, series: [], figures: [], events: [], notices: [], newest: catalog.vintage } as Loaded;
  const place = document.createElement("div");
  const root = createRoot(place);
  flushSync(() => root.render(STATES[name]?.(loaded)));
  const html = place.innerHTML.replaceAll(/ class="[^"]*"/g, "");
  flushSync(() => root.unmount());
  return `${html}\n`;
}
