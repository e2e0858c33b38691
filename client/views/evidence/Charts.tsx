import { type ReactElement, type ReactNode, useMemo } from "react";
import type { ChartSaid, EvidencePage } from "../../../data/chart/evidence-page.ts";
import { readingSaid } from "../../../data/chart/figure-said.ts";
import { providerName, tickText } from "../../../data/chart/figure-text.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { QUANTITY, quantityName } from "../../../data/chart/quantity-words.ts";
import { statement } from "../../../data/chart/statement.ts";
import { wordsOf } from "../../app/language.ts";
import { EvidenceChart } from "../../charts/EvidenceChart.tsx";
import type { EvidenceText } from "../../charts/evidence-frame.ts";
import { useWidth } from "../growth/width.ts";
import frame from "../page.module.css";
import styles from "./Evidence.module.css";
import type { EvidenceLoaded } from "./load.ts";
import { AllSaid, Said } from "./Said.tsx";
import { type GrowthLink, growthText, visitGrowth } from "./ToGrowth.tsx";
import { toldHere } from "./told.ts";
import { EVIDENCE_PAGE } from "./words.ts";

/** From here on two charts stand side by side, where they are small. */
const TWO = 1000;
const BETWEEN = 48;
/** A chart of more rows or figures takes the whole width. */
const SMALL = { figures: 5, rows: 4 };

interface Props {
  page: EvidencePage;
  loaded: EvidenceLoaded;
  pointed: string;
  growth: GrowthLink;
  onTable: (quantity: string) => void;
}

/** A dot-and-range chart for each quantity, those of the most figures first. */
export function Charts({ page, loaded, pointed, growth, onTable }: Props): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const [measured, width] = useWidth<HTMLDivElement>();
  const two = width >= TWO;
  return (
    <section className={styles.section} aria-labelledby="charts">
      <h2 id="charts">{words.charts}</h2>
      <p className={frame.dek}>
        {words.scale} {page.charts.some(({ chart }) => chart.axis.kind === "change") && words.changes}
      </p>
      <Marks page={page} />
      <div ref={measured} className={two ? styles.two : undefined}>
        {width > 0 &&
          page.charts.map((said) => {
            const small = two && said.chart.figures.length <= SMALL.figures && said.chart.rows.length <= SMALL.rows;
            return (
              <One
                key={said.chart.id}
                said={said}
                loaded={loaded}
                width={small ? Math.floor((width - BETWEEN) / 2) : width}
                small={small}
                pointed={pointed}
                growth={growth}
                onTable={onTable}
              />
            );
          })}
      </div>
    </section>
  );
}

function One({
  said,
  loaded,
  width,
  small,
  pointed,
  growth,
  onTable,
}: Omit<Props, "page"> & { said: ChartSaid; width: number; small: boolean }): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const { catalog } = loaded;
  const { kind } = said.chart.axis;
  const text = useMemo((): EvidenceText => {
    const told = toldHere();
    return {
      tick: (value) => tickText(value, kind, told),
      provider: (row) => providerName(row.provider, told),
      platform: (id) => nameOf(catalog.platforms, id),
    };
  }, [catalog, kind]);
  const id = `chart-${said.chart.id}`;
  const table = () => onTable(said.chart.id);
  return (
    <figure className={styles.figure} data-wide={!small || undefined} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>
          <Said of={said.title} />
        </h3>
        <p id={id}>
          <AllSaid of={said.summary} />{" "}
          <button type="button" className={frame.link} onClick={table}>
            {words.inNumbers}
            <span className="visually-hidden" data-rows={said.chart.figures.map((figure) => figure.id).join(" ")}>
              : {said.title.text}
            </span>
          </button>
        </p>
      </figcaption>
      {said.chart.rows.length > 0 && (
        <EvidenceChart
          said={said}
          text={text}
          width={width}
          pointed={pointed}
          describedBy={id}
          help={words.help}
          open={words.open}
          readingOf={({ dot, vintage }) => [
            ...(vintage === undefined ? [] : [statement(vintage, dot.figures)]),
            ...readingSaid(dot, (figure) => quantityName(figure.metric, wordsOf(QUANTITY)), toldHere()),
          ]}
          growth={(figure) => growthText(figure, growth.view)}
          onGrowth={(figure) => visitGrowth(figure, growth)}
          onTable={table}
        />
      )}
    </figure>
  );
}

/** How to read the marks: those that the charts have. */
function Marks({ page }: { page: EvidencePage }): ReactElement {
  const { marks } = wordsOf(EVIDENCE_PAGE);
  const dots = page.charts.flatMap(({ chart }) => chart.rows.flatMap((row) => row.dots));
  const has = (state: "conflict" | "untraceable") => dots.some((dot) => dot.state === state);
  return (
    <ul className={styles.marks} aria-label={marks.label}>
      <Mark text={marks.dot}>
        <circle cx="14" cy="6" r="4.5" fill="var(--text-2)" />
      </Mark>
      {page.compared && (
        <>
          <Mark text={marks.former(page.compared[0])}>
            <circle cx="14" cy="6" r="4.5" fill="none" stroke="var(--text-3)" strokeWidth="1.75" strokeDasharray="3 2" />
          </Mark>
          <Mark text={marks.later(page.compared[1])}>
            <circle cx="14" cy="6" r="4.5" fill="var(--text-1)" />
          </Mark>
        </>
      )}
      {has("conflict") && (
        <Mark text={marks.ring}>
          <circle cx="14" cy="6" r="3.8" fill="none" stroke="var(--text-2)" strokeWidth="1.6" />
        </Mark>
      )}
      {has("untraceable") && (
        <Mark text={marks.untraceable}>
          <circle cx="14" cy="6" r="3.8" fill="none" stroke="var(--text-3)" strokeWidth="1.5" strokeDasharray="2 2" />
        </Mark>
      )}
      {dots.some(({ figures: [{ qualifier }] }) => qualifier === "under" || qualifier === "over") && (
        <Mark text={marks.bound}>
          <path
            d="M12 6h-11m4 -3.5l-4.5 3.5l4.5 3.5M16 6h11m-4 -3.5l4.5 3.5l-4.5 3.5"
            fill="none"
            stroke="var(--text-2)"
            strokeWidth="1.5"
          />
        </Mark>
      )}
      {page.charts.some(({ chart }) => chart.rows.some(({ range }) => range)) && (
        <Mark text={marks.range}>
          <rect x="1" y="0" width="26" height="12" rx="3" fill="var(--text-2)" opacity="0.16" />
        </Mark>
      )}
      {page.charts.some(({ brackets }) => brackets.length > 0) && (
        <Mark text={marks.bracket}>
          <path d="M2 2v8M2 6H26M26 2v8" fill="none" stroke="var(--text-1)" />
        </Mark>
      )}
      {dots.some(({ figures: [{ published_on }] }) => published_on === null) && (
        <li>
          <b>*</b> {marks.undated}
        </li>
      )}
    </ul>
  );
}

function Mark({ text, children }: { text: string; children: ReactNode }): ReactElement {
  return (
    <li>
      <svg width="28" height="12" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
