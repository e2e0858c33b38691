import { Fragment, type ReactElement, useId, useMemo, useState } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import { followHere, renderedHere } from "../../app/address.ts";
import { language, wordsOf } from "../../app/language.ts";
import { dayText, lastDayText } from "../../share/end.ts";
import type { ListedShare, ShareList } from "../../share/shares.ts";
import { Scroll } from "../../tables/Scroll.tsx";
import grid from "../../tables/tables.module.css";
import type { Act, Done } from "./act.ts";
import { ShareChanges } from "./ShareChanges.tsx";
import styles from "./Shares.module.css";
import { pressed, type ShareRow, type SharesSorting, sortedShares } from "./sorted-shares.ts";
import { Visits } from "./Visits.tsx";
import { viewText } from "./view-text.ts";
import { SHARES_PAGE, type SharesColumn } from "./words.ts";

interface Props {
  list: ShareList;
  catalog: Catalog | null;
  /** Slug of the one that is being changed. */
  open: string | null;
  done: Done | null;
  onOpen: (slug: string | null) => void;
  onDone: (done: Done | null) => void;
  act: Act;
}

/** A row for each short link; on a narrow page a paragraph each. */
export function SharesTable({ list, catalog, ...changing }: Props): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const [sorting, setSorting] = useState<SharesSorting>({ id: "created", desc: true });
  const spoken = language();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  const rows = useMemo(() => list.shares.map((share): ShareRow => ({ share, ...viewText(share, catalog) })), [list, catalog, spoken]);
  const sorted = useMemo(() => sortedShares(rows, sorting), [rows, sorting]);
  // Whose they are is said where they are not all of one.
  const several = new Set(list.shares.map(({ owner }) => owner)).size > 1;
  const head = (id: SharesColumn) => (
    <th scope="col" aria-sort={sorting.id === id ? (sorting.desc ? "descending" : "ascending") : undefined}>
      <button type="button" onClick={() => setSorting(pressed(sorting, id))}>
        {words.head[id]}
        {sorting.id === id && <span aria-hidden="true">{sorting.desc ? " ↓" : " ↑"}</span>}
      </button>
    </th>
  );
  const { open, done } = changing;
  return (
    <>
      <Scroll className={`${grid.scroll} ${styles.scroll}`} aria-label={words.title} data-table>
        <table className={`${grid.grid} ${styles.table}`}>
          <thead>
            <tr>
              {head("view")}
              <th scope="col" className={styles.plain}>
                {words.head.holds}
              </th>
              {head("note")}
              {several && head("owner")}
              {head("created")}
              {head("ends")}
              {head("state")}
              {head("visits")}
              <th scope="col" className={styles.plain}>
                <span className="visually-hidden">{words.head.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Row key={row.share.slug} row={row} several={several} days={list.days} {...changing} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {/* Beside its button for those who see it, and said here; what is open says it itself. */}
      <p className="visually-hidden" role="status">
        {done?.slug !== open && done?.text}
      </p>
    </>
  );
}

interface RowProps extends Omit<Props, "list" | "catalog"> {
  row: ShareRow;
  several: boolean;
  days: ShareList["days"];
}

function Row({ row: { share, title, detail }, several, days, open, done, onOpen, onDone, act }: RowProps): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const { head } = words;
  const id = useId();
  const { slug, state } = share;
  const isOpen = open === slug;
  const mine = done?.slug === slug ? done : null;
  const name = share.note || title;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(share.url);
      onDone({ slug, text: words.copied, failed: false });
    } catch {
      // Without a clipboard the reader copies by hand, from the field.
      onDone({ slug, text: words.byHand, failed: true });
      onOpen(slug);
    }
  };
  const toggle = () => {
    onDone(null);
    onOpen(isOpen ? null : slug);
  };
  return (
    <Fragment>
      <tr data-state={state} data-row={slug}>
        <th scope="row" className={styles.view}>
          <a href={renderedHere(share.address)} onClick={followHere}>
            {title}
          </a>
          {detail !== "" && <small>{detail}</small>}
        </th>
        <td data-label={head.holds}>{share.pinned ? words.pinned(share.vintage) : words.live}</td>
        <td data-label={head.note} className={styles.note} data-empty={share.note === "" || undefined}>
          {share.note}
        </td>
        {several && <td data-label={head.owner}>{share.owner ?? words.byCommand}</td>}
        <td data-label={head.created}>{dayText(share.created_at)}</td>
        <td data-label={head.ends}>{endsText(share) ?? words.never}</td>
        <td data-label={head.state}>
          <span className={styles.state} data-state={state}>
            {words.state[state]}
          </span>
        </td>
        <td data-label={head.visits}>
          <Visits share={share} days={days} />
        </td>
        <td className={styles.actions}>
          {state !== "revoked" && (
            <button type="button" className={grid.note} onClick={copy}>
              {words.copy}
              <span className="visually-hidden">{words.of(name)}</span>
            </button>
          )}{" "}
          <button type="button" className={grid.note} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
            {isOpen ? words.close : state === "revoked" ? words.details : words.change}
            <span className="visually-hidden">{words.of(name)}</span>
          </button>
          <small>{!isOpen && mine?.text}</small>
        </td>
      </tr>
      {isOpen && (
        <tr id={id} className={grid.told}>
          <td colSpan={several ? 9 : 8}>
            <ShareChanges key={`${share.note} ${share.expires_at}`} share={share} done={mine} act={act} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** The last day of a short link; of one that was ended the day on which it was. */
function endsText({ expires_at, revoked_at }: ListedShare): string | null {
  if (revoked_at !== null) return dayText(revoked_at);
  return expires_at === null ? null : lastDayText(expires_at);
}
