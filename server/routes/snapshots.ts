import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Receipt } from "../../data/model/snapshot.ts";
import type { Format } from "../ingest/format.ts";
import { FaultSchema, ProblemSchema, problemResponse, RequestProblem } from "../problem.ts";
import { type Env, faultsOf, routes, type Services } from "../services.ts";
import { StoreBusyError } from "../store/store.ts";
import { SlugParameter } from "./parameters.ts";

/** Largest body as sent, in bytes. */
export const MOST_BYTES = 512 * 1024 * 1024;

const FORMATS: Record<string, Format> = {
  "text/csv": "csv",
  "application/x-ndjson": "ndjson",
  "application/json": "json",
};

const ReceiptSchema = z
  .object({
    batch: z.number().int().nullable().openapi({ description: "null where nothing was written." }),
    vintage: z.number().int().openapi({ description: "The newest vintage afterwards." }),
    rows: z.number().int(),
    inserted: z.number().int(),
    revised: z.number().int(),
    unchanged: z.number().int(),
    retracted: z.number().int(),
    rejected: z.number().int(),
    errors: z.array(FaultSchema).openapi({ description: "The first 1,000 faults." }),
    replayed: z.boolean().openapi({ description: "Whether these very bytes had come before and changed nothing now." }),
  })
  .openapi("Receipt") satisfies z.ZodType<Receipt>;

const SnapshotSchema = z
  .object({
    date: z.string().openapi({ example: "2025-01-13" }),
    platform: z.string().openapi({ example: "rednote" }),
    country: z.string().openapi({ example: "US" }),
    metric: z.string().openapi({ example: "signups" }),
    value: z.number().nullable().openapi({ example: 5 }),
    topic: z.string().optional(),
    source: z.string().optional(),
  })
  .openapi("Snapshot");

const Query = z.strictObject({
  source: SlugParameter.openapi({ description: "Source of rows that name none." }),
  dry_run: z
    .enum(["true", "false"], "This must be true or false.")
    .optional()
    .openapi({ description: "Say what the batch would do, and write nothing." }),
});

const receipt = (description: string) => ({ description, content: { "application/json": { schema: ReceiptSchema } } });

const csvExample = "date,platform,country,metric,value\n2025-01-13,rednote,US,signups,5\n";

export const snapshotsRoute = createRoute({
  method: "post",
  path: "/snapshots",
  summary: "Takes a batch of snapshots, all or nothing.",
  security: [{ token: [] }],
  request: {
    query: Query,
    headers: z.object({ "Content-Encoding": z.enum(["gzip", "identity"]).optional() }),
    body: {
      required: true,
      content: {
        "text/csv": { schema: z.string().openapi({ example: csvExample }) },
        "application/x-ndjson": { schema: z.string().openapi({ description: "One snapshot a line." }) },
        "application/json": { schema: z.array(SnapshotSchema) },
      },
    },
  },
  responses: {
    200: receipt("A dry run: what the batch would do."),
    201: receipt("The batch was taken."),
    400: problemResponse("A parameter is not understood."),
    401: problemResponse("The request has no token that works."),
    403: problemResponse("The token is not for this."),
    413: problemResponse("The body is larger than 512 MB."),
    415: problemResponse("The body is of a kind that is not read."),
    422: {
      description: "The batch was rejected: a problem that carries the receipt.",
      content: { "application/problem+json": { schema: ProblemSchema.extend(ReceiptSchema.shape).openapi("Rejection") } },
    },
    503: problemResponse("Another batch is being written."),
  },
});

export function snapshotRoutes(services: Services) {
  const app = routes();
  // Documented by its schemas, but not run by them: they would read a body of 512 MB into memory first.
  app.openAPIRegistry.registerPath({ ...snapshotsRoute, path: "/snapshots" });
  return app.post("/snapshots", (c) => take(c, services));
}

async function take(c: Context<Env>, { access, ingest, log }: Services): Promise<Response> {
  const token = access.tokenFor(c, "ingest");
  const { source, dry_run } = queryOf(c);
  const format = formatOf(c.req.header("Content-Type"));
  const gzip = isGzip(c.req.header("Content-Encoding"));
  if (Number(c.req.header("Content-Length") ?? 0) > MOST_BYTES) throw tooLarge();
  const body = limited(c.req.raw.body ?? new Blob([]).stream());
  const dryRun = dry_run === "true";
  let result: Receipt;
  try {
    result = await ingest({ body: body.stream, format, gzip, source, dryRun, name: token.name });
  } catch (error) {
    if (body.exceeded()) throw tooLarge();
    if (error instanceof StoreBusyError)
      throw new RequestProblem("busy", "Another batch was being written for too long. Nothing was written; try again.", {
        headers: { "Retry-After": "5" },
      });
    if (c.req.raw.signal.aborted) throw new RequestProblem("bad-request", "The body broke off. Nothing was written.");
    throw error;
  }
  const { errors, ...counts } = result;
  log.info({ request: c.get("requestId"), token: token.name, dryRun, ...counts }, "ingest");
  if (result.rejected > 0 || errors.length > 0) {
    const what = `${result.rejected} of ${result.rows} ${result.rows === 1 ? "row is" : "rows are"} at fault. Nothing was written.`;
    throw new RequestProblem("rejected-batch", what, { more: result });
  }
  return c.json(result, dryRun ? 200 : 201, { "Cache-Control": "no-store" });
}

function queryOf(c: Context): z.infer<typeof Query> {
  const given = Object.entries(c.req.queries()).map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts]);
  const parsed = Query.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new RequestProblem("bad-address", "The address has parameters that mean nothing here.", { errors: faultsOf(parsed.error) });
}

function formatOf(header: string | undefined): Format {
  const [name = "", ...parameters] = (header ?? "")
    .toLowerCase()
    .split(";")
    .map((text) => text.trim());
  const charset = parameters
    .find((text) => text.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  const format = FORMATS[name];
  const kinds = Object.keys(FORMATS).join(", ");
  if (format === undefined || !Object.hasOwn(FORMATS, name))
    throw new RequestProblem("unsupported-type", `The Content-Type is ${name ? `\`${name.slice(0, 80)}\`` : "missing"}. Send ${kinds}.`);
  if (charset !== undefined && charset !== "utf-8" && charset !== "utf8")
    throw new RequestProblem("unsupported-type", `The charset is \`${charset.slice(0, 80)}\`. Send UTF-8.`);
  return format;
}

function isGzip(header: string | undefined): boolean {
  const encoding = (header ?? "identity").trim().toLowerCase();
  if (encoding === "gzip" || encoding === "x-gzip") return true;
  if (encoding === "identity" || encoding === "") return false;
  throw new RequestProblem("unsupported-type", `The Content-Encoding is \`${encoding.slice(0, 80)}\`. Send gzip, or none.`, {
    headers: { "Accept-Encoding": "gzip" },
  });
}

/** A body that fails once it has grown past the limit, for senders that do not say how long it is. */
function limited(body: ReadableStream<Uint8Array>): { stream: ReadableStream<Uint8Array>; exceeded: () => boolean } {
  let seen = 0;
  const gate = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > MOST_BYTES) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  return { stream: body.pipeThrough(gate), exceeded: () => seen > MOST_BYTES };
}

function tooLarge(): RequestProblem {
  return new RequestProblem(
    "too-large",
    `The body is larger than ${MOST_BYTES / 1024 / 1024} MB. Send it in parts, or compressed by gzip.`,
  );
}
