import type { ReactElement } from "react";
import type { Candidate, Placement } from "./place.ts";
import { textWidth } from "./text.ts";

/** With more changed points than these in a line none has a dot. */
export const MOST_DOTS = 60;

export type Point = Pick<Candidate, "x" | "y">;

/** Words with their middle, in a weight and an ink. */
export interface PlacedText {
  text: string;
  weight: number;
  ink: string;
  x: number;
  y: number;
}

/** Places words beside the first of some points where they find room; nothing where they find none. */
export function placedBeside(
  placement: Placement,
  candidates: readonly Candidate[],
  words: Pick<PlacedText, "text" | "weight" | "ink">,
  strict = false,
): PlacedText[] {
  const found = (strict ? placement.find(candidates, true) : undefined) ?? placement.find(candidates);
  return found ? [{ ...words, x: found.x + found.width / 2, y: found.y + 11.5 }] : [];
}

/**
 * Which vintage is which, beside the points that differ.
 *
 * @param names the earlier first
 */
export function placedNames(
  placement: Placement,
  names: readonly [old: string, now: string],
  { later, earlier }: { later: readonly Point[]; earlier: readonly Point[] },
): PlacedText[] {
  return [
    { text: names[1], of: later, weight: 600, ink: "var(--text-1)" },
    { text: names[0], of: earlier, weight: 400, ink: "var(--text-2)" },
  ].flatMap(({ of, ...name }) => placedBeside(placement, around(of, textWidth(name.text, 12, name.weight) + 6), name, true));
}

/** Words over a chart, on a rim of the page's colour. */
export function NameTexts({ placed }: { placed: readonly PlacedText[] }): ReactElement {
  return (
    <g fontSize={12} textAnchor="middle" stroke="var(--surface-page)" strokeWidth={4} strokeLinejoin="round">
      {placed.map(({ text, weight, ink, x, y }) => (
        <text key={`${text} ${x} ${y}`} x={x} y={y} fontWeight={weight} fill={ink} paintOrder="stroke">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Places above, below and at the sides of a point. */
export function beside({ x, y }: Point, width: number): Candidate[] {
  return [
    ...[-22, 8, -34, 20].map((dy): Candidate => ({ x: x - width / 2, y: y + dy, width, height: 15, anchor: "middle" })),
    ...[10, -10 - width].map((dx): Candidate => ({ x: x + dx, y: y - 8, width, height: 15, anchor: "middle" })),
  ];
}

function around(points: readonly Point[], width: number): Candidate[] {
  return [0.5, 0.7, 0.3, 0.99, 0].flatMap((share) => {
    const point = points[Math.floor(points.length * share)];
    return point ? beside(point, width) : [];
  });
}
