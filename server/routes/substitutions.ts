import { createRoute, z } from "@hono/zod-openapi";
import { LOSING_PLATFORM, type SubstitutionPair, substitutionPairs } from "../../data/analysis/substitution-table.ts";
import { surgeOf } from "../../data/analysis/surge.ts";
import { substitutionRow } from "../../data/chart/substitution-row.ts";
import { SUBSTITUTION } from "../../data/chart/substitution-words.ts";
import { SURGE } from "../../data/chart/surge-words.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { dayOf } from "../../data/model/day.ts";
import type { Metric } from "../../data/model/metric.ts";
import { SOURCE_KINDS } from "../../data/model/source.ts";
import { encodeView } from "../../data/model/view.ts";
import { askedView } from "../asked-view.ts";
import { asksForCsv, CSV_TYPE, csv } from "../csv.ts";
import { refuseTooManyPoints } from "../points.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { inSlices } from "../slices.ts";
import { FormatParameter, WORKED_OUT } from "./parameters.ts";
import { dataOf, dataQuery, ViewParameters } from "./series.ts";

const { columns, about } = SUBSTITUTION.english;
const number = () => z.number().nullable();
const day = () => z.string().nullable();

const SubstitutionSchema = z.object({
  platform: z.string().openapi({ description: "The platform that surged." }),
  beside: z.string().openapi({ description: "The platform that may have a shortfall.", example: LOSING_PLATFORM }),
  country: z.string(),
  topic: z.string(),
  source: z.string(),
  kind: z.enum(SOURCE_KINDS),
  note: z.string().openapi({ description: "What the numbers of such a source are; empty where they were counted." }),
  found: z.boolean(),
  reason: z.string().nullable().openapi({ description: "Why nothing can be compared, for machines; null where it can." }),
  said: z.string().openapi({ description: "The whole in sentences, or why there is nothing to compare." }),
  from: day().openapi({ description: columns.days.method }),
  to: day(),
  days: number(),
  excess: number().openapi({ description: columns.excess.method }),
  excess_low: number(),
  excess_high: number(),
  shortfall: number().openapi({ description: columns.shortfall.method }),
  shortfall_low: number(),
  shortfall_high: number(),
  ratio: number().openapi({ description: columns.ratio.method }),
  ratio_low: number(),
  ratio_high: number(),
  highest: day().openapi({ description: "The day on which `platform` stood highest above its expected value." }),
  lowest: day().openapi({ description: "The day on which `beside` stood lowest below its own." }),
  lag: number().openapi({ description: `${columns.lag.method} Below 0 where the low came first.` }),
  lag_low: number(),
  lag_high: number(),
});

const SubstitutionsSchema = z
  .object({
    vintage: z.number().int(),
    metric: z.string(),
    unit: z.string().openapi({ description: "Of excess and shortfall, summed over days." }),
    substitutions: z.array(SubstitutionSchema),
  })
  .openapi("Substitutions");

type Row = z.infer<typeof SubstitutionSchema>;

const COLUMNS = [...Object.keys(SubstitutionSchema.shape), "metric", "unit", "vintage"] as (keyof Row | "metric" | "unit" | "vintage")[];

const route = createRoute({
  method: "get",
  path: "/substitutions",
  summary: "What each platform of a view gained beside what TikTok lacked, in the same country and days.",
  description: `${about} Read on all stored days, whatever the dates of the view. Numbers have six digits.`,
  request: { query: ViewParameters.extend({ format: FormatParameter }) },
  responses: {
    200: {
      description: "One for each platform beside TikTok, country, topic and source.",
      content: { "application/json": { schema: SubstitutionsSchema }, "text/csv": { schema: z.string() } },
    },
    400: problemResponse("A parameter is not understood, names something that the catalog lacks, or asks for more than SURGE_POINTS."),
  },
});

export function substitutionRoutes({ answers, config, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { format } = c.req.valid("query");
    const address = [...new URL(c.req.url).searchParams].filter(([name]) => name !== "format");
    const { view, catalog, vintage } = askedView(address, { store, now });
    const asked = { ...dataOf(view, catalog, vintage), range: "all", interval: "day" } as const;
    refuseTooManyPoints(asked, catalog, config.limits.points);
    const asCsv = asksForCsv(c, format);
    const make = async () => {
      const metric = catalog.metrics.find((known) => known.id === asked.metric) as Metric;
      const series = store.series(dataQuery(asked), vintage);
      const gaining = asked.sum ? [] : series.filter(({ platform }) => platform !== LOSING_PLATFORM);
      const surges = new Map(await inSlices(gaining, (one) => [one, surgeOf(one, metric)] as const));
      const pairs = substitutionPairs(asked, series, catalog, (one) => surges.get(one));
      const rows = pairs.map((pair) => rowOf(pair, metric, catalog));
      const base = { metric: metric.id, unit: metric.unit, vintage };
      return asCsv
        ? csv(
            COLUMNS,
            rows.map((row) => ({ ...row, ...base })),
          )
        : JSON.stringify({ ...base, substitutions: rows });
    };
    const key = `substitutions ${asCsv ? "csv" : "json"} ${encodeView(asked)} ${vintage}`;
    const type = asCsv ? CSV_TYPE : "application/json";
    const vary = format ? undefined : "Accept";
    return typed<z.infer<typeof SubstitutionsSchema>>(await answers.answer(c, { key, type, pinned: WORKED_OUT, vary, make }));
  });
}

function rowOf(pair: SubstitutionPair, metric: Metric, catalog: Catalog): Row {
  const { platform, country, topic, source, kind, answer } = pair;
  const found = answer.found ? answer : undefined;
  const { excess, shortfall, ratio, lag } = found ?? {};
  return {
    ...{ platform, beside: LOSING_PLATFORM, country, topic, source, kind, note: SURGE.english.kind[kind] },
    ...{ found: answer.found, reason: answer.found ? null : answer.reason, said: substitutionRow(pair, { metric, catalog }).sentence },
    ...{ from: labelled(found?.from), to: labelled(found?.to), days: found?.days ?? null },
    ...{ excess: rounded(excess?.value), excess_low: rounded(excess?.low), excess_high: rounded(excess?.high) },
    ...{ shortfall: rounded(shortfall?.value), shortfall_low: rounded(shortfall?.low), shortfall_high: rounded(shortfall?.high) },
    ...{ ratio: rounded(ratio?.value), ratio_low: rounded(ratio?.low), ratio_high: rounded(ratio?.high) },
    ...{ highest: labelled(found?.highest), lowest: labelled(found?.lowest) },
    ...{ lag: rounded(lag?.value), lag_low: rounded(lag?.low), lag_high: rounded(lag?.high) },
  };
}

function labelled(day: number | undefined): string | null {
  return day === undefined ? null : dayOf(day);
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(6));
}
