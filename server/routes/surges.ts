import { createRoute, z } from "@hono/zod-openapi";
import { SURGE_FIGURES } from "../../data/analysis/surge-figure.ts";
import { surgeSeries } from "../../data/analysis/surge-table.ts";
import { SURGE } from "../../data/chart/surge-words.ts";
import type { Metric } from "../../data/model/metric.ts";
import { SOURCE_KINDS } from "../../data/model/source.ts";
import { encodeView } from "../../data/model/view.ts";
import { askedView } from "../asked-view.ts";
import { asksForCsv, CSV_TYPE, csv } from "../csv.ts";
import { refuseTooManyPoints } from "../points.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { missingCells, sourcesIn, surgeRows } from "../surge-rows.ts";
import { SourcesSchema } from "./export-schema.ts";
import { FormatParameter, WORKED_OUT } from "./parameters.ts";
import { dataOf, dataQuery, ViewParameters } from "./series.ts";

const WORDS = SURGE.english;

const day = z.string().nullable();
const of = (figure: (typeof SURGE_FIGURES)[number]) => z.number().nullable().openapi({ description: WORDS.figures[figure].method });

export const SurgeSchema = z.object({
  platform: z.string(),
  country: z.string().openapi({ description: "A country; with `sum=countries` all of them, joined by `+`." }),
  topic: z.string(),
  source: z.string(),
  kind: z.enum(SOURCE_KINDS),
  note: z.string().openapi({
    description: "What a surge of such a source is: `a property of the model`, `made up`, `of an estimate`; empty where it was counted.",
  }),
  first_day: z.string(),
  last_day: z.string(),
  days_reported: z.number().int(),
  days_spanned: z.number().int().openapi({ description: WORDS.coverage.method }),
  found: z.boolean(),
  reason: z.string().nullable().openapi({ description: "Why there is no surge, for machines; null where there is one." }),
  why: z.string().openapi({ description: "The same as a sentence; empty where there is one." }),
  baseline: of("baseline"),
  onset: day.openapi({ description: WORDS.figures.onset.method }),
  peak: of("peak"),
  peak_day: day,
  peak_reported: z.number().nullable().openapi({ description: "The value of that day as it was reported, with its weekday." }),
  multiple: of("multiple"),
  days_to_peak: of("days_to_peak"),
  half_life: of("half_life"),
  half_life_low: z.number().nullable(),
  half_life_high: z.number().nullable(),
  plateau: of("plateau"),
  retained_7: of("retained_7"),
  retained_14: of("retained_14"),
  retained_28: of("retained_28"),
  excess: of("excess"),
  excess_low: z.number().nullable(),
  excess_high: z.number().nullable(),
  excess_unreported: z
    .number()
    .int()
    .nullable()
    .openapi({ description: "Days of the surge that the excess lacks, because nobody reported them." }),
  missing: z
    .array(
      z.object({
        figure: z.enum(SURGE_FIGURES),
        reason: z.string(),
        detail: z.string(),
        needed: z.number().int().optional().openapi({ description: "Days after the peak that it takes." }),
        there: z.number().int().optional().openapi({ description: "Days after the peak that are there." }),
      }),
    )
    .openapi({ description: "Figures that this surge lacks, and why; in CSV `figure:reason` with semicolons between." }),
});

const SurgesSchema = z
  .object({
    vintage: z.number().int(),
    metric: z.string(),
    unit: z.string().openapi({ description: "Of baseline, peak and plateau; excess is summed over days." }),
    sources: SourcesSchema,
    surges: z.array(SurgeSchema).openapi({ description: "One a series, in the order of the view." }),
  })
  .openapi("Surges");

type Row = z.infer<typeof SurgeSchema>;

export const SURGE_COLUMNS = [...Object.keys(SurgeSchema.shape), "metric", "unit", "vintage"] as (
  | keyof Row
  | "metric"
  | "unit"
  | "vintage"
)[];

const route = createRoute({
  method: "get",
  path: "/surges",
  summary: "The surge of each series of a view, or why it has none; the numbers of the page Countries.",
  description: `A surge is read on all stored days of a series, whatever the dates and the interval of the view. ${WORDS.notCohort} Numbers have six digits.`,
  request: { query: ViewParameters.extend({ format: FormatParameter }) },
  responses: {
    200: {
      description: "The surges.",
      content: { "application/json": { schema: SurgesSchema }, "text/csv": { schema: z.string() } },
    },
    400: problemResponse("A parameter is not understood, names something that the catalog lacks, or asks for more than SURGE_POINTS."),
  },
});

export function surgeRoutes({ answers, config, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { format } = c.req.valid("query");
    const pairs = [...new URL(c.req.url).searchParams].filter(([name]) => name !== "format");
    const { view, catalog, vintage } = askedView(pairs, { store, now });
    const asked = { ...dataOf(view, catalog, vintage), range: "all", interval: "day" } as const;
    refuseTooManyPoints(asked, catalog, config.limits.points);
    const asCsv = asksForCsv(c, format);
    const make = async () => {
      const metric = catalog.metrics.find((known) => known.id === asked.metric) as Metric;
      const rows = await surgeRows(surgeSeries(asked, store.series(dataQuery(asked), vintage), catalog), metric, catalog.sources);
      const about = { metric: metric.id, unit: metric.unit, vintage };
      if (asCsv)
        return csv(
          SURGE_COLUMNS,
          rows.map((row) => ({ ...row, ...about, missing: missingCells(row) })),
        );
      return JSON.stringify({ ...about, sources: sourcesIn(rows, catalog.sources), surges: rows });
    };
    const key = `surges ${asCsv ? "csv" : "json"} ${encodeView(asked)} ${vintage}`;
    const type = asCsv ? CSV_TYPE : "application/json";
    const vary = format ? undefined : "Accept";
    return typed<z.infer<typeof SurgesSchema>>(await answers.answer(c, { key, type, pinned: WORKED_OUT, vary, make }));
  });
}
