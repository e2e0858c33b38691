import instantiate from "./assembly/scanner.ts?assembly";

interface Global {
  readonly value: number;
}

/** What `assembly/scanner.ts` has for others. Addresses are such of its memory. */
export interface Assembled {
  readonly memory: { readonly buffer: ArrayBuffer };
  forget(): void;
  begin(separator: number, stretches: number, names: number, columns: number, allowsBlanks: boolean): void;
  setStretch(number: number, kind: number, width: number): void;
  setDay(day: number): void;
  learn(): number;
  setSeries(place: number, column: number, number: number, least: number, most: number, whole: boolean): void;
  pieceStart(number: number): number;
  pieceEnd(number: number): number;
  seriesColumn(): number;
  daysColumn(): number;
  valuesColumn(): number;
  fetched(): void;
  scan(from: number, end: number, line: number): number;
  /** Where rows are put, and bytes that there is room for. */
  readonly input: Global;
  readonly window: Global;
  readonly stopped: Global;
  readonly taken: Global;
  /** Values that there is room for until they are fetched. */
  readonly room: Global;
  readonly waiting: Global;
  readonly asked: Global;
  readonly askedColumn: Global;
  /** Notes a line. Answers the earlier one that has the same day of the same series, `SOME_LINE`, or 0; that one stays. */
  note(series: number, day: number, line: number): number;
  /** What `note` would answer, without noting anything. */
  lineOf(series: number, day: number): number;
}

/** An instance of more bytes is not kept for the next file. */
const MOST_KEPT = 2 ** 24;

let spare: Assembled | undefined;

/** What one file is read with; to be given back at its end, so that the next one finds it. */
export function takeAssembled(): Assembled {
  const kept = spare;
  spare = undefined;
  if (kept) return kept;
  return instantiate() as Assembled;
}

/** Whoever gives it back has done with it. */
export function giveBack(assembled: Assembled): void {
  if (assembled.memory.buffer.byteLength > MOST_KEPT) return;
  assembled.forget();
  spare = assembled;
}
