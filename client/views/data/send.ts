import { secondsOf } from "../../app/refusal.ts";
import type { FileKind } from "./file-kind.ts";

/** What the server answered to a file. */
export interface Answer {
  status: number;
  /** As parsed JSON; `null` where it is none. */
  body: unknown;
  /** Seconds after which to come back, where it says so. */
  retryAfter: number | null;
}

/** No answer came: the network is gone, or the file could not be read any more. */
export class NoAnswerError extends Error {}

/** The reader stopped it. */
export class CancelledError extends Error {}

/** How a file is read. */
export interface Reading {
  /** Source of rows that name none; empty where the server shall say. */
  source: string;
  /** Whether rows at fault are left out, and the others taken. */
  skip: boolean;
  /** Whether a blank value withdraws the one that is there. */
  retract: boolean;
}

export interface Letter extends Reading {
  body: Blob;
  kind: FileKind;
  dryRun: boolean;
  token: string;
}

/** Sends snapshots. XMLHttpRequest, because fetch tells nothing of how far an upload is. */
export function send(letter: Letter, signal: AbortSignal, onProgress: (sent: number, total: number) => void): Promise<Answer> {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams();
  if (letter.source !== "") query.set("source", letter.source);
  if (letter.dryRun) query.set("dry_run", "true");
  if (letter.skip) query.set("on_error", "skip");
  if (letter.retract) query.set("retract", "true");
  request.open("POST", `/api/v1/snapshots?${query}`);
  request.setRequestHeader("Content-Type", letter.kind.type);
  if (letter.kind.packing !== null) request.setRequestHeader("Content-Encoding", letter.kind.packing);
  if (letter.token !== "") request.setRequestHeader("Authorization", `Bearer ${letter.token}`);
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () =>
      resolve({
        status: request.status,
        body: parsed(request.responseText),
        retryAfter: secondsOf(request.getResponseHeader("Retry-After")),
      });
    request.onerror = () => reject(new NoAnswerError());
    request.onabort = () => reject(new CancelledError());
    signal.addEventListener("abort", () => request.abort());
    if (signal.aborted) reject(new CancelledError());
    else request.send(letter.body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between answers in its own words; the status still says what is the matter.
    return null;
  }
}
