/** Spreads neighbours over the table: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e37_79b1;

/**
 * Small numbers for pages of days, from 0 in the order in which they come. A table of its own: of a file in the order
 * of its days each row is on another page than the one before, and a Map takes longer than all the rest of the row.
 */
export class PageNumbers {
  #keys = new Int32Array(1024).fill(-1);
  #numbers = new Int32Array(1024);
  #shift = 22;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The number of a page, new or not. @param key whole, from 0 to 2^31 - 1; a larger one throws a RangeError */
  of(key: number): number {
    const at = this.#place(key);
    if (this.#keys[at] === key) return this.#numbers[at] as number;
    if (this.#count * 2 >= this.#keys.length) {
      this.#grow();
      return this.of(key);
    }
    // Such a key would never be found again, and its page be made anew each time. One that is found needs no check.
    if ((key & 0x7fff_ffff) !== key) throw new RangeError(`${key} is no number of a page.`);
    this.#keys[at] = key;
    this.#numbers[at] = this.#count;
    return this.#count++;
  }

  /** Where a key stands, or the free place for it. */
  #place(key: number): number {
    const keys = this.#keys;
    const last = keys.length - 1;
    let at = Math.imul(key, SPREAD) >>> this.#shift;
    while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Int32Array(keys.length * 2).fill(-1);
    this.#numbers = new Int32Array(keys.length * 2);
    this.#shift--;
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from] as number;
      if (key === -1) continue;
      const at = this.#place(key);
      this.#keys[at] = key;
      this.#numbers[at] = numbers[from] as number;
    }
  }
}
