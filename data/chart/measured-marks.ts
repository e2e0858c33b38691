import type { Dated } from "../analysis/dated.ts";
import { INDEX_BASE, type MeasureUnit, PEOPLE } from "../analysis/measure.ts";
import type { DayNumber } from "../model/day.ts";
import type { Format } from "./format.ts";
import { fixesLine, type Line } from "./lines.ts";
import type { FigureMark } from "./marks.ts";
import { measureText } from "./measure-text.ts";
import type { MeasureWords } from "./measure-words.ts";
import { populationOf } from "./measured-lines.ts";
import type { SpokenInput } from "./picture.ts";

interface Context {
  unit: MeasureUnit;
  bases: ReadonlyMap<string, Dated>;
  /** Calendar day of day 0 of each line; `null` on calendar days. */
  zeros: ReadonlyMap<string, DayNumber> | null;
  input: SpokenInput;
  format: Format;
  words: Pick<MeasureWords, "qualified">;
}

/**
 * Figures in the unit of a picture, those that can truthfully be so: for 100,000 people all of a country whose population
 * is known; as an index those that fix a line, on the base of that line; as a change none. On an axis from day 0 a figure
 * goes with the line that it fixes, or with all where they have one day 0.
 *
 * @returns those drawn, and how many are left
 */
export function measuredMarks(
  marks: readonly FigureMark[],
  lines: readonly Line[],
  context: Context,
): { drawn: FigureMark[]; left: number } {
  const drawn = marks.flatMap((mark): FigureMark[] => {
    const line = lines.find((one) => fixesLine(mark.figure, one));
    const factor = factorOf(mark, line, context);
    const zero = context.zeros === null ? 0 : zeroOf(line, context.zeros);
    if (factor === null || zero === null) return [];
    const value = mark.value * factor;
    const { qualifier } = mark.figure;
    const base = context.unit === "index" && line ? context.bases.get(line.id) : undefined;
    // Relative to a modelled or a rough base, a published number is one, too.
    const loose = base !== undefined && (!base.published || base.rough === true);
    // A bound that is rounded is another one.
    const bound = qualifier === "under" || qualifier === "over";
    const text = measureText(value, context.unit, context.format, bound ? undefined : loose || qualifier === "about" ? 2 : undefined);
    const worded =
      context.unit === "value" ? mark.text : qualifier !== "" ? context.words.qualified(text, qualifier) : loose ? `≈ ${text}` : text;
    return [{ ...mark, value, text: worded, from: mark.from - zero, to: mark.to - zero }];
  });
  return { drawn, left: marks.length - drawn.length };
}

/** What a figure is multiplied with; `null` where it cannot be converted. */
function factorOf({ figure }: FigureMark, line: Line | undefined, { unit, bases, input }: Context): number | null {
  if (unit === "value") return 1;
  if (unit === "per100k") {
    const population = populationOf(figure.country, input);
    return population === null ? null : PEOPLE / population;
  }
  const base = unit === "index" && line ? bases.get(line.id) : undefined;
  return base ? INDEX_BASE / base.value : null;
}

function zeroOf(line: Line | undefined, zeros: ReadonlyMap<string, DayNumber>): number | null {
  const own = line && zeros.get(line.id);
  if (own !== undefined) return own;
  const all = new Set(zeros.values());
  return all.size === 1 ? ([...all][0] as number) : null;
}
