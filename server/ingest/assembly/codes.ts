// What both sides of the scanner call things by: the one in AssemblyScript, and `../scanner.ts` in TypeScript.

/** What a stretch of a row holds: a day, some names beside each other, or a value. */
export const DATE = 0;
export const NAMES = 1;
export const VALUE = 2;

/** Why it stopped: all is read, the row is not as it should be, something in it is met for the first time, values must be fetched. */
export const END = 0;
export const OTHERWISE = 1;
export const NEW_DAY = 2;
export const NEW_PLACE = 3;
export const NEW_SERIES = 4;
export const FULL = 5;

/** Stands for a line that came before, and is not known. */
export const SOME_LINE = -1;

/** Pages whose lines are known by heart: 5 MB, a million days of a thousand series. */
export const MOST_PAGES = 20_480;
