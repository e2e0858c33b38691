import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ExtendedFeatureCollection, geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { readConfig } from "../../server/config.ts";
import { relativePath } from "./path.ts";

const USAGE = `npm run shapes -- [--check]

Writes data/reference/shapes.json: the countries of countries.csv as Natural Earth draws them, projected to a plane
(Equal Earth), from the packages world-atlas, topojson-client and d3-geo.

  --check   write nothing; fail where the file is not what the packages give
`;

/** Units of the plane. Whole numbers are exact to a tenth of a pixel where the map is 1000 pixels wide. */
const WIDTH = 10_000;
/** Room at the sides and below, for islands that are drawn as dots. */
const MARGIN = 60;
/** Keeps the east of Russia in one piece. */
const TURN = -11;
/** Drawn by no map of ours: half of it would be ice. It is in the list. */
const LEFT_OUT = "AQ";

type Box = readonly [west: number, south: number, east: number, north: number];

/** Parts that Natural Earth counts to another country, and ISO 3166-1 as one of its own. */
const PARTS: readonly { of: string; country: string; box: Box }[] = [
  { of: "FR", country: "GF", box: [-55, 1, -50, 7] },
  { of: "FR", country: "GP", box: [-62, 15.75, -60.9, 17] },
  { of: "FR", country: "MQ", box: [-61.4, 14.3, -60.7, 15] },
  { of: "FR", country: "RE", box: [55, -22, 56, -20.5] },
  { of: "FR", country: "YT", box: [44.8, -13.2, 45.5, -12.5] },
  { of: "NL", country: "BQ", box: [-69, 11.8, -62, 18] },
  { of: "NO", country: "SJ", box: [5, 74, 36, 82] },
  { of: "NO", country: "BV", box: [3, -55, 4, -54] },
  { of: "Indian Ocean Ter.", country: "CC", box: [96, -13, 97.5, -11] },
  { of: "Indian Ocean Ter.", country: "CX", box: [105, -11, 106.2, -10] },
];

type Polygons = Position[][][];
interface Shapes {
  width: number;
  height: number;
  /** Land without a code of ISO 3166-1 in Natural Earth. */
  other: string;
  countries: Record<string, { x: number; y: number; d: string }>;
}

/** The text of shapes.json. */
export function shapesFile(codes: ReadonlyMap<string, string>): string {
  const coarse = polygonsBy("110m", codes);
  const fine = polygonsBy("10m", codes);
  const countries = new Map([...codes.values()].flatMap((code) => [[code, coarse.get(code) ?? fine.get(code)] as const]));
  countries.delete(LEFT_OUT);
  const places = [...countries].flatMap(([code, polygons]) => (polygons ? [{ code, polygons, middle: middleOf(polygons) }] : []));
  const all: ExtendedFeatureCollection = {
    type: "FeatureCollection",
    features: places.map(({ code, polygons, middle }) =>
      coarse.has(code) ? featureOf(polygons) : { type: "Feature", properties: null, geometry: { type: "Point", coordinates: middle } },
    ),
  };
  const projection = geoEqualEarth().rotate([TURN, 0]);
  projection.fitWidth(WIDTH - 2 * MARGIN, all);
  const [x, y] = projection.translate();
  projection.translate([x + MARGIN, y]);
  const [, [, bottom]] = geoPath(projection).bounds(all);
  const shapes: Shapes = { width: WIDTH, height: Math.ceil(bottom) + MARGIN, other: "", countries: {} };
  const others: Polygons = [];
  for (const [country, polygons] of coarse) if (!isCode(country)) others.push(...polygons);
  shapes.other = relativePath(featureOf(others), projection);
  for (const { code, polygons, middle } of places.toSorted((a, b) => a.code.localeCompare(b.code))) {
    const [x, y] = projection(middle) ?? [0, 0];
    const d = coarse.has(code) ? relativePath(featureOf(polygons), projection) : "";
    shapes.countries[code] = { x: Math.round(x), y: Math.round(y), d };
  }
  return `${JSON.stringify(shapes, null, 2)}\n`;
}

/** Answers the exit code: 0, 1 where `--check` found a difference, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  const folder = join(readConfig().dataFolder, "reference");
  const path = join(folder, "shapes.json");
  const text = shapesFile(codesOf(await readFile(join(folder, "countries.csv"), "utf8")));
  const before = await readFile(path, "utf8").catch(() => "");
  if (before !== text && !options.check) await writeFile(path, text);
  const state = before === text ? "is what the packages give" : options.check ? "differs; run `npm run shapes`" : "written";
  process.stderr.write(`data/reference/shapes.json ${state} (${(Buffer.byteLength(text) / 1000).toFixed(0)} kB)\n`);
  return options.check && before !== text ? 1 : 0;
}

/** ISO alpha-2 by the number of ISO 3166-1 (M49), of all but the world. */
export function codesOf(countries: string): Map<string, string> {
  const rows = countries.trim().split("\n").slice(1);
  return new Map(rows.map((row) => row.split(",")).flatMap(([code = "", , m49 = ""]) => (code === "WORLD" ? [] : [[m49, code] as const])));
}

function readArguments(argv: string[]): { check: boolean } | undefined {
  try {
    return parseArgs({ args: argv, options: { check: { type: "boolean", default: false } } }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

/** The polygons of each country by its code; of what has none, by its name. */
function polygonsBy(scale: "110m" | "10m", codes: ReadonlyMap<string, string>): Map<string, Polygons> {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const found = new Map<string, Polygons>();
  for (const one of feature(topology, topology.objects.countries).features as Feature<Polygon | MultiPolygon, { name: string }>[]) {
    const own = codes.get(String(one.id)) ?? one.properties.name;
    const polygons = one.geometry.type === "Polygon" ? [one.geometry.coordinates] : one.geometry.coordinates;
    for (const polygon of polygons) {
      const country = partOf(own, polygon) ?? own;
      found.set(country, [...(found.get(country) ?? []), polygon]);
    }
  }
  return found;
}

function partOf(own: string, polygon: Position[][]): string | undefined {
  const [x, y] = geoCentroid({ type: "Polygon", coordinates: polygon });
  return PARTS.find(({ of, box: [west, south, east, north] }) => of === own && x > west && x < east && y > south && y < north)?.country;
}

function isCode(country: string): boolean {
  return /^[A-Z]{2}$/.test(country);
}

function featureOf(polygons: Polygons): Feature<MultiPolygon> {
  return { type: "Feature", properties: null, geometry: { type: "MultiPolygon", coordinates: polygons } };
}

/** The middle of the largest part: that of all of them may lie in the sea. */
function middleOf(polygons: Polygons): [number, number] {
  const [largest] = polygons.map((coordinates): Polygon => ({ type: "Polygon", coordinates })).toSorted((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(largest as Polygon);
}
