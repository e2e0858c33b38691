import type { ReactElement } from "react";
import { CLAIMS } from "../../../data/chart/claim-words.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Claim } from "../../../data/model/figure.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

/** Each topic with what the article claims of it, what the figures find of that, and why. */
export function Claims({ claims, catalog }: { claims: readonly Claim[]; catalog: Catalog }): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const said = wordsOf(CLAIMS);
  return (
    <section className={styles.claims} aria-labelledby="claims">
      <h2 id="claims">{words.claims}</h2>
      <p>{words.claimsDek}</p>
      <ul>
        {catalog.topics
          .filter((topic) => topic.id !== ALL_TOPICS)
          .map((topic) => {
            const own = claims.filter((claim) => claim.topic === topic.id);
            return (
              <li key={topic.id} data-topic={topic.id}>
                <h3>{topic.name}</h3>
                {own.length === 0 && <p className={styles.note}>{words.noClaim}</p>}
                {own.map((claim) => {
                  const told = said.told(claim);
                  return (
                    <div key={claim.id}>
                      <p className={styles.claim}>{said.sentence(told.claim)}</p>
                      <p className={styles.note}>
                        <span className={styles.finding} title={said.meaning[claim.finding]}>
                          {said.finding[claim.finding]}
                        </span>{" "}
                        {told.note}
                      </p>
                    </div>
                  );
                })}
              </li>
            );
          })}
      </ul>
    </section>
  );
}
