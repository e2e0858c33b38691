type Numbers = Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The array, or where it is shorter than is needed a copy that is at least twice as long. @param blank what new places hold */
export function withRoom<Kind extends Numbers>(numbers: Kind, needed: number, blank = 0): Kind {
  if (needed <= numbers.length) return numbers;
  const longer = new (numbers.constructor as new (length: number) => Kind)(Math.max(1024, needed, 2 * numbers.length));
  longer.set(numbers);
  if (blank !== 0) longer.fill(blank, numbers.length);
  return longer;
}
