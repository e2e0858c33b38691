import type { ReactElement } from "react";
import type { ClaimSaid } from "../../../data/chart/claims-said.ts";
import type { EvidencePage } from "../../../data/chart/evidence-page.ts";
import { wordsOf } from "../../app/language.ts";
import { Badge } from "../../tables/Badge.tsx";
import styles from "./Claims.module.css";
import { Said } from "./Said.tsx";
import { type GrowthLink, ToGrowth } from "./ToGrowth.tsx";
import { toldHere } from "./told.ts";
import { EVIDENCE_PAGE } from "./words.ts";

/** Each claim of the article, by topic: what is found of it, why, and the figures behind that. */
export function Claims({ page, growth }: { page: EvidencePage; growth: GrowthLink }): ReactElement | null {
  const words = wordsOf(EVIDENCE_PAGE);
  if (!page.findings) return null;
  return (
    <section className={styles.claims} aria-labelledby="claims">
      <h2 id="claims">{words.claims}</h2>
      <p>
        <Said of={page.findings} /> {words.claimsKey}
      </p>
      {page.claims.map((group) => (
        <section key={group.topic} className={styles.group} aria-labelledby={`topic-${group.topic}`}>
          <h3 id={`topic-${group.topic}`}>{group.name}</h3>
          <ul>
            {group.claims.map((claim) => (
              <li key={claim.claim.id} id={claim.claim.id}>
                <One said={claim} growth={growth} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function One({ said, growth }: { said: ClaimSaid; growth: GrowthLink }): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const told = toldHere();
  return (
    <>
      <p className={styles.claim}>
        <Said of={said.text} />
      </p>
      <p className={styles.finding}>
        <span data-finding={said.claim.finding} className={styles.mark} aria-hidden="true" />
        <b>
          <Said of={said.finding} />
        </b>{" "}
        <Said of={said.meaning} />
      </p>
      {said.note && (
        <p className={styles.note}>
          <Said of={said.note} />
        </p>
      )}
      {said.figures.length === 0 ? (
        <p className={styles.none}>{words.noneBehind}</p>
      ) : (
        <ul className={styles.figures} aria-label={words.behind}>
          {said.figures.map(({ said: of, title, known }) => (
            <li key={of.figure.id} data-later={!known || undefined}>
              <b>
                <Said of={of.value} />
              </b>
              <span>
                <Said of={title} />, <Said of={of.days} />
                <small>
                  <a href={of.figure.url} target="_blank" rel="noopener noreferrer">
                    <Said of={of.who} />
                  </a>{" "}
                  <Badge kind={of.figure.estimate_kind} />{" "}
                  <Said of={known ? of.published : { ...of.published, text: `${of.published.text} (${told.words.notYet})` }} />{" "}
                  <ToGrowth figure={of.figure} growth={growth} />
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
