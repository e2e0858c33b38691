import type { EvidenceRow } from "../../data/chart/evidence.ts";
import type { BracketSaid, ChartSaid } from "../../data/chart/evidence-page.ts";
import type { DotSaid } from "../../data/chart/figure-said.ts";
import { NARROW } from "./frame.ts";
import { textWidth } from "./text.ts";

/** A dot and the words beside it, in pixels of the chart. */
export interface PlacedDot {
  said: DotSaid;
  row: EvidenceRow;
  x: number;
  y: number;
  label: { x: number; anchor: "start" | "end"; value: string; rest: string };
  /** What dot and words take across. */
  span: [from: number, to: number];
}

/** What a provider said of a platform: its name and its dots. */
export interface PlacedRow {
  row: EvidenceRow;
  top: number;
  bottom: number;
  /** Lines of the provider's name; none where the row above has it. */
  name: string[];
  /** Where the first line of text stands. */
  text: number;
  /** The platform, where the chart has several. */
  platform: string;
  range: [x1: number, x2: number] | null;
}

export interface PlacedBracket {
  said: BracketSaid;
  x1: number;
  x2: number;
  y: number;
  /** `half`: how far its words reach to both sides of their middle. */
  label: { x: number; half: number; anchor: "start" | "middle" | "end" };
}

/** The pixels of a chart of evidence. */
export interface EvidenceFrame {
  width: number;
  height: number;
  narrow: boolean;
  left: number;
  right: number;
  /** Where the rows end and the axis stands. */
  bottom: number;
  rows: PlacedRow[];
  dots: PlacedDot[];
  brackets: PlacedBracket[];
  ticks: { value: number; x: number; text: string }[];
}

const NAMES = { wide: 196, narrow: 0 };
const LANE = 19;
const LINE = 15;
const PAD = 7;
const BRACKET = 22;
const FOOT = 26;
const ARROW = 16;
const GAP = 12;
/** Where Inter is not installed, the system's face may be wider. */
export const WIDER = 1.1;

/** What the words of a chart need to know of the page. */
export interface EvidenceText {
  tick: (value: number) => string;
  provider: (row: EvidenceRow) => string;
  platform: (id: string) => string;
}

/** The frame of a chart at a width: rows as tall as their labels need, no label over another. */
export function evidenceFrame({ chart, dots, brackets }: ChartSaid, text: EvidenceText, width: number): EvidenceFrame {
  const narrow = width < NARROW;
  const left = narrow ? 6 : NAMES.wide;
  const right = width - 6;
  const { low, high } = chart.axis;
  const x = (value: number) => left + (Math.log(value / low) / Math.log(high / low)) * (right - left);
  const several = new Set(chart.figures.map(({ platform }) => platform)).size > 1;
  const bars = placedBrackets(brackets, x, width);
  let next = bars.height;
  let before = "";
  const placed: PlacedDot[] = [];
  const rows = chart.rows.map((row): PlacedRow => {
    const top = next;
    const platform = several ? text.platform(row.platform) : "";
    const provider = text.provider(row);
    const own = row.provider.id !== before;
    before = row.provider.id;
    const name = !own ? [] : narrow ? [provider] : wrapped(provider, left - 14);
    const lines = name.length + (platform === "" ? 0 : 1);
    const header = narrow && lines > 0 ? LINE + 3 : 0;
    const lanes = lanesOf(row, dots, x, left, width);
    for (const { lane, ...dot } of lanes.dots) placed.push({ ...dot, y: top + PAD + header + lane * LANE + LANE / 2 });
    const height = Math.max(lanes.count * LANE, narrow ? 0 : lines * LINE) + header + 2 * PAD;
    next += height;
    const range = row.range === null ? null : ([x(row.range[0]), x(row.range[1])] as [number, number]);
    return { row, top, bottom: top + height, name, text: top + PAD + 13, platform, range };
  });
  const ticks = ticksOf(chart.axis.ticks, x, text, right);
  return { width, height: next + FOOT, narrow, left, right, bottom: next, rows, dots: placed, brackets: bars.placed, ticks };
}

