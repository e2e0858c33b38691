import { factorOf } from "../analysis/conflicts.ts";
import type { Figure } from "../model/figure.ts";
import { providerOf } from "../model/figure.ts";
import { axisOf, type EvidenceDot, type EvidenceRow, quantityIn } from "./evidence.ts";
import type { ChartSaid, EvidencePage } from "./evidence-page.ts";
import { type DotSaid, dotSaid } from "./figure-said.ts";
import type { Told } from "./figure-text.ts";

/** Names of two vintages, the earlier first. */
type Names = readonly [old: string, now: string];

/**
 * A page whose charts draw a later vintage over the earlier one: figures that changed or are gone as dashed rings, what the
 * later one has instead, and what is new, beside them. All else is as it was, its words among it.
 *
 * @param before the page of the earlier vintage
 * @param after the page of the later one, of the same filters
 * @example withLater(before, after, ["Vintage 3", "Vintage 7"], told).charts[0] // with dots rf003@Vintage 3 and rf003@Vintage 7
 */
export function withLater(before: EvidencePage, after: EvidencePage, names: Names, told: Told): EvidencePage {
  const [old, now] = [byId(before.model.figures), byId(after.model.figures)];
  const former = new Set(before.model.figures.filter((figure) => !isSame(figure, now.get(figure.id))).map(({ id }) => id));
  const later = new Set(after.model.figures.filter((figure) => !isSame(figure, old.get(figure.id))).map(({ id }) => id));
  if (former.size + later.size === 0) return before;
  const others = new Map(after.charts.map((said) => [said.chart.id, said]));
  const charts = before.charts.map((said) => {
    const other = others.get(said.chart.id);
    others.delete(said.chart.id);
    return compared(said, former, rowsWith(other, later), names, told);
  });
  const added = [...others.values()].flatMap((said) => {
    const rows = rowsWith(said, later);
    const empty = { ...said, brackets: [], chart: { ...said.chart, rows: [] } };
    return rows.length > 0 ? [compared(empty, former, rows, names, told)] : [];
  });
  return { ...before, charts: [...charts, ...added], compared: names };
}

function compared(said: ChartSaid, former: ReadonlySet<string>, later: readonly EvidenceRow[], [old, now]: Names, told: Told): ChartSaid {
  const { chart } = said;
  const isChanged = chart.rows.some(({ dots }) => dots.some(({ figures }) => figures.some(({ id }) => former.has(id))));
  if (!isChanged && later.length === 0) return said;
  const dots = new Map<string, DotSaid>();
  const rows = chart.rows.map((row) => ({ ...row, dots: row.dots.flatMap((dot) => apart(dot, former, old, told, dots)) }));
  for (const row of later) {
    const own = row.dots.map((dot) => kept(named({ ...dot, conflicts: [] }, now, told), dots));
    const at = rows.find(({ provider, platform }) => provider.id === row.provider.id && platform === row.platform);
    if (at) at.dots.push(...own);
    else rows.push({ ...row, dots: own, range: null });
  }
  const placed = [...chart.figures, ...later.flatMap((row) => row.dots.flatMap((dot) => dot.figures))].filter((one) => factorOf(one) > 0);
  return { ...said, dots, chart: { ...chart, rows, axis: axisOf(chart.figures[0], placed) } };
}

/** A dot without the figures that changed, and those as a dot of their own. */
function apart(dot: EvidenceDot, former: ReadonlySet<string>, name: string, told: Told, dots: Map<string, DotSaid>): EvidenceDot[] {
  const [gone, left] = [dot.figures.filter(({ id }) => former.has(id)), dot.figures.filter(({ id }) => !former.has(id))];
  return [
    ...(isFull(left) ? [kept(dotSaid({ ...dot, id: left[0].id, figures: left }, told), dots)] : []),
    ...(isFull(gone) ? [kept(named({ ...dot, id: gone[0].id, figures: gone, color: "text-3", state: "former" }, name, told), dots)] : []),
  ];
}

/** The rows of a chart with those of its figures alone that are others. */
function rowsWith(said: ChartSaid | undefined, later: ReadonlySet<string>): EvidenceRow[] {
  const rows = said?.chart.rows ?? [];
  return rows
    .map((row) => ({
      ...row,
      dots: row.dots.flatMap((dot): EvidenceDot[] => {
        const figures = dot.figures.filter(({ id }) => later.has(id));
        return isFull(figures) ? [{ ...dot, id: figures[0].id, figures }] : [];
      }),
    }))
    .filter(({ dots }) => dots.length > 0);
}

/** A dot that says which vintage it is of. */
function named(dot: EvidenceDot, vintage: string, told: Told): DotSaid {
  const id = `${dot.id}@${vintage}`;
  return { ...dotSaid({ ...dot, id }, told), vintage };
}

function kept(said: DotSaid, dots: Map<string, DotSaid>): EvidenceDot {
  dots.set(said.id, said);
  return said.dot;
}

function isFull(figures: readonly Figure[]): figures is [Figure, ...Figure[]] {
  return figures.length > 0;
}

/** Whether a figure is drawn in the same place, in the same way. */
function isSame(figure: Figure, other: Figure | undefined): boolean {
  const drawn = (one: Figure) =>
    [quantityIn(one).id, one.value, one.qualifier, one.date_from, one.date_to, one.platform, providerOf(one).id, one.estimate_kind].join(
      " ",
    );
  return other !== undefined && drawn(figure) === drawn(other);
}

function byId(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [figure.id, figure]));
}
