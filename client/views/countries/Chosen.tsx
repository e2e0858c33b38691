import { type ReactElement, useMemo } from "react";
import type { SurgeEvent } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import type { Loaded } from "../../app/api.ts";
import { following } from "../../app/follow.ts";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import frame from "../page.module.css";
import styles from "./Chosen.module.css";
import type { CountriesDraw } from "./later-rows.ts";
import { plainView } from "./row-view.ts";
import type { CountryRow } from "./rows.ts";
import { COUNTRIES } from "./words.ts";

/** The chart in a chunk of its own: the table is here before it. */
const CHART = later(() => import("./ChosenChart.tsx"));

/** More lines than this tell nothing apart. */
const MOST_DRAWN = 12;

interface Props {
  view: View;
  loaded: AllLoaded;
  events: readonly SurgeEvent[];
  rows: readonly CountryRow[];
  draw: CountriesDraw | null;
  onChange: (view: View, tag?: string) => void;
  onVisit: (page: "growth", view: View) => void;
}

/** The chart of the chosen rows; of the countries of the address where none is chosen. */
export function Chosen({ view, loaded, events, rows, draw, onChange, onVisit }: Props): ReactElement {
  const words = wordsOf(COUNTRIES);
  const chart = CHART.use();
  const here = useMemo(() => new Set(rows.map((row) => row.name)), [rows]);
  const drawn = useMemo(() => drawnRows(view, here), [view, here]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what only a table shows changes no chart
  const picture = useMemo(
    () => chosenPicture(view, loaded, events, drawn),
    [drawn.join(), loaded, events, view.range, view.scale, view.metric, view.sources, view.figures],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture is of the rows that are drawn
  const compare = useMemo(() => (draw ? draw.compareOf(picture, drawn) : null), [draw, picture]);
  const away = view.rows.filter((name) => !here.has(name)).length;
  const onClick = following(() => {
    onVisit("growth", picture.view);
    scrollTo(0, 0);
  });
  return (
    <section className={styles.chosen} aria-labelledby="chosen">
      <div className={styles.chosenHead}>
        <h2 id="chosen">{words.chart}</h2>
        <p role="status">
          {view.rows.length === 0 ? words.noneChosen : words.chosen(view.rows.length)}
          {view.rows.length - away > MOST_DRAWN && `. ${words.tooMany(MOST_DRAWN, view.rows.length - away)}`}
          {away > 0 && `. ${words.notHere(away)}`}
        </p>
        {view.rows.length > 0 && (
          <button type="button" className={frame.link} onClick={() => onChange({ ...view, rows: [] }, "rows")}>
            {words.clear}
          </button>
        )}
        {drawn.length > 0 && (
          <a href={pathOf("growth", picture.view)} onClick={onClick}>
            {words.openInGrowth}
          </a>
        )}
      </div>
      {chart === "failed" ? (
        <p role="alert">{words.noPart}</p>
      ) : drawn.length === 0 ? (
        <p className={styles.noChart}>{words.noChart}</p>
      ) : chart ? (
        <chart.ChosenChart loaded={picture} compare={compare} />
      ) : (
        <div className={styles.reserved} />
      )}
    </section>
  );
}

/** Names of the rows that are drawn. */
function drawnRows(view: View, here: ReadonlySet<string>): string[] {
  const asked =
    view.rows.length > 0 ? view.rows : view.platforms.flatMap((platform) => view.countries.map((country) => `${platform}.${country}`));
  return asked.filter((name) => here.has(name)).slice(0, MOST_DRAWN);
}

/** The data of some rows, as a page of their own would load them. */
function chosenPicture(view: View, all: AllLoaded, events: readonly SurgeEvent[], names: readonly string[]): Loaded {
  const pairs = names.map((name) => name.split(".") as [string, string]);
  const platforms = view.platforms.filter((id) => pairs.some(([platform]) => platform === id));
  const countries = [...new Set(pairs.map(([, country]) => country))];
  const own = (one: { platform: string; country: string }) => names.includes(`${one.platform}.${one.country}`);
  return {
    view: { ...plainView(view), platforms, countries, sum: false, partial: false, interval: "day", layout: "panels", measure: "value" },
    catalog: all.catalog,
    series: all.series.filter(own),
    figures: all.figures.filter(own),
    events: [...events],
    newest: all.catalog.vintage,
    notices: [],
  };
}
