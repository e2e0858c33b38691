import { type ReactElement, useMemo } from "react";
import { type EvidencePage, evidencePage } from "../../../data/chart/evidence-page.ts";
import { QUANTITY } from "../../../data/chart/quantity-words.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import frame from "../page.module.css";
import { Charts } from "./Charts.tsx";
import { Claims } from "./Claims.tsx";
import styles from "./Evidence.module.css";
import type { EvidenceDraw } from "./EvidenceNewer.tsx";
import { EvidenceTable, rowsId } from "./EvidenceTable.tsx";
import { KnownSlider } from "./KnownSlider.tsx";
import type { EvidenceLoaded } from "./load.ts";
import { AllSaid, Said } from "./Said.tsx";
import type { GrowthLink } from "./ToGrowth.tsx";
import { toldHere } from "./told.ts";
import { EVIDENCE_PAGE } from "./words.ts";

interface Props {
  view: View;
  loaded: EvidenceLoaded;
  pending: boolean;
  /** Draws what a later vintage has otherwise, where the page compares. */
  draw?: EvidenceDraw | null;
  onChange: (view: View, tag?: string) => void;
  onVisit: GrowthLink["onVisit"];
}

/** What the figures are, what was known when, the figures by provider, the claims, and the same in numbers. */
export function EvidenceBody({ view, loaded, pending, draw = null, onChange, onVisit }: Props): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const { platforms, countries, quantities, providers, known } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else a view says changes no figure
  const page = useMemo(
    () =>
      evidencePage({
        ...loaded,
        view: { platforms, countries, quantities, providers, known },
        quantities: wordsOf(QUANTITY),
        told: toldHere(),
      }),
    [loaded, platforms.join(), countries.join(), quantities.join(), providers.join(), known],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page says which figures there are
  const drawn = useMemo(() => (draw ? draw(page, view) : page), [draw, page]);
  const growth = useMemo(() => ({ view, onVisit }), [view, onVisit]);
  const all = () => onChange({ ...view, platforms: [], countries: [], quantities: [], providers: [] });
  const toTable = (quantity: string) => document.getElementById(rowsId(quantity))?.focus();
  return (
    <div className={`${frame.body} ${styles.body}`} data-pending={pending || undefined}>
      <div className={styles.lead}>
        <h1 className={frame.headline}>{page.headline ? <Said of={page.headline} /> : words.title}</h1>
        <p className={frame.dek}>
          <AllSaid of={page.lead} />
        </p>
        {page.hidden && (
          <p className={frame.dek}>
            <Said of={page.hidden} />{" "}
            <button type="button" className={frame.link} onClick={all}>
              {words.showAll}
            </button>
          </p>
        )}
        {page.charts.length > 0 && (
          <nav className={styles.jump} aria-label={words.parts}>
            <a href="#charts">{words.charts}</a>
            <a href="#claims">{words.claims}</a>
            <a href="#numbers">{words.table}</a>
          </nav>
        )}
      </div>
      <KnownSlider page={page} figures={loaded.figures} view={view} onChange={onChange} />
      {drawn.charts.length > 0 ? (
        <Charts page={drawn} loaded={loaded} pointed={view.figure} growth={growth} onTable={toTable} />
      ) : (
        <Empty page={page} none={loaded.figures.length === 0} onAll={all} onLatest={() => onChange({ ...view, known: "" }, "known")} />
      )}
      <Claims page={page} growth={growth} />
      {page.charts.length > 0 && <EvidenceTable page={page} loaded={loaded} pointed={view.figure} growth={growth} />}
    </div>
  );
}

/** Why there is nothing, and the nearest view that has something. */
function Empty({
  page,
  none,
  onAll,
  onLatest,
}: {
  page: EvidencePage;
  none: boolean;
  onAll: () => void;
  onLatest: () => void;
}): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const early = page.model.later.length > 0;
  return (
    <div className={styles.empty} role="status">
      <p>{none ? words.noFigures : early ? words.notYet : words.noMatch}</p>
      {!none && (
        <p>
          {early && (
            <button type="button" className={frame.link} onClick={onLatest}>
              {words.toLatest}
            </button>
          )}{" "}
          {page.hidden && (
            <button type="button" className={frame.link} onClick={onAll}>
              {words.showAll}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
