import { type Conflict, conflictsOf, factorOf, isChange, isRelay, widest } from "../analysis/conflicts.ts";
import { knownOn } from "../analysis/known.ts";
import { type Day, type DayNumber, numberOf } from "../model/day.ts";
import { type Basis, type Figure, type Provider, providerOf } from "../model/figure.ts";
import type { View } from "../model/view.ts";
import { logAxis } from "./axis.ts";
import { type ColorName, platformColors } from "./palette.ts";

/** One number of one provider: a dot, however many pages repeat it. */
export interface EvidenceDot {
  /** Id of the figure that leads. */
  id: string;
  /** The first published leads; the others relay it. */
  figures: [Figure, ...Figure[]];
  /** Where it stands on the axis: the value, a change as a factor. */
  x: number;
  from: DayNumber;
  to: DayNumber;
  color: ColorName;
  /** A ring: in conflict. Dashed: nobody can trace it, or a later vintage has it otherwise. */
  state: "plain" | "conflict" | "untraceable" | "former";
  conflicts: Conflict[];
}

/** What one provider said of one platform. */
export interface EvidenceRow {
  provider: Provider;
  platform: string;
  dots: EvidenceDot[];
  /** From the least to the most of it, on the axis; `null` where it is one number. */
  range: [low: number, high: number] | null;
}

/** A quantity: figures that may share an axis. */
export interface Quantity {
  id: string;
  metric: string;
  country: string;
  unit: string;
  basis: Basis;
}

export interface EvidenceAxis {
  low: number;
  high: number;
  ticks: number[];
  /** `change`: percent, placed by their factors. `times`: factors. `rank`: 1 is the first. */
  kind: "value" | "percent" | "change" | "times" | "rank";
}

/** The figures of one quantity as a dot-and-range chart, without pixels. */
export interface EvidenceChart extends Quantity {
  /** In the order of their days. */
  figures: [Figure, ...Figure[]];
  axis: EvidenceAxis;
  rows: EvidenceRow[];
  /** The farthest readings of one thing, both of them shown. */
  brackets: Conflict[];
  /** Figures without a place on a logarithmic axis: zero and less. */
  refused: Figure[];
}

export interface EvidenceModel {
  /** Those that were known and that no filter leaves out. */
  figures: Figure[];
  /** Those that were known and that a filter leaves out. */
  hidden: Figure[];
  /** Those that were not known yet, filters aside. */
  later: Figure[];
  /** Pairs of known figures of which one is shown at least, the farthest apart first. */
  conflicts: Conflict[];
  /** Every pair of known figures, filters aside. */
  standing: Conflict[];
  /** The most figures first. */
  charts: EvidenceChart[];
  colors: Map<string, ColorName>;
}

type Filters = Pick<View, "platforms" | "countries" | "quantities" | "providers" | "known">;

/**
 * Reported figures as they are compared: by quantity, by who measured, with what conflicts. Pure, and without words.
 *
 * @param all every figure that there is: conflicts and the latest day do not depend on what is shown
 * @param view its empty lists leave nothing out
 * @param order platforms in the order of the catalog
 * @example evidenceModel(figures, { ...defaultView(), countries: ["US"], known: "2025-01-16" }, []).charts[0]?.metric
 * // "daily_active_users"
 */
export function evidenceModel(all: readonly Figure[], view: Filters, order: readonly string[]): EvidenceModel {
  const known = knownFigures(all, view.known);
  const shown = known.filter((figure) => passes(figure, view));
  const ids = new Set(shown.map(({ id }) => id));
  const standing = conflictsOf(known);
  const conflicts = standing.filter(({ low, high }) => ids.has(low.id) || ids.has(high.id));
  const there = new Set(all.map(({ platform }) => platform));
  const colors = platformColors(order.filter((id) => there.has(id)));
  return {
    figures: shown,
    hidden: known.filter(({ id }) => !ids.has(id)),
    later: all.filter((figure) => !known.includes(figure)),
    conflicts,
    standing,
    charts: chartsOf(shown, conflicts, colors, order),
    colors,
  };
}

/** What was known on a day; everything where none is given. */
export function knownFigures(all: readonly Figure[], day: Day | ""): Figure[] {
  return day === "" ? [...all] : knownOn(all, day);
}

/** The figures that a view shows: those that were known and that no filter leaves out. */
export function shownFigures(all: readonly Figure[], view: Filters): Figure[] {
  return knownFigures(all, view.known).filter((figure) => passes(figure, view));
}

/** The quantity that a figure is of. @example quantityIn(figure).id // "downloads.US.downloads.total" */
export function quantityIn({ metric, country, unit, basis }: Figure): Quantity {
  return { id: `${metric}.${country}.${unit}.${basis}`, metric, country, unit, basis };
}

function passes(figure: Figure, { platforms, countries, quantities, providers }: Filters): boolean {
  const among = (list: readonly string[], id: string) => list.length === 0 || list.includes(id);
  return (
    among(platforms, figure.platform) &&
    among(countries, figure.country) &&
    among(quantities, figure.metric) &&
    among(providers, providerOf(figure).id)
  );
}

