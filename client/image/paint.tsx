import type { ReactElement } from "react";
import { CHART } from "../../data/chart/chart-words.ts";
import type { PictureData } from "../../data/chart/drawn-model.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { PAINTED, type PaintOrder } from "../../data/chart/picture-order.ts";
import { pathOf } from "../app/address.ts";
import { hasBar } from "../app/bar.ts";
import styles from "../app/Header.module.css";
import { HeaderLinks } from "../app/HeaderLinks.tsx";
import { wordsOf } from "../app/language.ts";
import plot from "../charts/Chart.module.css";
import embed from "../views/embed/Embed.module.css";
import { EMBEDDED } from "../views/embed/words.ts";
import growth from "../views/growth/Growth.module.css";
import { Lead } from "../views/growth/Lead.tsx";
import { SourceLine } from "../views/growth/SourceLine.tsx";
import { chartOf, drawn, type Picture, svgOf } from "./chart.tsx";
import { inLanguage, spoken } from "./spoken.ts";
import { tenths, tidied } from "./tidied.ts";

/** Widths of a chart on a screen of 1440 pixels and more, and on a usual phone. Others show these, fitted in. */
const WIDTHS = [
  ["wide", 1376],
  ["narrow", 358],
] as const;

/** The order of a page with its chart. */
type ChartOrder = PaintOrder & { data: PictureData };

/**
 * The growth page, its chart alone, or the header of another page, as HTML for who has run no script yet: the page's own
 * components, without what only a script can do. The chart is there twice, wide and narrow; the style of the page shows
 * one. Needs a DOM.
 */
export function paintPage(order: PaintOrder): string {
  const { data } = order;
  if (data === null) return inLanguage(order.language, () => drawn(<Top order={order} />, (place) => place.innerHTML));
  return spoken({ ...order, data }, painted);
}

function painted(order: ChartOrder): string {
  const chart = chartOf(order.view, order.data);
  const drawings = WIDTHS.map(([name, width]) => ({ name, width, ...chart.at(width, name) }));
  const page = drawn(<Page order={order} model={chart.model} drawings={drawings} />, (place) => place.innerHTML);
  return drawings.reduce((html, { name, width, height, drawing }) => {
    const inside = svgOf(drawing)
      .replace(/^<svg[^>]*>/, "")
      .replace(/<\/svg>$/, "");
    // As high as the live chart is at any width, so that nothing moves when it comes.
    const size = `viewBox="0 0 ${width} ${tenths(String(height))}" width="100%" height="${height}" preserveAspectRatio="xMinYMin"`;
    const svg = `<svg ${size} role="img" aria-labelledby="headline">${tidied(inside, name.slice(0, 1))}</svg>`;
    return html.replace(`data-drawing="${name}">`, (place) => place + svg);
  }, page);
}

interface Props {
  order: ChartOrder;
  model: ChartModel;
  drawings: readonly (Picture & { name: "wide" | "narrow" })[];
}

function Page({ order, model, drawings }: Props): ReactElement {
  const { view, data, isOld, alone } = order;
  const numbers = new Map(drawings.flatMap(({ numbered }) => numbered.map(({ mark, number }) => [mark, number] as const)));
  const picture = (
    <div id={PAINTED}>
      {isOld && <div className={view.against === "" ? growth.reservedNewer : growth.reservedOver} />}
      <Lead model={model} />
      <figure className={growth.chart} aria-labelledby="headline">
        <div className={`${growth.drawing} ${growth.paper}`}>
          {drawings.map(({ name }) => (
            <div key={name} className={`${plot.plot} ${growth[name]}`} data-drawing={name} />
          ))}
          {model.empty !== null && (
            <div className={growth.empty}>
              <p>{model.empty}</p>
            </div>
          )}
          <ul className={growth.listed}>
            {model.events.map((mark) => (
              <li key={mark.event.slug}>
                <b className={growth.narrow}>{numbers.get(mark)}</b> {wordsOf(CHART).named(mark.dateText, mark.event.short)}
              </li>
            ))}
          </ul>
        </div>
        {!alone && <div className={growth.reservedUnder} />}
        <SourceLine model={model} catalog={data.catalog} alone={alone} />
      </figure>
    </div>
  );
  if (alone)
    return (
      <main id="main" className={embed.embed}>
        {picture}
        <p className={embed.back}>
          <a href={pathOf("growth", view)} target="_blank" rel="noopener">
            {wordsOf(EMBEDDED).open}
          </a>
        </p>
      </main>
    );
  return (
    <>
      <Top order={order} />
      <main id="main" className="wrap">
        {picture}
      </main>
    </>
  );
}

/** What stands over a page, and the place of its filter bar. */
function Top({ order: { page, view } }: { order: PaintOrder }): ReactElement {
  return (
    <>
      <header className={styles.top}>
        <div className={`wrap ${styles.row}`}>
          <HeaderLinks page={page} view={view} />
        </div>
      </header>
      {hasBar(page) && <div className="bar-place" />}
    </>
  );
}
