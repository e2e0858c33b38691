import { bandRefused, expectedOn } from "../analysis/band.ts";
import type { Surge } from "../analysis/surge.ts";
import { SURGE_FIGURES, type SurgeFigure } from "../analysis/surge-figure.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, seriesId } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { ENGLISH_FORMAT, type Format } from "./format.ts";
import { nameOf, placeName } from "./names.ts";
import type { SurgeOfSeries } from "./surge-layer.ts";
import { type SurgeRow, surgeRow, surgeSentence } from "./surge-row.ts";
import { SURGE, type SurgeWords } from "./surge-words.ts";

/** A row of the card: a figure of the surge, or the band. */
export type CardRow = SurgeFigure | "band";

/** The rows of the card, in their order; the band stands beside the level that it continues. */
export const CARD_ROWS: readonly CardRow[] = SURGE_FIGURES.flatMap((figure): CardRow[] =>
  figure === "baseline" ? ["baseline", "band"] : [figure],
);

/** The surge of one series in words: a column of the card. */
export interface SurgeColumn {
  id: string;
  platform: string;
  place: string;
  source: string;
  kind: SourceKind;
  /** What the figures are: "a property of the model"; empty where they are what was counted. */
  kindNote: string;
  isFound: boolean;
  /** The surge in a sentence, or why there is none. */
  sentence: string;
  /** By row; empty where there is no surge. */
  cells: Readonly<Partial<Record<CardRow, CardCell>>>;
}

/** A figure of a surge, its range or why it is missing, and what a made-up series was made with. */
export type CardCell = Pick<SurgeRow, "text" | "note" | "missing"> & { made?: string };

/** What of the catalog and the language a card needs. */
export interface CardContext {
  metric: Metric;
  catalog: Pick<Catalog, "platforms" | "countries" | "sources" | "topics">;
  /** The surge that a made-up series was made with. */
  madeOf?: (series: DailySeries) => Surge | undefined;
  words?: SurgeWords;
  format?: Format;
}

/**
 * The surges of some series side by side, in words.
 *
 * @param series those of the layer; others are left out
 * @example surgeColumns([rednote], layer, { metric, catalog })[0].cells.multiple // { text: "×11", note: "", missing: false }
 */
export function surgeColumns(series: readonly DailySeries[], layer: readonly SurgeOfSeries[], context: CardContext): SurgeColumn[] {
  const { catalog, words = SURGE.english } = context;
  const byId = new Map(layer.map((one) => [one.id, one]));
  return series.flatMap((one): SurgeColumn[] => {
    const surge = byId.get(seriesId(one));
    if (!surge) return [];
    const { kind, answer } = surge;
    const made = answer.found && kind === "illustrative" ? context.madeOf?.(one) : undefined;
    const topic = one.topic === "all" ? "" : nameOf(catalog.topics, one.topic);
    return [
      {
        id: surge.id,
        platform: nameOf(catalog.platforms, one.platform),
        place: [placeName(one.country, catalog.countries), topic].filter(Boolean).join(", "),
        source: nameOf(catalog.sources, one.source),
        kind,
        kindNote: words.kind[kind],
        isFound: answer.found,
        sentence: surgeSentence(answer, { ...context, kind }),
        cells: answer.found ? Object.fromEntries(CARD_ROWS.map((row) => [row, cellOf(surge, row, context, made)])) : {},
      },
    ];
  });
}

/** What a row of the card is called, and how its figure is found. */
export function cardLabel(row: CardRow, words: SurgeWords = SURGE.english): { label: string; method: string } {
  return row === "band" ? words.band : words.figures[row];
}

const AMOUNTS: readonly CardRow[] = ["baseline", "peak", "plateau", "excess"];

function cellOf({ answer, kind }: SurgeOfSeries, row: CardRow, context: CardContext, made?: Surge): CardCell {
  if (row === "band") return bandCell({ answer, kind }, context);
  const { text, note, missing } = surgeRow(answer, row, { ...context, kind });
  const cell = { text: !missing && AMOUNTS.includes(row) ? about(kind, text) : text, note, missing };
  if (!made) return cell;
  return { ...cell, made: (context.words ?? SURGE.english).madeWith(surgeRow(made, row, { ...context, kind }).text) };
}

/** The expected values of the day of the peak; or why there are none. */
function bandCell(
  { answer, kind }: Pick<SurgeOfSeries, "answer" | "kind">,
  { words = SURGE.english, format = ENGLISH_FORMAT }: CardContext,
) {
  if (!answer.found) return { text: "", note: "", missing: true };
  const refused = bandRefused(answer.baseline);
  if (refused) {
    const missing = { reason: refused === "few_days" ? "few_days_before" : refused } as const;
    return { text: words.missing(missing), note: words.why(missing), missing: true };
  }
  const amount = kind === "modelled" ? format.twoDigits : format.threeDigits;
  const { low, high } = expectedOn(answer.baseline, answer.peak.day);
  const range = about(kind, words.between(amount(low), amount(high)));
  return {
    text: words.onDay(range, format.dayWithYear(answer.peak.day)),
    note: answer.baseline.trending ? words.trend : "",
    missing: false,
  };
}

function about(kind: SourceKind, text: string): string {
  return kind === "modelled" ? `≈ ${text}` : text;
}
