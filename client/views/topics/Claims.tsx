import type { ReactElement } from "react";
import { CLAIMS } from "../../../data/chart/claim-words.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Claim } from "../../../data/model/figure.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./Topics.module.css";
import { TOPICS_PAGE } from "./words.ts";

/** Every figure of the evidence page. */
const EVERYTHING: View = { ...defaultView(), platforms: [], countries: [] };

/** Each topic with what the article claims of it, what the figures find of that, and why. */
export function Claims({ claims, catalog, view }: { claims: readonly Claim[]; catalog: Catalog; view: View }): ReactElement {
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
                        {claim.evidence.map((figure) => (
                          <a
                            key={figure}
                            className={styles.evidence}
                            href={pathOf("evidence", { ...EVERYTHING, vintage: view.vintage, figure })}
                          >
                            {words.figure(figure)}
                          </a>
                        ))}
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
