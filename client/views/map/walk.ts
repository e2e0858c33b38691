import type { Shape } from "./shapes.ts";

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const WAYS: Record<Direction, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** What is as far aside as ahead counts as this share further away. */
const ASIDE = 0.3;
/** No further aside than this many times as far as ahead. */
const WIDEST = 1.5;

/** The nearest place in a direction; the same place where there is none. */
export function neighbour(places: Readonly<Record<string, Pick<Shape, "x" | "y">>>, from: string, direction: Direction): string {
  const start = places[from];
  if (!start) return from;
  const [wayX, wayY] = WAYS[direction];
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (const [id, { x, y }] of Object.entries(places)) {
    const ahead = (x - start.x) * wayX + (y - start.y) * wayY;
    const aside = Math.abs((x - start.x) * wayY) + Math.abs((y - start.y) * wayX);
    if (ahead <= 0 || aside > WIDEST * ahead) continue;
    const cost = Math.hypot(ahead, aside) * (1 + (ASIDE * aside) / ahead);
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}

export function isDirection(key: string): key is Direction {
  return key in WAYS;
}
