import { type ReactElement, useRef, useState } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Page } from "../../../data/model/page.ts";
import { ApiError } from "../../app/api.ts";
import { useAsked } from "../../app/asked.ts";
import { wordsOf } from "../../app/language.ts";
import { giveSharingToken, sharingToken, useToken } from "../../app/token.ts";
import { HEADER } from "../../app/words.ts";
import { TokenForm } from "../../controls/TokenForm.tsx";
import { listShares } from "../../share/shares.ts";
import grid from "../../tables/tables.module.css";
import page from "../data/DataPage.module.css";
import type { Act, Done } from "./act.ts";
import styles from "./Shares.module.css";
import { SharesTable } from "./SharesTable.tsx";
import { SHARES_PAGE } from "./words.ts";

/** How many come at first, and how many more at a time. */
const AT_A_TIME = 200;

interface Props {
  /** For names; `null` where it is not known, or not for this reader. */
  catalog: Catalog | null;
  onVisit: (page: Page) => void;
}

/** The list of a token, or the question for one. */
export function SharesList({ catalog, onVisit }: Props): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const text = sharingToken(useToken());
  const [wanted, setWanted] = useState(AT_A_TIME);
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const busy = useRef(false);
  const asked = useAsked(`shares ${wanted}`, text === "" ? null : (signal) => listShares(wanted, signal));
  const { loaded, failure } = asked;

  if (asked.locked || text === "")
    return (
      <div className={styles.token}>
        <TokenForm ask={words.ask} why={asked.locked ? failure : null} go={words.show} onToken={giveSharingToken} />
      </div>
    );
  const act: Act = async (slug, work, told) => {
    if (busy.current) return;
    busy.current = true;
    try {
      const share = await work();
      setDone({ slug: share.slug, text: told(share), failed: false });
      setOpen(share.slug);
      asked.retry();
    } catch (error) {
      setDone({ slug, text: error instanceof Error ? error.message : String(error), failed: true });
      // The list asks for the token that it takes.
      if (error instanceof ApiError && error.isLocked) asked.retry();
    } finally {
      busy.current = false;
    }
  };
  return (
    <div className={grid.section} aria-busy={asked.pending}>
      {failure !== null && (
        <div className={page.failure} role="alert">
          <p>
            {words.failed} <span>{failure}</span>
          </p>
          <button type="button" className="quiet" onClick={asked.retry}>
            {wordsOf(HEADER).again}
          </button>
        </div>
      )}
      {loaded === null ? (
        <div className={page.reserved}>{failure === null && <p role="status">{words.loading}</p>}</div>
      ) : loaded.shares.length === 0 ? (
        <div className={styles.none}>
          <p>{words.none}</p>
          <button type="button" className="primary" onClick={() => onVisit("growth")}>
            {words.toGrowth}
          </button>
        </div>
      ) : (
        <>
          <p role="status">{words.count(loaded.shares.length, loaded.next !== null)}</p>
          <SharesTable list={loaded} catalog={catalog} open={open} done={done} onOpen={setOpen} onDone={setDone} act={act} />
          {loaded.next !== null && (
            <button type="button" className={`quiet ${styles.older}`} onClick={() => setWanted(wanted + AT_A_TIME)}>
              {words.older}
            </button>
          )}
        </>
      )}
    </div>
  );
}