/** Each dot of a row in the first lane where it and its words touch nothing. Earlier days stand higher. */
function lanesOf(row: EvidenceRow, said: ChartSaid["dots"], x: (value: number) => number, left: number, width: number) {
  const lanes: [number, number][][] = [];
  const dots = row.dots
    .toSorted((a, b) => a.from - b.from || a.x - b.x)
    .flatMap((dot) => {
      const words = said.get(dot.id);
      if (!words) return [];
      const at = x(dot.x);
      const { label, span } = labelOf(words, at, left, width);
      const free = lanes.findIndex((taken) => taken.every(([from, to]) => span[1] + GAP <= from || span[0] >= to + GAP));
      const lane = free < 0 ? lanes.length : free;
      lanes[lane] = [...(lanes[lane] ?? []), span];
      return [{ said: words, row, x: at, lane, label, span }];
    });
  return { dots, count: Math.max(1, lanes.length) };
}

/**
 * The words of a dot on its right, or on its left where there is no room. Where there is none on either side, without
 * the count of pages, and at the last the value alone.
 */
function labelOf(said: DotSaid, x: number, left: number, width: number): { label: PlacedDot["label"]; span: [number, number] } {
  const [{ published_on, qualifier }] = said.dot.figures;
  const undated = published_on === null ? " *" : "";
  const after = x + 9 + (qualifier === "over" ? ARROW : 0);
  const ahead = x - 9 - (qualifier === "under" ? ARROW : 0);
  const pages = said.pages ? ` · ${said.pages.text}` : "";
  const days = said.vintage === undefined ? said.days.text : `${said.days.text} · ${said.vintage}`;
  const words = [
    { value: said.value.text, rest: `${days}${pages}${undated}` },
    ...(said.vintage === undefined ? [] : [{ value: said.value.text, rest: `${said.vintage}${undated}` }]),
    { value: said.value.text, rest: `${said.days.text}${undated}` },
    { value: `${said.value.text}${undated}`, rest: "" },
  ];
  const sizes = words.map(({ value, rest }) => (textWidth(value, 12, 600) + textWidth(rest, 12)) * WIDER + (rest === "" ? 0 : 6));
  const onRight = (size: number) => after + size <= width;
  const fitting = sizes.findIndex((size) => onRight(size) || ahead - size >= left - 2);
  const at = fitting < 0 ? words.length - 1 : fitting;
  const [word, size] = [words[at] as (typeof words)[number], sizes[at] as number];
  if (onRight(size)) return { label: { x: after, anchor: "start", ...word }, span: [ahead + 3, after + size] };
  return { label: { x: ahead, anchor: "end", ...word }, span: [ahead - size, after - 3] };
}

function placedBrackets(brackets: readonly BracketSaid[], x: (value: number) => number, width: number) {
  const placed = brackets.map((said, index): PlacedBracket => {
    const [x1, x2] = [x(said.low), x(said.high)];
    const words = textWidth(said.said.text, 12, 600) * WIDER;
    const half = words / 2 + 6;
    const y = index * BRACKET + 12;
    if (x2 - x1 > words + 28) return { said, x1, x2, y, label: { x: (x1 + x2) / 2, half, anchor: "middle" } };
    return { said, x1, x2, y, label: x2 + 8 + words < width ? { x: x2 + 8, half, anchor: "start" } : { x: x1 - 8, half, anchor: "end" } };
  });
  return { placed, height: brackets.length * BRACKET };
}

function ticksOf(values: readonly number[], x: (value: number) => number, text: EvidenceText, right: number): EvidenceFrame["ticks"] {
  const kept: EvidenceFrame["ticks"] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    const words = text.tick(value);
    const half = textWidth(words, 12) / 2;
    if (x(value) - half < edge + 12 || x(value) + half > right + 6) continue;
    kept.push({ value, x: x(value), text: words });
    edge = x(value) + half;
  }
  return kept;
}

/** A name in as many lines as it needs. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, 12, 600) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
