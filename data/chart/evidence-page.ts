import { factorOf } from "../analysis/conflicts.ts";
import { isUndated, latestOf, publicationDays } from "../analysis/known.ts";
import { type Day, numberOf } from "../model/day.ts";
import { type EstimateKind, type Figure, providerOf } from "../model/figure.ts";
import { type ClaimGroup, claimGroups, findingsSaid } from "./claims-said.ts";
import { type EvidenceChart, type EvidenceModel, evidenceModel } from "./evidence.ts";
import { type EvidenceInput, quantityTitle } from "./evidence-input.ts";
import { apartText, type DotSaid, dotSaid } from "./figure-said.ts";
import { figureValue, type Told } from "./figure-text.ts";
import { type Statement, statement } from "./statement.ts";

/** A bracket over a chart: two readings, and how far they are apart. */
export interface BracketSaid {
  low: number;
  high: number;
  said: Statement;
}

export interface ChartSaid {
  chart: EvidenceChart;
  title: Statement;
  summary: Statement[];
  /** By the id of the dot. */
  dots: ReadonlyMap<string, DotSaid>;
  brackets: BracketSaid[];
}

/** Every statement of the Evidence page, each with its rows. Page and `npm run evidence` have no others. */
export interface EvidencePage {
  model: EvidenceModel;
  /** `null` where no figure is left. */
  headline: Statement | null;
  lead: Statement[];
  /** What the filters leave out; `null` where that is nothing. */
  hidden: Statement | null;
  /** What was known when. */
  known: Statement[];
  /** The days on which figures were published. */
  stops: Day[];
  charts: ChartSaid[];
  findings: Statement | null;
  claims: ClaimGroup[];
  /** Names of the vintages where the charts draw a later one over the earlier. */
  compared?: readonly [old: string, now: string];
}

const KINDS: readonly EstimateKind[] = ["estimate", "official", "reported_by_sources", "untraceable"];

/** Makes the page. Pure; the same input says the same everywhere. */
export function evidencePage(input: EvidenceInput): EvidencePage {
  const { figures, view, catalog, told } = input;
  const model = evidenceModel(
    figures,
    view,
    catalog.platforms.map(({ id }) => id),
  );
  const one = model.hidden.length === 1;
  return {
    model,
    headline: headlineSaid(model, told),
    lead: [...kindsSaid(model, told), ...farthestSaid(model, input)],
    hidden:
      model.hidden.length === 0
        ? null
        : statement(told.words.hidden(told.format.fullNumber(model.hidden.length), one, model.figures.length === 0), model.hidden),
    known: knownSaid(figures, model, view.known, told),
    stops: publicationDays(figures),
    charts: model.charts.map((chart) => chartSaid(chart, input)),
    findings: findingsSaid(input.claims, told),
    claims: claimGroups(input, model),
  };
}

function headlineSaid({ figures, conflicts }: EvidenceModel, { words, format }: Told): Statement | null {
  if (figures.length === 0) return null;
  const providers = new Set(figures.map((figure) => providerOf(figure).id)).size;
  const torn = figures.filter((figure) => conflicts.some(({ low, high }) => low === figure || high === figure)).length;
  const count = (number: number) => format.fullNumber(number);
  return statement(
    words.headline(
      count(figures.length),
      figures.length === 1,
      count(providers),
      providers === 1,
      torn === 0 ? words.noConflict : count(torn),
    ),
    figures,
  );
}

function kindsSaid({ figures }: EvidenceModel, { words, format }: Told): Statement[] {
  const counts = KINDS.map((kind) => [kind, figures.filter(({ estimate_kind }) => estimate_kind === kind).length] as const);
  const there = counts.filter(([, count]) => count > 0).map(([kind, count]) => [kind, format.fullNumber(count)] as const);
  return there.length === 0 ? [] : [statement(words.kinds(there), figures)];
}

