import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { isRejected, type Receipt } from "../../data/model/snapshot.ts";
import { askedQuery } from "../asked-query.ts";
import { LimitedBody, tooLarge } from "../body.ts";
import { idempotencyKeyOf, receiptBefore } from "../idempotency.ts";
import type { Format } from "../ingest/format.ts";
import { ON_ERROR } from "../ingest/format.ts";
import { MOST_TIMES, type Packing, UnpackedTooLargeError } from "../ingest/packing.ts";
import { isUtf8, mediaType } from "../media-type.ts";
import { eitherOf, FaultSchema, ProblemSchema, problemResponse, RequestProblem } from "../problem.ts";
import { type Env, routes, type Services } from "../services.ts";
import { StoreBusyError } from "../store/store.ts";
import { SlugParameter } from "./parameters.ts";

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
    replayed: z
      .boolean()
      .openapi({ description: "Whether these very bytes, or this Idempotency-Key, had come before: nothing was written now." }),
  })
  .openapi("Receipt") satisfies z.ZodType<Receipt>;

/** A problem that carries the receipt. */
const RejectionSchema = ProblemSchema.extend(ReceiptSchema.shape).openapi("Rejection");

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
  on_error: z
    .enum(ON_ERROR, `This must be ${ON_ERROR.join(" or ")}.`)
    .optional()
    .openapi({
      description: "`skip` takes the rows that are right and leaves out those at fault; `reject`, the default, takes all or nothing.",
    }),
  retract: z
    .enum(["true", "false"], "This must be true or false.")
    .optional()
    .openapi({ description: "A blank value of a long file, or a null of JSON, withdraws the one that is there. Without, it is a fault." }),
});

const receipt = (description: string) => ({ description, content: { "application/json": { schema: ReceiptSchema } } });

const csvExample = "date,platform,country,metric,value\n2025-01-13,rednote,US,signups,5\n";

const snapshotsRoute = createRoute({
  method: "post",
  path: "/snapshots",
  summary: "Takes a batch of snapshots, all or nothing.",
  security: [{ token: [] }],
  request: {
    query: Query,
    headers: z.object({
      "Content-Encoding": z.enum(["gzip", "br", "identity"]).optional(),
      "Idempotency-Key": z.string().optional().openapi({
        description:
          "Chosen by the sender for one batch. For 24 hours the same token, key, query and body get the first receipt, and nothing is written again. A dry run and a rejected batch use no key up.",
      }),
    }),
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
    408: problemResponse("The body came too slowly."),
    413: problemResponse(
      "The body is larger than SURGE_BODY_BYTES, or unpacks to more than SURGE_UNPACKED_BYTES or 100 times its size and a megabyte.",
    ),
    415: problemResponse("The body is of a kind that is not read."),
    422: {
      description: "The batch was rejected: a problem that carries the receipt. Or the Idempotency-Key belongs to another request.",
      content: { "application/problem+json": { schema: z.union([RejectionSchema, ProblemSchema]) } },
    },
    429: problemResponse("Too many requests, or too many batches wait already."),
    503: problemResponse("Another batch is being written."),
    507: problemResponse("The disk of the server is full."),
  },
});

export function snapshotRoutes(services: Services) {
  const app = routes();
  // Documented by its schemas, but not run by them: they would read a body of 512 MB into memory first.
  app.openAPIRegistry.registerPath({ ...snapshotsRoute, path: "/snapshots" });
  return app.post("/snapshots", (c) => take(c, services));
}

async function take(c: Context<Env>, services: Services): Promise<Response> {
  const { access, config, ingest, ingests, log, metrics } = services;
  const token = await access.tokenFor(c, "ingest");
  const { source, dry_run, on_error: onError, retract } = askedQuery(c, Query);
  const format = formatOf(c.req.header("Content-Type"));
  const packing = packingOf(c.req.header("Content-Encoding"));
  const { bodyBytes, idleSeconds, rows: mostRows, lineBytes: longestRow, unpackedBytes: mostUnpacked } = config.limits;
  if (Number(c.req.header("Content-Length") ?? 0) > bodyBytes) throw tooLarge(bodyBytes);
  const dryRun = dry_run === "true";
  const key = dryRun ? undefined : idempotencyKeyOf(c.req.header("Idempotency-Key"));
  const limits = { bytes: bodyBytes, idleMs: idleSeconds * 1000 };
  const body = new LimitedBody(c.req.raw.body ?? new Blob([]).stream(), limits);
  const limited = { mostRows, longestRow, mostUnpacked, mostTimes: MOST_TIMES };
  const reading = { format, packing, source, onError, retract: retract === "true", dryRun, ...limited };
  const request = [source ?? "", format, packing ?? "", onError ?? "reject", reading.retract];
  const keyed = key === undefined ? undefined : { token: token.name, key, request };
  const work = async () => {
    const before = keyed && (await receiptBefore(services, keyed, body));
    if (before) return before;
    const receipt = await ingest({ body: body.stream, ...reading, name: token.name, keyed });
    // The counts of a replay are those of the first time: they were counted then.
    if (!dryRun && !receipt.replayed) metrics.ingested(receipt);
    return receipt;
  };
  let result: Receipt;
  try {
    result = await ingests.take(work);
  } catch (error) {
    if (!dryRun) metrics.ingestFailed();
    if (body.fault) throw body.fault;
    if (error instanceof UnpackedTooLargeError) throw new RequestProblem("too-large", error.message);
    if (error instanceof StoreBusyError)
      throw new RequestProblem("busy", "Another batch was being written for too long. Nothing was written; try again.", {
        headers: { "Retry-After": "5" },
      });
    if (c.req.raw.signal.aborted) throw new RequestProblem("bad-request", "The body broke off. Nothing was written.");
    throw error;
  } finally {
    // Whoever is answered before the end of what he sends.
    void body.discard();
  }
  const { errors, ...counts } = result;
  log.info({ request: c.get("requestId"), token: token.name, dryRun, ...counts }, "ingest");
  if (isRejected(result)) {
    const { rows, rejected } = result;
    const what = `${rejected} of ${rows} ${rows === 1 ? "row" : "rows"} ${rejected === 1 ? "is" : "are"} at fault. Nothing was written.`;
    throw new RequestProblem("rejected-batch", what, { more: result });
  }
  return c.json(result, dryRun ? 200 : 201, { "Cache-Control": "no-store" });
}

function formatOf(header: string | undefined): Format {
  const type = mediaType(header);
  const { name, charset } = type;
  const format = FORMATS[name];
  const kinds = eitherOf(Object.keys(FORMATS));
  if (format === undefined || !Object.hasOwn(FORMATS, name))
    throw new RequestProblem("unsupported-type", `The Content-Type is ${name ? `\`${name.slice(0, 80)}\`` : "missing"}. Send ${kinds}.`);
  if (!isUtf8(type)) throw new RequestProblem("unsupported-type", `The charset is \`${charset?.slice(0, 80)}\`. Send UTF-8.`);
  return format;
}

function packingOf(header: string | undefined): Packing | undefined {
  const encoding = (header ?? "identity").trim().toLowerCase();
  if (encoding === "gzip" || encoding === "x-gzip") return "gzip";
  if (encoding === "br") return "br";
  if (encoding === "identity" || encoding === "") return undefined;
  throw new RequestProblem("unsupported-type", `The Content-Encoding is \`${encoding.slice(0, 80)}\`. Send gzip, br, or none.`, {
    headers: { "Accept-Encoding": "gzip, br" },
  });
}
