import { useEffect, useRef, useState } from "react";
import { isRejected, type Receipt } from "../../../data/model/snapshot.ts";
import { wordsOf } from "../../app/language.ts";
import { dropToken, giveToken, heldToken, useToken } from "../../app/token.ts";
import { outcomeOf } from "./answer.ts";
import { type FileKind, HEAD_BYTES, kindOf } from "./file-kind.ts";
import { FILE } from "./file-words.ts";
import { quoteLines, unpacked } from "./quote.ts";
import { CancelledError, type Letter, NoAnswerError, type Reading, send } from "./send.ts";

/** What is done with a file: looked at, or taken. */
type Task = "check" | "ingest";

/** How far an ingest is. */
type Step =
  | { at: "nothing" }
  | { at: "sending"; task: Task; sent: number; total: number }
  | { at: "token"; task: Task; why: string | null }
  | { at: "checked" | "rejected" | "taken"; receipt: Receipt; quotes: ReadonlyMap<number, string> }
  | { at: "failed"; task: Task; what: string; advice: string };

export interface Ingest {
  file: File | null;
  reading: Reading;
  step: Step;
  /** Looks at a file: a dry run, nothing is written. */
  check: (file: File) => void;
  /** Says how a file is read; one that was chosen is looked at again. */
  choose: (reading: Reading) => void;
  ingest: () => void;
  /** Goes on with a token. */
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
  const [reading, setReading] = useState<Reading>({ source: "", skip: false, retract: false });
  const [step, setStep] = useState<Step>({ at: "nothing" });
  const { given } = useToken();
  /** The token with which a file was last read: it need not be asked for again. */
  const works = useRef("");
  const stop = useRef(new AbortController());

  const run = async (task: Task, body: File, how: Reading): Promise<void> => {
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
      const token = heldToken().text;
      const letter: Letter = { body, kind, ...how, dryRun: task === "check", token };
      const isKnown = token !== "" && works.current === token;
      const answer = (await refusal(letter, isKnown, abort.signal)) ?? (await send(letter, abort.signal, progress));
      const outcome = outcomeOf(answer, token !== "");
      works.current = outcome.kind === "receipt" ? token : "";
      if (answer.status === 401) dropToken(token);
      if (outcome.kind === "token") show({ at: "token", task, why: outcome.why });
      else if (outcome.kind === "failure") show({ at: "failed", task, what: outcome.what, advice: outcome.advice });
      else {
        const { receipt } = outcome;
        const at = isRejected(receipt) ? "rejected" : task === "check" ? "checked" : "taken";
        show({ at, receipt, quotes: await quotesOf(body, kind, receipt) });
        if (at === "taken" && receipt.batch !== null) onTaken();
      }
    } catch (error) {
      if (error instanceof CancelledError) return;
      show({ at: "failed", task, ...adviceOf(error, task) });
    }
  };
  const again = (task: Task) => {
    if (file) void run(task, file, reading);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a token that is given anywhere on the page is what was waited for
  useEffect(() => {
    if (step.at === "token") again(step.task);
  }, [given]);
  return {
    file,
    reading,
    step,
    check: (next) => {
      setFile(next);
      void run("check", next, reading);
    },
    choose: (next) => {
      setReading(next);
      if (file && step.at !== "taken") void run("check", file, next);
    },
    ingest: () => again("ingest"),
    goOn: giveToken,
    retry: () => {
      if (step.at === "failed") again(step.task);
    },
    cancel: () => {
      stop.current.abort();
      const task = step.at === "sending" ? step.task : "check";
      setStep({ at: "failed", task, what: wordsOf(FILE).cancelled, advice: wordsOf(FILE).nothing });
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
  const words = wordsOf(FILE);
  if (error instanceof NoAnswerError) return { what: words.noAnswer, advice: task === "ingest" ? words.advice.unsure : words.tryAgain };
  return { what: words.unreadable(error instanceof Error ? error.message : String(error)), advice: words.chooseAgain };
}