function farthestSaid({ conflicts, figures }: EvidenceModel, input: EvidenceInput): Statement[] {
  const { told } = input;
  const widest = conflicts.find(
    ({ low, high }) =>
      [low, high].every((one) => one.estimate_kind !== "untraceable" && figures.includes(one)) && low.unit !== "rank" && factorOf(low) > 0,
  );
  if (!widest || widest.ratio === 1) return [];
  const { low, high, ratio } = widest;
  const title = quantityTitle(low, [low.platform], input);
  return [statement(told.words.farthest(title, figureValue(low, told), figureValue(high, told), told.format.times(ratio)), [low, high])];
}

function knownSaid(all: readonly Figure[], { standing, later }: EvidenceModel, day: Day | "", { words, format }: Told): Statement[] {
  const count = (number: number) => format.fullNumber(number);
  const on = (one: Day) => format.longDay(numberOf(one));
  const latest = latestOf(all);
  const undated = all.filter(isUndated);
  if (all.length === 0 || latest === null) return [];
  if (later.length === 0)
    return [
      statement(words.knownAll(count(all.length), all.length === 1, on(latest)), all),
      ...(undated.length > 0 ? [statement(words.undated(count(undated.length), undated.length === 1), undated)] : []),
    ];
  const known = all.filter((figure) => !later.includes(figure));
  const first = all.filter(({ published_on }) => published_on === publicationDays(all)[0]);
  const pairs = standing.length;
  return [
    known.length > 0
      ? statement(words.knownThen(count(known.length), on(day as Day)), known)
      : statement(words.nothingThen(on(day as Day), on(first[0]?.published_on as Day)), first),
    ...(undated.length > 0 ? [statement(words.undatedThen(count(undated.length), undated.length === 1, on(latest)), undated)] : []),
    ...(known.length === 0
      ? []
      : [
          pairs > 0
            ? statement(
                words.conflictsThen(count(pairs), pairs === 1),
                standing.flatMap(({ low, high }) => [low, high]),
              )
            : statement(words.noConflictThen, known),
        ]),
  ];
}

function chartSaid(chart: EvidenceChart, input: EvidenceInput): ChartSaid {
  const { told } = input;
  const dots = chart.rows.flatMap((row) => row.dots.map((dot) => dotSaid(dot, told)));
  return {
    chart,
    title: statement(
      quantityTitle(
        chart,
        chart.figures.map(({ platform }) => platform),
        input,
      ),
      chart.figures,
    ),
    summary: summarySaid(chart, told),
    dots: new Map(dots.map((said) => [said.id, said])),
    brackets: chart.brackets.map(({ low, high, ratio }) => ({
      low: factorOf(low),
      high: factorOf(high),
      said: statement(
        low.unit === "rank"
          ? told.words.against(figureValue(low, told), figureValue(high, told))
          : told.words.apart(apartText(low, ratio, told)),
        [low, high],
      ),
    })),
  };
}

function summarySaid({ figures, rows, refused }: EvidenceChart, told: Told): Statement[] {
  const { words, format } = told;
  const [first, ...others] = figures;
  const values = figures.toSorted((a, b) => factorOf(a) - factorOf(b));
  const [low, high] = [values[0] ?? first, values.at(-1) ?? first];
  const providers = [...new Set(figures.map((figure) => providerOf(figure).name ?? words.somebody))];
  const who = providers.length > 3 ? words.providers(format.fullNumber(providers.length)) : words.list(providers);
  const torn = rows
    .flatMap(({ dots }) => dots)
    .filter(({ conflicts }) => conflicts.length > 0)
    .flatMap((dot) => dot.figures.filter((figure) => dot.conflicts.some((one) => one.low === figure || one.high === figure)));
  const count = format.fullNumber(figures.length);
  const said =
    others.length === 0
      ? words.summaryOne(figureValue(first, told), who)
      : low.value === high.value
        ? words.summarySame(count, who, figureValue({ ...low, qualifier: "" }, told))
        : words.summary(count, who, figureValue(low, told), figureValue(high, told));
  return [
    statement(said, figures),
    ...(torn.length > 0 ? [statement(words.inConflict(format.fullNumber(torn.length)), torn)] : []),
    ...(refused.length > 0 ? [statement(words.refused(format.fullNumber(refused.length), refused.length === 1), refused)] : []),
  ];
}
