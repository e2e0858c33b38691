import type { IncomingMessage } from "node:http";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { RequestIdVariables } from "hono/request-id";
import type { Logger } from "pino";
import type { ZodError } from "zod";
import type { Problem } from "../data/model/problem.ts";
import type { Share } from "../data/model/share.ts";
import type { Receipt } from "../data/model/snapshot.ts";
import type { Access } from "./access.ts";
import type { Answers } from "./answers.ts";
import type { Config } from "./config.ts";
import type { Draw } from "./image/messages.ts";
import type { BodyToIngest } from "./ingest/client.ts";
import type { Metrics } from "./metrics.ts";
import type { ClientFiles } from "./pages.ts";
import type { Paints } from "./paints.ts";
import { RequestProblem } from "./problem.ts";
import type { ShareVisits } from "./share-visits.ts";
import type { Store } from "./store/store.ts";
import type { Turns } from "./turns.ts";

/** Reads, checks and writes one body, all or nothing. A faulty body is answered by its receipt, not thrown. */
export type Ingest = (body: BodyToIngest) => Promise<Receipt>;

/** What routes work with. */
export interface Services {
  store: Store;
  config: Config;
  log: Logger;
  ingest: Ingest;
  draw: Draw;
  paints: Paints;
  /** Ingests take turns. */
  ingests: Turns;
  access: Access;
  metrics: Metrics;
  answers: Answers;
  visits: ShareVisits;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The built pages; absent where something else serves them. */
  client?: ClientFiles;
}

export interface Env {
  Variables: RequestIdVariables;
  Bindings: {
    /** What Node's server hands on; absent where an app is asked directly. */
    incoming?: IncomingMessage;
    /** By which somebody asks: pages name its link where they name themselves, and its files. */
    share?: Share;
    /** Whether nothing but what it shows may be read: access is private. */
    onlyShare?: boolean;
  };
}

/** An empty set of routes whose parameters are checked by their schemas. */
export function routes(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success)
        throw new RequestProblem("bad-address", "The address has parameters that mean nothing here.", { errors: faultsOf(result.error) });
    },
  });
}

/** What a schema refused, in the shape of every other fault. */
export function faultsOf(error: ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        field: key.slice(0, 80),
        code: "unknown_parameter",
        detail: `The address has \`${key.slice(0, 80)}\`, which means nothing here.`,
      }));
    const field = issue.path.join(".");
    // A parameter is a text; two of one name arrive as a list.
    if (issue.code === "invalid_type")
      return [{ field, code: "repeated_parameter", detail: `The address has \`${field}\` more than once.` }];
    return [{ field, code: "malformed", detail: issue.message }];
  });
}
