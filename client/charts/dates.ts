/** Which of so many dates a key leads to from the one that is read, `null` where none is; `undefined` for other keys. */
export function dateTo(key: string, from: number | null, count: number): number | undefined {
  const to = {
    ArrowLeft: (from ?? count) - 1,
    ArrowRight: (from ?? -1) + 1,
    PageUp: (from ?? 0) - 7,
    PageDown: (from ?? 0) + 7,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}

/** Index of the place that is nearest to one, the first of two; `null` where there is none. */
export function nearest(places: readonly number[], to: number): number | null {
  let best: number | null = null;
  places.forEach((place, index) => {
    if (best === null || Math.abs(place - to) < Math.abs((places[best] as number) - to)) best = index;
  });
  return best;
}