function chartsOf(
  figures: readonly Figure[],
  conflicts: readonly Conflict[],
  colors: Map<string, ColorName>,
  order: readonly string[],
): EvidenceChart[] {
  const groups = new Map<string, [Figure, ...Figure[]]>();
  for (const figure of figures.toSorted((a, b) => a.date_from.localeCompare(b.date_from) || a.id.localeCompare(b.id))) {
    const { id } = quantityIn(figure);
    groups.set(id, [...(groups.get(id) ?? []), figure] as [Figure, ...Figure[]]);
  }
  return [...groups.values()].map((group) => chartOf(group, conflicts, colors, order)).sort((a, b) => b.figures.length - a.figures.length);
}

function chartOf(
  figures: [Figure, ...Figure[]],
  all: readonly Conflict[],
  colors: Map<string, ColorName>,
  order: readonly string[],
): EvidenceChart {
  const has = (figure: Figure) => figures.includes(figure);
  const conflicts = all.filter(({ low, high }) => has(low) || has(high));
  const placed = figures.filter((figure) => factorOf(figure) > 0);
  const rows = rowsOf(placed, conflicts, colors, order);
  const bars = new Map<string, Conflict[]>();
  for (const conflict of conflicts.filter(({ low, high, ratio }) => has(low) && has(high) && ratio > 1 && factorOf(low) > 0))
    bars.set(conflict.low.platform, [...(bars.get(conflict.low.platform) ?? []), conflict]);
  return {
    ...quantityIn(figures[0]),
    figures,
    axis: axisOf(figures[0], placed),
    rows,
    brackets: [...bars.values()].flatMap(widest),
    refused: figures.filter((figure) => factorOf(figure) <= 0),
  };
}

/** An axis for figures that have a place on it. @param of says what kind they are */
export function axisOf(of: Figure, figures: readonly Figure[]): EvidenceAxis {
  const axis = logAxis(figures.map(factorOf), false);
  const kind =
    of.unit === "rank" ? "rank" : of.unit === "times" ? "times" : of.unit !== "percent" ? "value" : isChange(of) ? "change" : "percent";
  if (!axis) return { low: 1, high: 10, ticks: [], kind };
  return { low: axis.bottom, high: axis.top, ticks: axis.ticks.map(({ value }) => value), kind };
}

function rowsOf(
  figures: readonly Figure[],
  conflicts: readonly Conflict[],
  colors: Map<string, ColorName>,
  order: readonly string[],
): EvidenceRow[] {
  const rows = new Map<string, EvidenceRow>();
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const provider = providerOf(figure);
    counts.set(provider.id, (counts.get(provider.id) ?? 0) + 1);
    const key = `${provider.id} ${figure.platform}`;
    const row = rows.get(key) ?? { provider, platform: figure.platform, dots: [], range: null };
    rows.set(key, row);
    const same = row.dots.find((dot) => dot.figures.some((other) => isRelay(other, figure)));
    if (same) same.figures.push(figure);
    else row.dots.push({ ...dotOf(figure), color: colors.get(figure.platform) ?? "text-3" });
  }
  for (const row of rows.values()) {
    row.dots = row.dots.map((dot) => finished(dot, conflicts));
    const xs = row.dots.map(({ x }) => x);
    if (Math.max(...xs) > Math.min(...xs)) row.range = [Math.min(...xs), Math.max(...xs)];
  }
  return [...rows.values()].sort(
    (a, b) =>
      (counts.get(b.provider.id) ?? 0) - (counts.get(a.provider.id) ?? 0) ||
      a.provider.id.localeCompare(b.provider.id) ||
      placeIn(order, a.platform) - placeIn(order, b.platform),
  );
}

/** What is not in the order comes last. */
function placeIn(order: readonly string[], id: string): number {
  const index = order.indexOf(id);
  return index < 0 ? order.length : index;
}

function dotOf(figure: Figure): EvidenceDot {
  const [from, to] = [numberOf(figure.date_from), numberOf(figure.date_to)];
  return { id: figure.id, figures: [figure], x: factorOf(figure), from, to, color: "text-3", state: "plain", conflicts: [] };
}

/** The first published leads; those without a day come after those with one. */
function finished(dot: EvidenceDot, all: readonly Conflict[]): EvidenceDot {
  const figures = dot.figures.toSorted(
    (a, b) => (a.published_on ?? "9").localeCompare(b.published_on ?? "9") || a.id.localeCompare(b.id),
  ) as [Figure, ...Figure[]];
  const [lead] = figures;
  const conflicts = all.filter(({ low, high }) => figures.includes(low) || figures.includes(high));
  const state = lead.estimate_kind === "untraceable" ? "untraceable" : conflicts.length > 0 ? "conflict" : "plain";
  return { ...dot, ...dotOf(lead), color: dot.color, figures, state, conflicts };
}
