// Records stand one behind the other and are never moved; all of them go at once.

/** What reads words may look so many bytes behind the last record. */
const BEYOND: usize = 8;

/** Pages of 64 kB that the memory grows by, at least. */
const PAGES: usize = 16;

let top: usize = __heap_base;

/** Room for so many bytes, all of them zero; its address can be divided by eight. */
export function alloc(bytes: usize): usize {
  const start = (top + 7) & ~7;
  top = start + bytes;
  const has = <usize>memory.size();
  const needs = (top + BEYOND + 0xffff) >>> 16;
  if (needs > has && memory.grow(<i32>max(needs - has, PAGES)) < 0) unreachable();
  return start;
}

/** A copy of a record with more room; what is new in it is zero. */
export function longer(record: usize, bytes: usize, needed: usize): usize {
  const copy = alloc(needed);
  memory.copy(copy, record, bytes);
  return copy;
}

/** Forgets all records. */
export function clear(): void {
  memory.fill(__heap_base, 0, top - __heap_base);
  top = __heap_base;
}
