/**
 * Values on their way into the store, as columns: 14 bytes each, where an object takes a hundred.
 * Grows with what comes, up to the capacity.
 */
export class Columns {
  #series = new Uint32Array(1024);
  #days = new Uint16Array(1024);
  #values = new Float64Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(series: number, day: number, value: number): void {
    if (this.#count === this.#days.length) this.#grow();
    this.#series[this.#count] = series;
    this.#days[this.#count] = day;
    this.#values[this.#count] = value;
    this.#count++;
  }

  clear(): void {
    this.#count = 0;
  }

  /**
   * Visits all values by series, then day. Files come in any order, and a table that is filled in the order of its
   * key is filled several times faster.
   *
   * @param ids what the series are called in the store, by the number that they were pushed with; also their order
   */
  inOrder(ids: readonly number[], visit: (id: number, day: number, value: number, series: number) => void): void {
    const numbers = ids.map((_, number) => number).sort((a, b) => (ids[a] as number) - (ids[b] as number));
    const sizes = new Uint32Array(ids.length);
    for (let at = 0; at < this.#count; at++) {
      const series = this.#series[at] as number;
      sizes[series] = (sizes[series] as number) + 1;
    }
    const ends = new Uint32Array(ids.length);
    let start = 0;
    for (const number of numbers) {
      ends[number] = start;
      start += sizes[number] as number;
    }
    const order = new Uint32Array(this.#count);
    for (let at = 0; at < this.#count; at++) {
      const series = this.#series[at] as number;
      const place = ends[series] as number;
      order[place] = at;
      ends[series] = place + 1;
    }
    for (const number of numbers) {
      const end = ends[number] as number;
      const places = order.subarray(end - (sizes[number] as number), end);
      this.#sortByDay(places);
      const id = ids[number] as number;
      for (const at of places) visit(id, this.#days[at] as number, this.#values[at] as number, number);
    }
  }

  #sortByDay(places: Uint32Array): void {
    const days = this.#days;
    for (let at = 1; at < places.length; at++) {
      if ((days[places[at] as number] as number) >= (days[places[at - 1] as number] as number)) continue;
      places.sort((a, b) => (days[a] as number) - (days[b] as number));
      return;
    }
  }

  #grow(): void {
    const size = this.#days.length * 2;
    const series = new Uint32Array(size);
    series.set(this.#series);
    const days = new Uint16Array(size);
    days.set(this.#days);
    const values = new Float64Array(size);
    values.set(this.#values);
    [this.#series, this.#days, this.#values] = [series, days, values];
  }
}
