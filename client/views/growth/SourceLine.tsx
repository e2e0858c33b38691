import type { ReactElement } from "react";
import type { ChartModel } from "../../../data/chart/picture.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { dayNumber } from "../../../data/model/day.ts";
import type { Figure } from "../../../data/model/figure.ts";
import { pathOf } from "../../app/address.ts";
import { dayWithYear } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { FeedLink } from "../FeedLink.tsx";
import styles from "./Growth.module.css";
import { GROWTH } from "./words.ts";

const MOST = 6;

interface Props {
  model: ChartModel;
  catalog: Catalog;
  /** Whether the chart stands on a page of somebody else, which no page of ours can take the place of. */
  alone?: boolean;
}

/** Who says what is drawn, and as of which vintage. */
export function SourceLine({ model, catalog, alone = false }: Props): ReactElement {
  const words = wordsOf(GROWTH).source;
  const figures = model.panels.flatMap((panel) => panel.figures.map((mark) => mark.figure));
  const kinds = new Set(model.panels.flatMap((panel) => panel.lines.map((line) => line.kind)));
  const others = catalog.sources.filter(
    (source) =>
      (source.kind === "observed" || source.kind === "estimate") &&
      model.panels.some((panel) => panel.lines.some((line) => line.source === source.id)),
  );
  const received = catalog.received_at ? dayNumber(catalog.received_at.slice(0, 10)) : undefined;
  return (
    <figcaption className={styles.source}>
      <p>
        {figures.length > 0 && <FigureSources figures={figures} />}
        {model.reshaped?.figuresNote && `${model.reshaped.figuresNote} `}
        {others.length > 0 && words.lines(others.map((source) => [source.name, source.publisher, source.kind]))}
        {kinds.has("modelled") && words.modelled}
        {kinds.has("illustrative") && words.illustrative}
        <a href={pathOf("method", model.view)} {...(alone && { target: "_blank", rel: "noopener" })}>
          {words.how}
        </a>
      </p>
      <p className={styles.vintage}>
        <b>{words.vintage(catalog.vintage)}</b>
        {received !== undefined && words.received(dayWithYear(received))}
        {model.view.vintage === "newest" ? words.newest : words.asOfThen}
        {!alone && (
          <>
            {" "}
            <FeedLink page="growth" view={model.view} />
          </>
        )}
      </p>
    </figcaption>
  );
}

/** Providers, and the pages through which their figures were seen. */
function FigureSources({ figures }: { figures: readonly Figure[] }): ReactElement {
  const words = wordsOf(GROWTH).source;
  const pages = [...new Map(figures.map((figure) => [figure.url, figure])).values()];
  const providers = [...new Set(pages.map((figure) => figure.data_provider))];
  const shown = providers.flatMap((provider) => pages.filter((figure) => figure.data_provider === provider)).slice(0, MOST);
  return (
    <>
      {words.figures}
      {shown.map((figure, index) => {
        const first = shown.findIndex((other) => other.data_provider === figure.data_provider) === index;
        const published = figure.published_on ? dayNumber(figure.published_on) : undefined;
        return (
          <span key={figure.url}>
            {index === 0 ? "" : first ? words.semicolon : words.comma}
            {first && words.via(figure.data_provider)}
            <a href={figure.url} target="_blank" rel="noopener noreferrer">
              {figure.publisher.replace(/ \(.*\)$/, "")}
            </a>
            {figure.mirror ? words.mirror : published === undefined ? "" : words.published(dayWithYear(published))}
          </span>
        );
      })}
      {pages.length > MOST && words.more(pages.length - MOST)}
      {words.stop}
    </>
  );
}
