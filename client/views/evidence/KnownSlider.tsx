import type { ReactElement } from "react";
import { knownFigures } from "../../../data/chart/evidence.ts";
import type { EvidencePage } from "../../../data/chart/evidence-page.ts";
import { rowIds } from "../../../data/chart/statement.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { Figure } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import { longDay } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import frame from "../page.module.css";
import styles from "./Evidence.module.css";
import { AllSaid } from "./Said.tsx";
import { EVIDENCE_PAGE } from "./words.ts";

interface Props {
  page: EvidencePage;
  figures: readonly Figure[];
  view: View;
  onChange: (view: View, tag?: string) => void;
}

/** A slider over the days of publication, and what was known by the end of each. */
export function KnownSlider({ page, figures, view, onChange }: Props): ReactElement | null {
  const words = wordsOf(EVIDENCE_PAGE);
  const { stops } = page;
  const last = stops.length - 1;
  const latest = stops[last];
  if (latest === undefined) return null;
  const index = view.known === "" ? last : stops.findLastIndex((stop) => stop <= view.known);
  const day = view.known === "" || view.known >= latest ? latest : view.known;
  const counts = stops.map((stop) => figures.filter(({ published_on }) => published_on === stop).length);
  const most = Math.max(...counts);
  const said = page.known.map(({ text }) => text).join(" ");
  return (
    <section className={styles.known} aria-labelledby="known">
      <h2 id="known">{words.known}</h2>
      <div className={styles.slider}>
        <label htmlFor="known-day">
          {words.slider}{" "}
          <output>
            <span data-rows={page.known[0] ? rowIds(page.known[0]) : undefined}>{longDay(numberOf(day))}</span>
            {day === latest && ` (${words.latest})`}
          </output>
        </label>
        <div className={styles.bars} aria-hidden="true">
          {stops.map((stop, at) => (
            <span key={stop} style={{ height: `${20 + ((counts[at] ?? 0) / most) * 80}%` }} data-known={at <= index || undefined} />
          ))}
        </div>
        <input
          id="known-day"
          type="range"
          min={0}
          max={last}
          step={1}
          value={Math.max(0, index)}
          aria-valuetext={`${longDay(numberOf(day))}. ${said}`}
          onChange={({ target }) => {
            const stop = stops[Number(target.value)] ?? latest;
            onChange({ ...view, known: knownFigures(figures, stop).length === figures.length ? "" : stop }, "known");
          }}
        />
        <div className={styles.ends} aria-hidden="true">
          {[stops[0] ?? latest, latest].map((stop, at) => (
            <span key={at === 0 ? "first" : "last"} data-rows={publishedOn(figures, stop)}>
              {longDay(numberOf(stop))}
            </span>
          ))}
        </div>
      </div>
      <p className={frame.dek}>
        <AllSaid of={page.known} />
      </p>
    </section>
  );
}

/** Ids of the figures that were published on a day. */
function publishedOn(figures: readonly Figure[], day: string): string {
  return figures.flatMap(({ id, published_on }) => (published_on === day ? [id] : [])).join(" ");
}
