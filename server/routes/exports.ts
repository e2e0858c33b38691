import { createRoute, z } from "@hono/zod-openapi";
import { isUndated } from "../../data/analysis/known.ts";
import { surgeSeries } from "../../data/analysis/surge-table.ts";
import { drawnPoints } from "../../data/chart/drawn-points.ts";
import { shownFigures } from "../../data/chart/evidence.ts";
import { SURGE } from "../../data/chart/surge-words.ts";
import { allCountriesView } from "../../data/model/all-countries.ts";
import type { Metric } from "../../data/model/metric.ts";
import { defaultView, encodeView, sourcesOf, type View } from "../../data/model/view.ts";
import { type AskedView, askedView } from "../asked-view.ts";
import { CSV_TYPE } from "../csv.ts";
import { csvOf, type Export, jsonOf } from "../export.ts";
import { drawnView, pictureData } from "../picture-data.ts";
import { refuseTooManyPoints } from "../points.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { missingCells, sourcesIn, surgeRows } from "../surge-rows.ts";
import { exportSchema, POINT_COLUMNS, PointSchema } from "./export-schema.ts";
import { FIGURE_COLUMNS, FigureSchema } from "./figures.ts";
import { dataQuery, ViewParameters } from "./series.ts";
import { SURGE_COLUMNS, SurgeSchema } from "./surges.ts";

/** Version of the files: a pinned one is the same bytes for ever, so another shape gets another number. */
const FormatParameter = z
  .enum(["1"], "This must be 1.")
  .optional()
  .openapi({ description: "Version of the file. A pinned file of a version is the same bytes for ever.", default: "1" });

/** A view with nothing left open, and the file of it. */
interface Asked {
  view: View;
  make: () => Export | Promise<Export>;
}

interface FileKind {
  summary: string;
  description: string;
  row: z.ZodType;
  of: (asked: AskedView, services: Services) => Asked;
}

const SAID_OF_FIGURES = "Numbers that somebody published, as they were published. `undated` ones appear without a day of publication.";
const COUNTRY_COLUMNS = SURGE_COLUMNS.filter((name) => !["metric", "unit", "vintage"].includes(name));

/** What there is to take home, by the start of its path. */
const FILES = {
  "/export": {
    summary: "The chart of a view as a file: every value that it draws, with what is said of each.",
    description:
      "Line by line, then the figures. Values that a logarithmic scale has no place for are among them. `value` is in the unit of the picture, `reported` in the metric's own.",
    row: PointSchema,
    of: chartFile,
  },
  "/export/countries": {
    summary: "The table of countries of a view as a file: a row for each platform and country with data.",
    description: "Every row and column, whatever the search, the order and the columns of the view.",
    row: SurgeSchema,
    of: countriesFile,
  },
  "/export/figures": {
    summary: "The published figures of a view as a file.",
    description:
      "Those of its platforms, countries, quantities and providers that were known by `known`; an empty list leaves nothing out.",
    row: FigureSchema,
    of: figuresFile,
  },
} as const satisfies Record<string, FileKind>;

type Path = keyof typeof FILES;

/** Files of a view: CSV for a spreadsheet, JSON with the same rows and what is said of all of them. */
export function exportRoutes(services: Services) {
  const app = routes();
  for (const path of Object.keys(FILES) as Path[])
    for (const type of ["csv", "json"] as const) {
      app.openapi(routeOf(path, type), async (c) => {
        const pairs = [...new URL(c.req.url).searchParams].filter(([name]) => name !== "format");
        const asked = askedView(pairs, services);
        const { view, make } = FILES[path].of(asked, services);
        const answer = await services.answers.answer(c, {
          key: `${path}.${type} ${encodeView(view)}`,
          type: type === "csv" ? CSV_TYPE : "application/json",
          pinned: asked.pinned,
          fileName: `rednote-surge${path.replace("/export", "").replace("/", "-")}-vintage-${asked.vintage}.${type}`,
          make: async () => (type === "csv" ? csvOf : jsonOf)(await make()),
        });
        return typed<unknown>(answer);
      });
    }
  return app;
}

function routeOf(path: Path, type: "csv" | "json") {
  const { summary, description, row } = FILES[path];
  const content = type === "csv" ? { "text/csv": { schema: z.string() } } : { "application/json": { schema: exportSchema(row) } };
  return createRoute({
    method: "get",
    path: `${path}.${type}`,
    summary,
    description,
    request: { query: ViewParameters.extend({ format: FormatParameter }) },
    responses: {
      200: { description: "The file.", content },
      400: problemResponse("A parameter is not understood, names something that the catalog lacks, or asks for too many points."),
    },
  });
}

function chartFile(asked: AskedView, { config, store }: Services): Asked {
  const view = drawnView(asked, config.limits.points);
  const make = (): Export => {
    const { points, metric, ...said } = drawnPoints(view, pictureData(view, asked, store));
    const { id, interval } = { id: metric.id, interval: view.interval };
    return {
      ...{ ...about(view, asked), metric: id, interval, ...said, sources: sourcesIn(points, asked.catalog.sources) },
      columns: POINT_COLUMNS,
      rows: points,
    };
  };
  return { view, make };
}

function countriesFile(asked: AskedView, { config, store }: Services): Asked {
  const { catalog, vintage } = asked;
  const all = allCountriesView({ ...asked.view, vintage }, catalog);
  const read: View = { ...all, sources: sourcesOf(all, catalog), range: "all", interval: "day", sum: false };
  refuseTooManyPoints(read, catalog, config.limits.points);
  const make = async (): Promise<Export> => {
    const metric = catalog.metrics.find((known) => known.id === read.metric) as Metric;
    const rows = await surgeRows(surgeSeries(read, store.series(dataQuery(read), vintage), catalog), metric, catalog.sources);
    const said = { metric: metric.id, unit: metric.unit, description: SURGE.english.notCohort };
    return {
      ...{ ...about(all, asked), ...said, sources: sourcesIn(rows, catalog.sources) },
      columns: COUNTRY_COLUMNS,
      rows,
      cells: rows.map((row) => ({ ...row, missing: missingCells(row) })),
    };
  };
  return { view: read, make };
}

function figuresFile(asked: AskedView, { store }: Services): Asked {
  const { platforms, countries, quantities, providers, known } = asked.view;
  // What else an address has changes no figure.
  const view: View = { ...defaultView(), platforms, countries, quantities, providers, known, vintage: asked.vintage };
  const make = (): Export => {
    const rows = shownFigures(store.figures(asked.vintage), view).map((figure) => ({ ...figure, undated: isUndated(figure) }));
    return { ...about(view, asked), description: SAID_OF_FIGURES, columns: [...FIGURE_COLUMNS, "undated"], rows };
  };
  return { view, make };
}

function about(view: View, { catalog, vintage }: AskedView) {
  return { view: encodeView({ ...view, vintage }), vintage, received_at: catalog.received_at };
}
