import type { Line } from "../../data/chart/lines.ts";
import type { Frame, PanelFrame } from "./frame.ts";

/** A rectangle in pixels of the chart. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place that a label could take; the earlier in a list the better. */
export interface Candidate extends Box {
  anchor: "start" | "middle" | "end";
}

export interface Obstacle {
  x: number;
  y: number;
}

/**
 * Finds places for labels, one after the other: each takes the candidate that covers least of what stands already.
 * Boxes weigh more than the points of lines; what lies outside the frame is never taken.
 */
export class Placement {
  readonly #frame: Box;
  readonly #boxes: Box[] = [];
  readonly #points: Obstacle[];

  constructor(frame: Box, points: Obstacle[]) {
    this.#frame = frame;
    this.#points = points.toSorted((a, b) => a.x - b.x);
  }

  /** Marks a rectangle as taken. */
  block(box: Box): void {
    this.#boxes.push(box);
  }

  /** How many places are taken. */
  taken(): number {
    return this.#boxes.length;
  }

  /** Frees what was taken since there were `count`. */
  release(count: number): void {
    this.#boxes.length = count;
  }

  /** The best candidate, now taken; `undefined` where each would cover another box (or a line, with `strict`). */
  find<Kind extends Candidate>(candidates: readonly Kind[], strict = false): Kind | undefined {
    let best: Kind | undefined;
    let least = Number.POSITIVE_INFINITY;
    candidates.forEach((candidate, order) => {
      if (!inside(candidate, this.#frame) || this.#boxes.some((box) => overlap(candidate, box))) return;
      const covered = this.#covered(candidate);
      if (strict && covered > 0) return;
      const cost = covered * 3 + order;
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    });
    if (best) this.block(best);
    return best;
  }

  #covered(box: Box): number {
    let count = 0;
    let low = 0;
    let high = this.#points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#points[middle]?.x ?? 0) < box.x) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < this.#points.length; index++) {
      const point = this.#points[index] as Obstacle;
      if (point.x > box.x + box.width) break;
      if (point.y >= box.y && point.y <= box.y + box.height) count++;
    }
    return count;
  }
}

/** How far apart the points of a line may be, in pixels. */
const STEP = 5;

/** The lines of a panel as points that lie close to each other. */
export function obstaclesOf(lines: readonly Pick<Line, "points">[], at: Pick<PanelFrame, "y">, frame: Pick<Frame, "x">): Obstacle[] {
  return lines.flatMap((line) => along(line.points.map((point) => ({ x: frame.x(point.day), y: at.y(point.value) }))));
}

/** A line as points that lie close to each other. */
export function along(points: readonly Obstacle[]): Obstacle[] {
  const dense: Obstacle[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before) {
      const parts = Math.min(60, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / STEP));
      for (let part = 1; part < parts; part++)
        dense.push({ x: before.x + ((point.x - before.x) * part) / parts, y: before.y + ((point.y - before.y) * part) / parts });
    }
    dense.push(point);
  });
  return dense;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(box: Box, frame: Box): boolean {
  return box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;
}
