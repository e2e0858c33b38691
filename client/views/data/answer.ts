import type { Problem } from "../../../data/model/problem.ts";
import type { Receipt } from "../../../data/model/snapshot.ts";
import type { Answer } from "./send.ts";
import { plural } from "./told.ts";

/** What an answer means for the reader. */
export type Outcome =
  | { kind: "receipt"; receipt: Receipt }
  /** A token is asked for, or another one; `why` where one was given. */
  | { kind: "token"; why: string | null }
  | { kind: "failure"; what: string; advice: string };

/** Reads an answer to a file that was sent. */
export function outcomeOf({ status, body, retryAfter }: Answer, hadToken: boolean): Outcome {
  if (isReceipt(body) && (status === 200 || status === 201 || status === 422)) return { kind: "receipt", receipt: body };
  const detail = detailOf(body);
  const said = detail ?? `The server answered ${status}.`;
  const failure = (advice: string): Outcome => ({ kind: "failure", what: said, advice });
  const later = retryAfter === null ? "Try again in a moment." : `Try again in ${plural(retryAfter, "second")}.`;
  switch (status) {
    case 401:
      return { kind: "token", why: hadToken ? `${said} Check that it is copied whole, or make another.` : null };
    case 403:
      return { kind: "token", why: `${said} Make one that may ingest: npm run -s token -- create NAME --scope ingest` };
    case 408:
      return failure("Nothing was written. The connection was too slow or broke off: try again, or send the file gzipped.");
    case 413:
      return failure("Nothing was written. Split the file, or ask whoever runs the server to raise SURGE_BODY_BYTES or SURGE_ROWS.");
    case 415:
      return failure("Nothing was written. Send UTF-8 as CSV, NDJSON or a JSON array, as it is or gzipped.");
    case 422:
      return failure("Nothing was written.");
    case 429:
      return failure(`Nothing was written. ${later}`);
    case 503:
      return failure(`Nothing was written. Another batch is being written: ${later.toLowerCase()}`);
    case 507:
      return failure("Nothing was written. The disk of the server is full: whoever runs it must make room.");
    default:
      return failure(
        status >= 500
          ? "Look at the list of batches before you send it again: it says whether the file was taken."
          : "Nothing was written.",
      );
  }
}

function isReceipt(body: unknown): body is Receipt {
  return typeof body === "object" && body !== null && "rows" in body && "rejected" in body && "errors" in body;
}

function detailOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { detail, errors } = body as { detail?: unknown; errors?: Problem[] };
  const first = Array.isArray(errors) ? errors[0]?.detail : undefined;
  return typeof detail === "string" ? [detail, first].filter((text) => text !== undefined).join(" ") : undefined;
}
