import { type ReactElement, useMemo } from "react";
import { EMBED } from "../../data/model/page.ts";
import { defaultView } from "../../data/model/view.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import { PICTURE } from "../views/growth/picture.ts";
import { STORY_CHART } from "../views/story/chart.ts";
import { addressOf, pageHere, useAddress, viewed } from "./address.ts";
import { hasBar } from "./bar.ts";
import { useData } from "./data.ts";
import { Header } from "./Header.tsx";
import { LatePage } from "./LatePage.tsx";
import { wordsOf } from "./language.ts";
import { PAGE_PARTS } from "./pages.ts";
import { HEADER } from "./words.ts";

// Asked for before the data are, so that all are on their way at once; the largest first.
if (pageHere() === "growth") PICTURE.preload();
if (pageHere() === "story") STORY_CHART.preload();
if (location.pathname !== EMBED) PAGE_PARTS[pageHere()].preload();

/** One address, one set of data, and the page that shows them. */
export function App(): ReactElement {
  const { page, view, notices, change, visit } = useAddress();
  // The story shows views of its own, as of the vintage of the address.
  const data = useData(page === "story" ? { ...defaultView(), vintage: view.vintage } : view);
  const all = useMemo(() => [...notices, ...(data.pending ? [] : (data.loaded?.notices ?? []))], [notices, data.loaded, data.pending]);
  return (
    <>
      <a className="skip" href="#main">
        {wordsOf(HEADER).skip}
      </a>
      <Header page={page} view={view} onVisit={visit}>
        {page !== "shares" && (
          <ShareButton
            view={view}
            vintage={data.loaded?.catalog.vintage ?? 0}
            page={page}
            loaded={data.loaded}
            isPage={page === "data" || page === "method" || page === "story"}
            addressOf={(one) => addressOf(viewed(page), one)}
          />
        )}
      </Header>
      <LatePage
        key={page}
        part={PAGE_PARTS[page]}
        bar={hasBar(page)}
        view={view}
        data={data}
        notices={all}
        onChange={change}
        onVisit={visit}
      />
    </>
  );
}
