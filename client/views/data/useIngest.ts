import { useRef, useState } from "react";
import type { Receipt } from "../../../data/model/snapshot.ts";
import { outcomeOf } from "./answer.ts";
import { type FileKind, HEAD_BYTES, kindOf } from "./file-kind.ts";
import { quoteLines, unpacked } from "./quote.ts";
import { CancelledError, type Letter, NoAnswerError, send } from "./send.ts";

/** What is done with a file: looked at, or taken. */
export type Task = "check" | "ingest";

/** How far an ingest is. */
export type Step =
  | { at: "nothing" }
  | { at: "sending"; task: Task; sent: number; total: number }
  | { at: "token"; task: Task; why: string | null }
  | { at: "checked"; receipt: Receipt }
  | { at: "rejected"; receipt: Receipt; quotes: ReadonlyMap<number, string> }
  | { at: "taken"; receipt: Receipt }
  | { at: "failed"; task: Task; what: string; advice: string };

export interface Ingest {
  file: File | null;
  source: string;
  step: Step;
  /** Looks at a file: a dry run, nothing is written. */
  check: (file: File, source: string) => void;
  /** Says whose the rows are that name no source. */
  choose: (source: string) => void;
  ingest: () => void;
  /** Goes on with a token. It is kept here, in memory, and nowhere else. */
  goOn: (token: string) => void;
  retry: () => void;
  cancel: () => void;
  forget: () => void;
}

/** A body above this does not travel with its headers: a server that refuses it would cut it off, and not be heard. */
const ASK_FIRST_BYTES = 256 * 1024;
/** Faults whose lines are quoted. */
const MOST_QUOTED = 200;

/** A file on its way in: first a dry run, then the real one, with the token that the server asks for. */
export function useIngest(onTaken: () => void): Ingest {
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState("");
  const [step, setStep] = useState<Step>({ at: "nothing" });
  const token = useRef({ text: "", works: false });
  const stop = useRef(new AbortController());

  const run = async (task: Task, body: File, from: string): Promise<void> => {
    stop.current.abort();
    const abort = new AbortController();
    stop.current = abort;
    const show = (next: Step) => {
      if (stop.current === abort) setStep(next);
    };
    const progress = (sent: number, total: number) => show({ at: "sending", task, sent, total });
    progress(0, body.size);
    try {
      const kind = kindOf(body.name, new Uint8Array(await body.slice(0, HEAD_BYTES).arrayBuffer()));
      const letter: Letter = { body, kind, source: from, dryRun: task === "check", token: token.current.text };
      const answer = (await refusal(letter, token.current.works, abort.signal)) ?? (await send(letter, abort.signal, progress));
      const outcome = outcomeOf(answer, token.current.text !== "");
      token.current.works = outcome.kind === "receipt";
      if (outcome.kind === "token") show({ at: "token", task, why: outcome.why });
      else if (outcome.kind === "failure") show({ at: "failed", task, what: outcome.what, advice: outcome.advice });
      else if (outcome.receipt.rejected > 0 || outcome.receipt.errors.length > 0)
        show({ at: "rejected", receipt: outcome.receipt, quotes: await quotesOf(body, kind, outcome.receipt) });
      else if (task === "check") show({ at: "checked", receipt: outcome.receipt });
      else {
        show({ at: "taken", receipt: outcome.receipt });
        if (outcome.receipt.batch !== null) onTaken();
      }
    } catch (error) {
      if (error instanceof CancelledError) return;
      show({ at: "failed", task, ...adviceOf(error, task) });
    }
  };
  const again = (task: Task) => {
    if (file) void run(task, file, source);
  };
  return {
    file,
    source,
    step,
    check: (next, from) => {
      setFile(next);
      setSource(from);
      void run("check", next, from);
    },
    choose: setSource,
    ingest: () => again("ingest"),
    goOn: (text) => {
      token.current = { text: text.trim(), works: false };
      if (step.at === "token") again(step.task);
    },
    retry: () => {
      if (step.at === "failed") again(step.task);
    },
    cancel: () => {
      stop.current.abort();
      const task = step.at === "sending" ? step.task : "check";
      setStep({ at: "failed", task, what: "Cancelled.", advice: "Nothing was written." });
    },
    forget: () => {
      stop.current.abort();
      setFile(null);
      setStep({ at: "nothing" });
    },
  };
}

/** Asks with an empty body whether a large one may come at all; `null` where it may. */
async function refusal(letter: Letter, works: boolean, signal: AbortSignal) {
  if (works || letter.body.size <= ASK_FIRST_BYTES) return null;
  const kind: FileKind = { ...letter.kind, packing: null };
  const answer = await send({ ...letter, kind, body: new Blob([]), dryRun: true }, signal, () => {});
  return answer.status === 401 || answer.status === 403 || answer.status === 429 ? answer : null;
}

async function quotesOf(file: File, { type, packing }: FileKind, { errors }: Receipt): Promise<ReadonlyMap<number, string>> {
  const lines = new Set(errors.slice(0, MOST_QUOTED).flatMap(({ line }) => (line === undefined ? [] : [line])));
  const bytes = unpacked(file, packing);
  if (lines.size === 0 || bytes === null) return new Map();
  // The faults say enough without the lines: a file that has changed or is half an archive is shown without them.
  return quoteLines(bytes, lines, type === "application/json").catch(() => new Map());
}

function adviceOf(error: unknown, task: Task): { what: string; advice: string } {
  const unsure = "Look at the list of batches before you send it again: it says whether the file was taken.";
  const advice = task === "ingest" ? unsure : "Try again.";
  if (error instanceof NoAnswerError)
    return { what: "No answer came. The network is gone, the server is down, or the file has changed since it was chosen.", advice };
  return { what: `The file could not be read: ${error instanceof Error ? error.message : String(error)}`, advice: "Choose it again." };
}
