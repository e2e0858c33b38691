/**
 * Random numbers that a name decides: the same name gives the same numbers on every machine, and another series
 * none of them. Mulberry32, seeded by FNV-1a of the name.
 *
 * @returns a function that answers the next number, from 0 to below 1
 * @example randomOf("rednote/US")() === randomOf("rednote/US")() // true
 */
export function randomOf(name: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) state = Math.imul(state ^ name.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * About normal, mean 0 and spread 1, never beyond 6: twelve numbers added, so that no logarithm or cosine of
 * another engine can change a digit.
 */
export function nearlyNormal(random: () => number): number {
  let sum = -6;
  for (let count = 0; count < 12; count++) sum += random();
  return sum;
}
