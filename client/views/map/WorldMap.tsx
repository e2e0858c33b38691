import { memo, type ReactElement } from "react";
import { DISAGREE, NO_VALUE, NOT_FOUND } from "../../../data/chart/map-model.ts";
import type { MapStep } from "../../../data/chart/map-steps.ts";
import type { Country } from "../../../data/model/catalog.ts";
import type { Shape, Shapes } from "./shapes.ts";

export interface WorldMapProps {
  shapes: Shapes;
  countries: readonly Country[];
  /** Index of a step for each country, or what stands for none. */
  cells: ArrayLike<number>;
  steps: readonly MapStep[];
  /** Cells that stay in the foreground; empty is all. */
  lit: ReadonlySet<number>;
  chosen: ReadonlySet<string>;
  /** The country that is pointed at; `null` is none. */
  hot: string | null;
  /** Countries that are other in a later vintage, each with the cell of its later value. */
  changed?: ReadonlyMap<string, number> | undefined;
  /** Pixels that the map is wide. */
  width: number;
  /** Unlike any other on the page: patterns are found by it. */
  id: string;
}

const HATCH_PX = 6;
const DOT_PX = 4;
const FADED = 0.2;
const EMPTY_DOT_PX = 1.8;
const CHANGED_PX = 4.5;

/** The countries as SVG. Playing changes nothing but fills. */
export function WorldMap({ shapes, countries, cells, steps, lit, chosen, hot, changed, width, id }: WorldMapProps): ReactElement {
  const px = shapes.width / Math.max(1, width);
  const size = HATCH_PX * px;
  const outlined = countries.filter((country) => chosen.has(country.id) || country.id === hot);
  return (
    <svg viewBox={`0 0 ${shapes.width} ${shapes.height}`} width="100%" aria-hidden="true" data-map="">
      <defs>
        <pattern id={`${id}-none`} patternUnits="userSpaceOnUse" width={size} height={size} patternTransform="rotate(-45)">
          <rect width={size} height={size} fill="var(--nodata-bg)" />
          <rect width={size} height={px} fill="var(--nodata-line)" />
        </pattern>
        <pattern id={`${id}-disagree`} patternUnits="userSpaceOnUse" width={size} height={size}>
          <rect width={size} height={size} fill="var(--nodata-bg)" />
          <circle cx={size / 2} cy={size / 2} r={1.4 * px} fill="var(--text-1)" />
        </pattern>
      </defs>
      <g stroke="var(--line-3)" strokeWidth={0.6 * px} strokeLinejoin="round">
        <path d={shapes.other} fill={`url(#${id}-none)`} opacity={lit.size > 0 && !lit.has(NO_VALUE) ? FADED : undefined} />
        {countries.map((country, index) => {
          const shape = shapes.countries[country.id];
          if (!shape) return null;
          const cell = cells[index] as number;
          const fill = fillOf(cell, steps, id);
          const faded = lit.size > 0 && !lit.has(cell);
          const radius = shape.d === "" ? (cell === NO_VALUE ? EMPTY_DOT_PX : DOT_PX) * px : 0;
          return <Land key={country.id} index={index} shape={shape} fill={fill} faded={faded} radius={radius} />;
        })}
      </g>
      <g fill="none" stroke="var(--text-1)" strokeLinejoin="round" pointerEvents="none">
        {outlined.map(({ id: country }) => {
          const shape = shapes.countries[country];
          const line = (country === hot ? 2.25 : 1.5) * px;
          if (!shape) return null;
          return shape.d === "" ? (
            <circle key={country} cx={shape.x} cy={shape.y} r={(DOT_PX + 2) * px} strokeWidth={line} />
          ) : (
            <path key={country} d={shape.d} strokeWidth={line} />
          );
        })}
      </g>
      {changed && (
        <g stroke="var(--text-1)" strokeWidth={1.5 * px} pointerEvents="none" data-changed="">
          {[...changed].map(([country, cell]) => {
            const shape = shapes.countries[country];
            if (!shape) return null;
            // Beside a country that is a dot itself.
            const [x, y] = shape.d === "" ? [shape.x + 7 * px, shape.y - 7 * px] : [shape.x, shape.y];
            return (
              <g key={country} data-country={country}>
                <circle cx={x} cy={y} r={(CHANGED_PX + 1.5) * px} fill="var(--surface-page)" stroke="none" />
                <circle cx={x} cy={y} r={CHANGED_PX * px} fill={fillOf(cell, steps, id)} />
              </g>
            );
          })}
        </g>
      )}
    </svg>
  );
}

/** What a cell is filled with: never a colour of the ramp where nothing is known. */
function fillOf(cell: number, steps: readonly MapStep[], id: string): string {
  const step = steps[cell];
  const pattern = patternOf(cell);
  return step ? `var(--map-${step.color})` : pattern === "plain" ? "var(--surface-press)" : `url(#${id}-${pattern})`;
}

/** What stands for a cell without a step. */
export function patternOf(cell: number): "none" | "plain" | "disagree" {
  return cell === DISAGREE ? "disagree" : cell === NOT_FOUND ? "plain" : "none";
}

interface LandProps {
  index: number;
  shape: Shape;
  fill: string;
  faded: boolean;
  /** Of the dot, where there is no shape. */
  radius: number;
}

const Land = memo(({ index, shape, fill, faded, radius }: LandProps) =>
  shape.d === "" ? (
    <circle cx={shape.x} cy={shape.y} r={radius} fill={fill} opacity={faded ? FADED : undefined} data-index={index} />
  ) : (
    <path d={shape.d} fill={fill} opacity={faded ? FADED : undefined} data-index={index} />
  ),
);
Land.displayName = "Land";
