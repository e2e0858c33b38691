import { type Conflict, isRelay } from "../analysis/conflicts.ts";
import { numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { type EvidenceDot, quantityIn } from "./evidence.ts";
import { figureDays, figureSayers, figureValue, type Told } from "./figure-text.ts";
import { type Statement, statement } from "./statement.ts";

/** What is said of one figure: in a reading, in the table, and behind a claim. */
export interface FigureSaid {
  figure: Figure;
  /** As it was published: `under 700k`. */
  value: Statement;
  days: Statement;
  who: Statement;
  /** When it was published, or that nobody knows. */
  published: Statement;
  /** The same for a narrow cell. */
  publishedBrief: Statement;
  /** How they know. */
  how: Statement;
  conflicts: Statement[];
  /** How many others it is in conflict with; `null` where there are none. */
  torn: Statement | null;
  /** Our own note on it; `null` where there is none. */
  note: Statement | null;
}

/** @param conflicts of any figures; those of this one are picked */
export function figureSaid(figure: Figure, conflicts: readonly Conflict[], told: Told): FigureSaid {
  const { words, format } = told;
  const of = (text: string) => statement(text, [figure]);
  const own = conflicts.filter(({ low, high }) => low === figure || high === figure);
  return {
    figure,
    value: of(figureValue(figure, told)),
    days: of(figureDays(figure, told)),
    who: of(figureSayers(figure, told)),
    published: of(figure.published_on === null ? words.unpublished : words.published(format.longDay(numberOf(figure.published_on)))),
    publishedBrief: of(figure.published_on === null ? words.unknownDay : format.dayWithYear(numberOf(figure.published_on))),
    how: of(words.how[figure.estimate_kind]),
    conflicts: own.map((conflict) => conflictSaid(conflict, figure, told)),
    torn:
      own.length === 0
        ? null
        : statement(
            words.torn(format.fullNumber(own.length), own.length === 1),
            own.flatMap(({ low, high }) => [low, high]),
          ),
    note: figure.note === "" ? null : { ...of(figure.note), lang: "en" },
  };
}

/** What stands beside a dot: the number and its days, and how many pages say so. */
export interface DotSaid {
  id: string;
  dot: EvidenceDot;
  value: Statement;
  days: Statement;
  /** `null` where it is one page. */
  pages: Statement | null;
  /** What its vintage is called, where two are drawn. */
  vintage?: string;
}

/** @example dotSaid(dot, told).pages?.text // "2 pages" */
export function dotSaid(dot: EvidenceDot, told: Told): DotSaid {
  const [lead] = dot.figures;
  const pages = new Set(dot.figures.map(({ url }) => url)).size;
  return {
    id: dot.id,
    dot,
    value: statement(figureValue(lead, told), [lead]),
    days: statement(figureDays(lead, told), [lead]),
    pages: pages > 1 ? statement(told.words.pages(told.format.fullNumber(pages)), dot.figures) : null,
  };
}

/** The reading of a dot: everything that is known of it, sentence by sentence. */
export function readingSaid(dot: EvidenceDot, name: (figure: Figure) => string, told: Told): Statement[] {
  const [lead, ...relays] = dot.figures;
  const { words } = told;
  const said = figureSaid(lead, [], told);
  const met = new Set<Figure>([lead]);
  const conflicts = dot.figures.flatMap((figure) =>
    dot.conflicts.flatMap((conflict) => {
      const other = conflict.low === figure ? conflict.high : conflict.high === figure ? conflict.low : undefined;
      if (other === undefined || met.has(other)) return [];
      // What relays a number is held against the same others as the number is: once is enough.
      if ([...met].some((before) => !dot.figures.includes(before) && isRelay(before, other))) return [];
      met.add(other);
      return [conflictSaid(conflict, figure, told)];
    }),
  );
  return [
    statement(words.figure(said.value.text, name(lead), said.days.text, said.who.text), [lead]),
    said.published,
    said.how,
    ...(relays.length > 0 ? [statement(words.repeats(relays.map((relay) => figureSayers(relay, told)).join("; ")), relays)] : []),
    ...conflicts,
    ...(said.note ? [said.note] : []),
  ];
}

/** What a figure is in conflict with, and how far apart the two are. */
function conflictSaid({ low, high, ratio }: Conflict, figure: Figure, told: Told): Statement {
  const other = low === figure ? high : low;
  const { words } = told;
  const [days, who] = [figureDays(other, told), figureSayers(other, told)];
  const text =
    ratio === 1 ? words.otherDays(days, who) : words.conflict(figureValue(other, told), days, who, apartText(figure, ratio, told));
  return statement(text, [figure, other]);
}

/** How far apart two figures are. Places have no factor that says anything: they are named. */
export function apartText(figure: Figure, ratio: number, { format }: Told): string {
  return quantityIn(figure).unit === "rank" ? "" : format.times(ratio);
}
