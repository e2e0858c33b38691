/** How often a figure of a surge comes out right, in percent of the series. */
export interface SurgeAccuracy {
  /** What the made surge adds at its peak, to a level of 300,000. */
  peak: number;
  found: number;
  onsetWithinADay: number;
  peakWithinADay: number;
  peakExact: number;
  /** Within 15 percent. */
  halfLife: number;
  /** Share retained 28 days after the peak, within 5 points. */
  retained: number;
}

/** What was added to series that have no surge. */
export type Disturbance = "independent" | "alike" | "trend" | "spikes";

/** How many series of each sort. */
export const ACCURACY_SERIES = 200;

/**
 * Measured on series whose truth is known: 120 days of `(300,000 + surge) x (1 + 0.12 sin(2 pi t / 7)) x e^noise`, the
 * noise spreading by 5 percent; the surge up in a straight line from day 43 to 49, then half of what is above a plateau
 * of 150,000 gone every 6 days. `npm run bench -- surge` prints it; a test keeps it equal to what is measured.
 */
export const SURGE_ACCURACY: readonly SurgeAccuracy[] = [
  { peak: 600_000, found: 100, onsetWithinADay: 98, peakWithinADay: 96.5, peakExact: 76, halfLife: 92, retained: 98 },
  { peak: 1_200_000, found: 100, onsetWithinADay: 96.5, peakWithinADay: 99.5, peakExact: 85.5, halfLife: 100, retained: 100 },
  { peak: 3_100_000, found: 100, onsetWithinADay: 97.5, peakWithinADay: 99.5, peakExact: 90.5, halfLife: 100, retained: 100 },
];

/** Of series without a surge, the percent in which one was found. */
export const FALSE_SURGES: Readonly<Record<Disturbance, number>> = { independent: 0, alike: 0, trend: 0, spikes: 2 };

/** Of 28 days after a baseline of 42, the percent that lay within the band: days that are independent, and days like the day before. */
export const BAND_COVERAGE: Readonly<Record<"independent" | "alike", number>> = { independent: 95.2, alike: 93.5 };
