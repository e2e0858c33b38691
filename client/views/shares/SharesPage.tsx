import { type ReactElement, useEffect } from "react";
import { useOnline } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { useToken } from "../../app/token.ts";
import { HEADER } from "../../app/words.ts";
import page from "../data/DataPage.module.css";
import { SharesList } from "./SharesList.tsx";
import { SHARES_PAGE } from "./words.ts";

/** The short links of a token: where each leads, how often it is followed, and what ends it. */
export function SharesPage({ data, onVisit }: Pick<PageProps, "data" | "onVisit">): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const online = useOnline();
  const { given } = useToken();
  const title = wordsOf(HEADER).title(words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      {!online && (
        <p className={page.offline} role="status">
          <span className="wrap">{words.offline}</span>
        </p>
      )}
      <main id="main" className={`wrap ${page.page}`}>
        <h1>{words.title}</h1>
        <p className={page.lead}>{words.lead}</p>
        {/* Another token has others: nothing stays of what the last one listed. */}
        <SharesList key={given} catalog={data.loaded?.catalog ?? null} onVisit={onVisit} />
      </main>
    </>
  );
}
