import type { ReactElement } from "react";
import { numberOf } from "../../../data/model/day.ts";
import { dayWithYear, fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import type { ListedShare, ShareList } from "../../share/shares.ts";
import styles from "./Shares.module.css";
import { recentVisits, visitBars } from "./visits.ts";
import { SHARES_PAGE } from "./words.ts";

const STEP = 3;
const HEIGHT = 22;

/** How often a short link was followed in all, and on each of the last days. */
export function Visits({ share, days }: { share: ListedShare; days: ShareList["days"] }): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const { counts, sum, top } = recentVisits(share, days);
  const width = counts.length * STEP;
  const told = top === null ? words.noRecent : words.recent(sum, top.visits, dayWithYear(numberOf(top.day)));
  return (
    <span className={styles.visits} title={told}>
      <b>{fullNumber(share.visits)}</b>
      <span className="visually-hidden">. {told}</span>
      <svg width={width} height={HEIGHT + 1} aria-hidden="true" data-sum={sum}>
        <path className={styles.ground} d={`M0 ${HEIGHT + 0.5}H${width}`} />
        <path d={visitBars(counts, STEP, HEIGHT)} />
      </svg>
    </span>
  );
}
