/** Deviations from which a number is wild. */
const FAR = 3;

/** @example mean([1, 2, 6]) // 3 */
export function mean(numbers: readonly number[]): number {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum / numbers.length;
}

/** The middle; of an even count the mean of the two in the middle. NaN of nothing. @example median([9, 1, 2]) // 2 */
export function median(numbers: readonly number[]): number {
  const half = numbers.length >> 1;
  const some = scratch(numbers.length);
  for (let at = 0; at < numbers.length; at++) some[at] = numbers[at] as number;
  const upper = chosen(some, half, numbers.length - 1);
  if (numbers.length % 2 === 1) return upper;
  // What stands before the chosen one is not larger than it.
  let lower = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < half; at++) if ((some[at] as number) > lower) lower = some[at] as number;
  return (lower + upper) / 2;
}

let kept = new Float64Array(512);

/** Room for some numbers, the same again and again: made anew for each median it would cost more than the median. */
function scratch(length: number): Float64Array {
  if (kept.length < length) kept = new Float64Array(2 * length);
  return kept;
}

/** The number that would stand at a place if all were sorted (Hoare 1961): a third of the time that sorting takes. */
function chosen(some: Float64Array, place: number, last: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const pivot = some[(low + high) >> 1] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((some[i] as number) < pivot) i++;
      while ((some[j] as number) > pivot) j--;
      if (i > j) break;
      const moved = some[i] as number;
      some[i++] = some[j] as number;
      some[j--] = moved;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return last < 0 ? Number.NaN : (some[place] as number);
}

/**
 * Numbers with the wild ones drawn in to three deviations from the median, where the deviation is the median distance
 * from it, scaled so that it is the standard deviation where numbers are normal: a few wild ones do not move it
 * (Hampel 1974).
 *
 * @example tamed([1, 1.1, 0.9, 1, 90]) // [1, 1.1, 0.9, 1, 1.44478]
 */
export function tamed(numbers: readonly number[]): number[] {
  const middle = median(numbers);
  const deviation = 1.4826 * median(numbers.map((one) => Math.abs(one - middle)));
  return drawnIn(numbers, middle, FAR * Math.max(deviation, 1e-9));
}

/** Numbers drawn in to within some distance of a middle. @example drawnIn([1, 2, 90], 2, 3) // [1, 2, 5] */
export function drawnIn(numbers: readonly number[], middle: number, distance: number): number[] {
  return numbers.map((one) => Math.max(middle - distance, Math.min(middle + distance, one)));
}
