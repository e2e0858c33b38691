import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { cutOf } from "../../../data/chart/cut.ts";
import { decodeView } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { useData } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import { Painted } from "../../app/Painted.tsx";
import { HEADER } from "../../app/words.ts";
import { Notices } from "../../controls/Notices.tsx";
import { askedTheme, showTheme } from "../../controls/theme.ts";
import { PICTURE } from "../growth/picture.ts";
import { Failure, Waiting } from "../growth/States.tsx";
import { announceHeight } from "./announce.ts";
import styles from "./Embed.module.css";
import { numberedEvents } from "./NumberedEvents.tsx";
import { EMBEDDED } from "./words.ts";

/** The chart of an address alone, for a page of somebody else. Keeps nothing in the browser and asks it for nothing. */
export function EmbedPage(): ReactElement {
  const words = wordsOf(EMBEDDED);
  const [asked] = useState(() => decodeView(new URLSearchParams(location.search)));
  const [view, setView] = useState(asked.view);
  const data = useData(view);
  const { loaded } = data;
  const module = PICTURE.use();
  const cut = useMemo(() => (loaded ? cutOf(view, loaded) : null), [view, loaded]);
  const content = useRef<HTMLElement>(null);
  useEffect(() => showTheme(askedTheme(location.search) ?? "system"), []);
  useEffect(() => {
    if (content.current && parent !== window) return announceHeight(content.current, parent);
  }, []);
  return (
    <main id="main" className={styles.embed} ref={content} aria-busy={data.pending}>
      <Notices notices={[...asked.notices, ...(data.pending ? [] : (loaded?.notices ?? []))]} />
      {data.failure !== null && <Failure text={data.failure} loaded={loaded} onRetry={data.retry} />}
      {module === "failed" && <Failure text={wordsOf(HEADER).pageFailed} loaded={null} onRetry={() => location.reload()} />}
      {loaded && cut && module && module !== "failed" ? (
        <module.GrowthPicture asked={view} cut={cut} loaded={loaded} pending={data.pending} alone={numberedEvents} onChange={setView} />
      ) : data.locked ? (
        <Waiting told="" locked />
      ) : (
        <div className={data.failure === null ? styles.waiting : undefined}>
          <Painted />
        </div>
      )}
      <p className={styles.back}>
        <a href={pathOf("growth", cut?.view ?? view)} target="_blank" rel="noopener">
          {words.open}
          <span className="visually-hidden">{words.apart}</span>
        </a>
      </p>
    </main>
  );
}
