import { fullNumber } from "../../../data/chart/format.ts";
import type { SourceKind } from "../../../data/model/source.ts";
import type { Area } from "../../app/language.ts";
import { plural } from "./plural.ts";

/** Words of a file on its way in: how it is read, what is wrong with it, what became of it. */
export interface FileWords {
  title: string;
  about: string;
  file: string;
  choose: string;
  other: string;
  drop: string;
  letGo: string;
  noSource: string;
  unnamed: string;
  kind: (name: string, kind: SourceKind) => string;
  reading: string;
  skip: string;
  retract: string;
  several: string;
  ask: string;
  goOn: string;
  away: string;
  done: string;
  ingest: string;
  cancel: string;
  cancelled: string;
  nothing: string;
  growth: (vintage: number) => string;
  doing: Record<"check" | "ingest", string>;
  sent: Record<"check" | "ingest", string>;
  sending: (doing: string, percent: string, bytes: string) => string;
  bytes: (count: number) => string;
  faults: {
    label: string;
    head: { line: string; field: string; value: string; wrong: string; meant: string };
    file: string;
    none: string;
    empty: string;
    all: (count: number) => string;
    first: (shown: number, all: number) => string;
  };
  left: { download: (rows: number) => string; failed: string; again: string };
  receipt: {
    rejected: (faulty: number, rows: number) => string;
    left: (rows: number) => string;
    replayed: (batch: number) => string;
    unchanged: (rows: number, rejected: number, dryRun: boolean, vintage: number) => string;
    wouldLeave: (faulty: number, rows: number, counts: string) => string;
    sound: (rows: number, counts: string) => string;
    takenSome: (batch: number, written: number, left: number, counts: string) => string;
    taken: (batch: number, rows: number, counts: string) => string;
  };
  later: (seconds: number | null) => string;
  advice: {
    badToken: (said: string) => string;
    /** Of one that is known, and good for nothing any more. */
    spentToken: (said: string) => string;
    scope: (said: string) => string;
    slow: string;
    large: string;
    type: string;
    wait: (later: string) => string;
    busy: (later: string) => string;
    full: string;
    unsure: string;
  };
  tryAgain: string;
  noAnswer: string;
  unreadable: (why: string) => string;
  chooseAgain: string;
}

export const FILE: Area<FileWords> = {
  name: "file",
  english: {
    title: "Add snapshots",
    about: "CSV, NDJSON or a JSON array, also gzipped. The file is checked first; nothing is written before you say so.",
    file: "File of snapshots",
    choose: "Choose a file",
    other: "Choose another file",
    drop: "or drop one anywhere on this page.",
    letGo: "Let go to check it.",
    noSource: "Rows without a source",
    unnamed: "default",
    kind: (name, kind) => `${name} (${kind})`,
    reading: "How the file is read",
    skip: "Skip faulty rows",
    retract: "Blank values withdraw",
    several: "One file at a time: the first one was taken to be checked.",
    ask: "The server takes snapshots from those who have a token. `npm run -s token -- create NAME` makes one.",
    goOn: "Go on",
    away: "Put it away",
    done: "Done",
    ingest: "Ingest",
    cancel: "Cancel",
    cancelled: "Cancelled.",
    nothing: "Nothing was written.",
    growth: (vintage) => `Growth at vintage ${vintage}`,
    doing: { check: "Checking", ingest: "Ingesting" },
    sent: { check: "Sent. The server reads it.", ingest: "Sent. The server writes it: this can no longer be cancelled." },
    sending: (doing, percent, bytes) => `${doing}: ${percent} % of ${bytes} sent.`,
    bytes: (count) => plural(count, "byte"),
    faults: {
      label: "Faults",
      head: { line: "Line", field: "Field", value: "Value", wrong: "What is wrong", meant: "Did you mean" },
      file: "file",
      none: "none",
      empty: "(empty)",
      all: (count) => `Show all ${plural(count, "fault")}`,
      first: (shown, all) => `These are the first ${fullNumber(shown)}; ${plural(all, "row is", "rows are")} at fault in all.`,
    },
    left: {
      download: (rows) => `Download the ${plural(rows, "row")} left out`,
      failed: "The rows could not be downloaded.",
      again: "No answer came. Try again.",
    },
    receipt: {
      rejected: (faulty, rows) => `${atFault(faulty, rows)}. Nothing was written.`,
      left: (rows) => `${plural(rows, "row")} at fault ${rows === 1 ? "is" : "are"} left out.`,
      replayed: (batch) => `These very bytes came before, as batch ${batch}: nothing changed.`,
      unchanged: (rows, rejected, dryRun, vintage) => {
        const why = rows === 0 ? "There are no rows in it" : `All of its ${rejected > 0 ? "other " : ""}values are known`;
        return `${why}: ${dryRun ? "it would change nothing" : "nothing changed"}. Vintage ${vintage} stays the newest.`;
      },
      wouldLeave: (faulty, rows, counts) =>
        `${atFault(faulty, rows)} and would be left out. ${plural(rows - faulty, "value")}: ${counts}. Nothing is written yet.`,
      sound: (rows, counts) => `No fault. ${plural(rows, "value")}: ${counts}. Nothing is written yet.`,
      takenSome: (batch, written, left, counts) =>
        `Batch ${batch} was taken: ${plural(written, "row")} written, ${fullNumber(left)} left out. ${counts.charAt(0).toUpperCase()}${counts.slice(1)}.`,
      taken: (batch, rows, counts) => `Batch ${batch} was taken. ${plural(rows, "value")}: ${counts}.`,
    },
    later: (seconds) => (seconds === null ? "Try again in a moment." : `Try again in ${plural(seconds, "second")}.`),
    advice: {
      badToken: (said) => `${said} Check that it is copied whole, or make another.`,
      spentToken: (said) => `${said} Make another: \`npm run -s token -- create NAME\`.`,
      scope: (said) => `${said} Make one that may ingest: \`npm run -s token -- create NAME --scope ingest\`.`,
      slow: "Nothing was written. The connection was too slow or broke off: try again, or send the file gzipped.",
      large: "Nothing was written. Split the file, or ask whoever runs the server to raise SURGE_BODY_BYTES or SURGE_ROWS.",
      type: "Nothing was written. Send UTF-8 as CSV, NDJSON or a JSON array, as it is or gzipped.",
      wait: (later) => `Nothing was written. ${later}`,
      busy: (later) => `Nothing was written. Another batch is being written: ${later.toLowerCase()}`,
      full: "Nothing was written. The disk of the server is full: whoever runs it must make room.",
      unsure: "Look at the list of batches before you send it again: it says whether the file was taken.",
    },
    tryAgain: "Try again.",
    noAnswer: "No answer came. The network is gone, the server is down, or the file has changed since it was chosen.",
    unreadable: (why) => `The file could not be read: ${why}`,
    chooseAgain: "Choose it again.",
  },
};

function atFault(faulty: number, rows: number): string {
  return `${fullNumber(faulty)} of ${plural(rows, "row")} ${faulty === 1 ? "is" : "are"} at fault`;
}
