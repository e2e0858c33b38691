import { type ReactElement, useEffect, useRef } from "react";
import type { NoSurgeReason } from "../../../data/analysis/surge.ts";
import { ACCURACY_SERIES, BAND_COVERAGE, FALSE_SURGES, SURGE_ACCURACY } from "../../../data/analysis/surge-accuracy.ts";
import { SURGE_FIGURES, type SurgeMissing } from "../../../data/analysis/surge-figure.ts";
import { SUBSTITUTION } from "../../../data/chart/substitution-words.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { defaultView } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { compact, fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Scroll } from "../../tables/Scroll.tsx";
import styles from "./Method.module.css";
import { SURGE_METHOD } from "./surge-method-words.ts";

const ANCHOR = "surge";
const NONE: readonly NoSurgeReason[] = ["few_days", "high_from_the_start", "no_rise", "spike", "too_small", "rank"];
/** Reasons for which a figure of a surge is missing; of too early, the one of the press reading. */
const MISSING: readonly SurgeMissing[] = [
  ...NONE.map((reason) => ({ reason })),
  { reason: "too_early", needed: 21, there: 14 },
  { reason: "other_shape" },
  { reason: "missing_days" },
  { reason: "few_days_before" },
  { reason: "steep_trend" },
];

/** How a surge is found, what is assumed, and how well it works; in the words of the card and of the tables. */
export function SurgeMethod(): ReactElement {
  const words = wordsOf(SURGE_METHOD);
  const surge = wordsOf(SURGE);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The page comes later than the browser looks for the anchor.
    if (location.hash === `#${ANCHOR}`) heading.current?.scrollIntoView();
  }, []);
  const told = [
    ...SURGE_FIGURES.map((figure) => ({ name: surge.figures[figure].label, text: surge.figures[figure].method })),
    { name: surge.band.label, text: surge.band.method },
    { name: surge.coverage.label, text: surge.coverage.method },
  ];
  return (
    <>
      <h2 id={ANCHOR} ref={heading}>
        {words.title}
      </h2>
      <p>{words.lead}</p>
      <h3>{words.figures}</h3>
      <List rows={told} />
      <p>{surge.notCohort}</p>
      <h3>{words.noSurge}</h3>
      <p>{words.noSurgeLead}</p>
      <List rows={MISSING.map((missing) => ({ name: surge.missing(missing), text: surge.why(missing) }))} />
      <h3>{words.assumptions}</h3>
      <ul className={styles.list}>
        {words.assumed.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{words.accuracy}</h3>
      <Accuracy />
      <h3>{words.answers}</h3>
      <List rows={words.answered.map(([name, text]) => ({ name, text }))} />
      <h3>{words.beside}</h3>
      <p>{wordsOf(SUBSTITUTION).about}</p>
      <p>{words.besideHow}</p>
      <p>
        {words.same} <a href={pathOf("countries", defaultView())}>{words.table}</a>, <a href="/api/v1/surges?format=csv">{words.csv}</a>.
      </p>
    </>
  );
}

function List({ rows }: { rows: readonly { name: string; text: string }[] }) {
  return (
    <dl className={styles.sources}>
      {rows.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What `npm run bench -- surge` measures; a test keeps the numbers equal to it. */
function Accuracy() {
  const words = wordsOf(SURGE_METHOD);
  const percent = (value: number) => `${fullNumber(value)}%`;
  const figures = Object.keys(words.accuracyRows) as (keyof typeof words.accuracyRows)[];
  const disturbances = Object.keys(words.disturbed) as (keyof typeof words.disturbed)[];
  return (
    <>
      <p>{words.accuracyLead(ACCURACY_SERIES)}</p>
      <Scroll className={styles.scroll} aria-label={words.accuracy}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.excessAtPeak}</th>
              {SURGE_ACCURACY.map(({ peak }) => (
                <th key={peak} scope="col">
                  {compact(peak)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure}>
                <th scope="row">{words.accuracyRows[figure]}</th>
                {SURGE_ACCURACY.map((one) => (
                  <td key={one.peak}>{percent(one[figure])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{words.falseLead}</p>
      <ul className={styles.list}>
        {disturbances.map((disturbance) => (
          <li key={disturbance}>
            {words.disturbed[disturbance]}: {percent(FALSE_SURGES[disturbance])}
          </li>
        ))}
      </ul>
      <p>{words.coverage(percent(BAND_COVERAGE.independent), percent(BAND_COVERAGE.alike))}</p>
    </>
  );
}
