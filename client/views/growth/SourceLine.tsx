import type { ReactElement } from "react";
import { dayWithYear } from "../../../data/chart/format.ts";
import type { ChartModel } from "../../../data/chart/model.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { dayNumber } from "../../../data/model/day.ts";
import type { Figure } from "../../../data/model/figure.ts";
import styles from "./Growth.module.css";

const MOST = 6;

/** Who says what is drawn, and as of which vintage. */
export function SourceLine({ model, catalog }: { model: ChartModel; catalog: Catalog }): ReactElement {
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
        {others.length > 0 && (
          <>
            Lines: {others.map((source) => `${source.name}${source.publisher ? `, ${source.publisher}` : ""} (${source.kind})`).join("; ")}.{" "}
          </>
        )}
        {kinds.has("modelled") && <>Daily lines: modelled by RedNote Surge through published figures, and nowhere beyond them. </>}
        {kinds.has("illustrative") && <>Illustrative lines are made up to show the feature. </>}
        <a href="/method">How the lines are made</a>
      </p>
      <p className={styles.vintage}>
        <b>Vintage {catalog.vintage}</b>
        {received !== undefined && `, received ${dayWithYear(received)}`}.
        {model.view.vintage === "newest" ? " The newest." : " Read as of then."}
      </p>
    </figcaption>
  );
}

/** Providers, and the pages through which their figures were seen. */
function FigureSources({ figures }: { figures: readonly Figure[] }): ReactElement {
  const pages = [...new Map(figures.map((figure) => [figure.url, figure])).values()];
  const providers = [...new Set(pages.map((figure) => figure.data_provider))];
  const shown = providers.flatMap((provider) => pages.filter((figure) => figure.data_provider === provider)).slice(0, MOST);
  return (
    <>
      Figures:{" "}
      {shown.map((figure, index) => {
        const first = shown.findIndex((other) => other.data_provider === figure.data_provider) === index;
        const published = figure.published_on ? dayNumber(figure.published_on) : undefined;
        return (
          <span key={figure.url}>
            {index === 0 ? "" : first ? "; " : ", "}
            {first && `${figure.data_provider}, via `}
            <a href={figure.url} target="_blank" rel="noopener noreferrer">
              {figure.publisher.replace(/ \(.*\)$/, "")}
            </a>
            {figure.mirror ? " (seen on a mirror)" : published === undefined ? "" : ` (${dayWithYear(published)})`}
          </span>
        );
      })}
      {pages.length > MOST && `, and ${pages.length - MOST} more below`}.{" "}
    </>
  );
}
