import { z } from "@hono/zod-openapi";
import type { DrawnPoint } from "../../data/chart/drawn-points.ts";
import { SOURCE_KINDS } from "../../data/model/source.ts";

/** The sources that some rows name: as much of each as one needs to quote it. */
export const SourcesSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    publisher: z.string(),
    url: z.string(),
    licence: z.string(),
    method: z.string(),
    day_zone: z.string(),
  }),
);

/** One value of a chart, as a file holds it. */
export const PointSchema = z
  .object({
    mark: z.enum(["line", "second", "figure"]).openapi({
      description: "A value of a line, of the second period behind it, or a published figure.",
    }),
    date: z
      .string()
      .openapi({ description: "The calendar day; the first day of a week or month inside the range; of a figure its first." }),
    until: z.string().openapi({ description: "Of a figure its last day." }),
    offset: z.number().int().nullable().openapi({ description: "Days from day 0, where lines begin there." }),
    platform: z.string(),
    country: z.string().openapi({ description: "A country; summed ones joined by `+`." }),
    topic: z.string(),
    source: z.string().openapi({ description: "Empty for a figure." }),
    kind: z.enum([...SOURCE_KINDS, "figure"]),
    value: z.number().openapi({ description: "In `unit`." }),
    reported: z.number().openapi({ description: "In the unit of the metric: another than `value` where a measure is drawn." }),
    days_reported: z.number().int(),
    days_of: z.number().int().openapi({ description: "Days that the week or month has; 1 by day." }),
    published: z.boolean().openapi({ description: "Whether it rests on published figures alone." }),
    figure: z.string().openapi({ description: "Id of a figure." }),
    qualifier: z.string().openapi({ description: "Of a figure: `about`, `under`, `over`, or nothing." }),
    publisher: z.string(),
    provider: z.string(),
    url: z.string(),
  })
  .openapi("DrawnPoint") satisfies z.ZodType<DrawnPoint>;

export const POINT_COLUMNS = Object.keys(PointSchema.shape);

/** A file in JSON. */
export function exportSchema(row: z.ZodType) {
  return z.object({
    format: z.literal(1),
    view: z.string().openapi({ description: "The address of the view at this vintage." }),
    vintage: z.number().int(),
    received_at: z.string().nullable(),
    metric: z.string().optional(),
    unit: z.string().optional().openapi({ description: "Of `value`." }),
    interval: z.string().optional(),
    title: z.string().optional().openapi({ description: "What the chart says, in a sentence." }),
    description: z.string(),
    sources: SourcesSchema.optional().openapi({ description: "Those that the rows name." }),
    rows: z.array(row),
  });
}
