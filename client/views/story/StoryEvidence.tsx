import { type ReactElement, useEffect, useMemo } from "react";
import { evidencePage } from "../../../data/chart/evidence-page.ts";
import { readingSaid } from "../../../data/chart/figure-said.ts";
import { providerName, tickText } from "../../../data/chart/figure-text.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { QUANTITY, quantityName } from "../../../data/chart/quantity-words.ts";
import { wordsOf } from "../../app/language.ts";
import { EvidenceChart } from "../../charts/EvidenceChart.tsx";
import type { EvidenceText } from "../../charts/evidence-frame.ts";
import { growthText, visitGrowth } from "../evidence/ToGrowth.tsx";
import { toldHere } from "../evidence/told.ts";
import { EVIDENCE_PAGE } from "../evidence/words.ts";
import type { PictureProps } from "./picture-props.ts";
import styles from "./Story.module.css";

/** Every reading of one quantity by who measured it, as the evidence page draws it. */
export function StoryEvidence({ loaded, width, describedBy, onDrawn, onVisit }: PictureProps): ReactElement | null {
  const words = wordsOf(EVIDENCE_PAGE);
  const { catalog, figures, view } = loaded;
  const said = useMemo(() => {
    const { platforms, countries, quantities, providers, known } = view;
    const of = { platforms, countries, quantities, providers, known };
    return evidencePage({ figures, claims: [], catalog, view: of, quantities: wordsOf(QUANTITY), told: toldHere() }).charts[0];
  }, [figures, catalog, view]);
  const text = useMemo((): EvidenceText => {
    const told = toldHere();
    return {
      tick: (value) => tickText(value, said?.chart.axis.kind ?? "value", told),
      provider: (row) => providerName(row.provider, told),
      platform: (id) => nameOf(catalog.platforms, id),
    };
  }, [catalog, said]);
  useEffect(() => {
    onDrawn();
  }, [onDrawn]);
  if (!said) return null;
  return (
    <>
      <figcaption className={styles.caption}>
        <b>{said.title.text}</b> {said.summary.map((one) => one.text).join(" ")}
      </figcaption>
      <EvidenceChart
        said={said}
        text={text}
        width={width}
        pointed=""
        describedBy={describedBy}
        help={words.help}
        open={words.open}
        readingOf={({ dot }) => readingSaid(dot, (figure) => quantityName(figure.metric, wordsOf(QUANTITY)), toldHere())}
        growth={(figure) => growthText(figure, view)}
        onGrowth={(figure) => visitGrowth(figure, { view, onVisit })}
        onTable={() => onVisit("evidence", view)}
      />
    </>
  );
}
