import { constants, createReadStream, type Stats } from "node:fs";
import { access, stat } from "node:fs/promises";
import { basename } from "node:path";
import { problemText } from "../data/model/problem.ts";
import { SLUG } from "../data/model/slug.ts";
import { isRejected, type Receipt } from "../data/model/snapshot.ts";
import { readConfig } from "../server/config.ts";
import { FILE_ENDINGS, type Format, formatOfFile, ON_ERROR, type OnError } from "../server/ingest/format.ts";
import type { IngestJob } from "../server/ingest/ingest.ts";
import type { Packing } from "../server/ingest/packing.ts";
import type { Reading } from "../server/ingest/read.ts";
import { command, UsageError, type Values } from "./command/command.ts";

const USAGE = `npm run ingest -- FILE... [--source NAME] [--on-error skip] [--retract] [--dry-run] [--json]

Takes files of daily snapshots into the database: each one as a batch, all of it or nothing.
A file ends in ${FILE_ENDINGS.join(", ")}, each also with .gz or .br behind it.

  --source NAME    source of rows that name none
  --on-error skip  take the rows that are right, and leave out those at fault; without, one fault rejects the file
  --retract        a blank value withdraws the one that is there; without, it is a fault
  --dry-run        say what would change, and write nothing
  --json           print the receipt as JSON, and nothing else; of several files a list of receipts

The exit code is 0 where every file was taken, 1 where one was rejected, 2 where nothing was tried.
`;

/** Faults that are listed for a person; \`--json\` has up to a thousand. */
const MOST_LISTED = 50;

/** Bytes read at once. */
const CHUNK = 256 * 1024;

interface InputFile {
  path: string;
  name: string;
  bytes: number;
  format: Format;
  packing: Packing | undefined;
}

type GivenReading = Omit<Reading, "format" | "packing">;

const flag = { type: "boolean", default: false } as const;

const OPTIONS = { retract: flag, "dry-run": flag, "on-error": { type: "string" }, source: { type: "string" } } as const;

export const main = command({
  usage: USAGE,
  options: OPTIONS,
  run: async (values, names) => {
    if (names.length === 0) throw new UsageError("Name a file.");
    const reading = readingOf(values);
    // All of them before the first: a slip in the last name must not leave half of the work done.
    return takeAll(await Promise.all(names.map(inputFile)), reading, values.json);
  },
});

function readingOf({ source, retract, "dry-run": dryRun, "on-error": onError }: Values<typeof OPTIONS>): GivenReading {
  if (source !== undefined && !SLUG.test(source))
    throw slip(`--source is \`${source}\`. A source is named by small letters, digits, - and _, such as model-press.`);
  if (!isOnError(onError)) throw slip(`--on-error is \`${onError}\`. It is one of ${ON_ERROR.join(", ")}.`);
  return { source, onError, retract, dryRun };
}

function slip(message: string): UsageError {
  return new UsageError(message, { isSmall: true });
}

function isOnError(text: string | undefined): text is OnError | undefined {
  return text === undefined || ON_ERROR.some((one) => one === text);
}

async function inputFile(path: string): Promise<InputFile> {
  const name = basename(path);
  const format = formatOfFile(name);
  const found = await statOf(path);
  if (!found.isFile()) throw slip(`${path} is not a file.`);
  if (format === undefined) throw slip(`${path} does not say what it is: name it ${FILE_ENDINGS.join(", ")}, or the same with .gz or .br.`);
  return { path, name, bytes: found.size, ...format };
}

async function statOf(path: string): Promise<Stats> {
  try {
    await access(path, constants.R_OK);
    return await stat(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw slip(code === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read: ${message}`);
  }
}

async function takeAll(files: InputFile[], reading: GivenReading, json: boolean): Promise<number> {
  const { database, dataFolder, sample, limits } = readConfig();
  // A slip in a name is told before all that is loaded.
  const [{ ingest }, { loadReference }, { openSqliteStore }] = await Promise.all([
    import("../server/ingest/ingest.ts"),
    import("../server/reference.ts"),
    import("../server/store/sqlite/sqlite.ts"),
  ]);
  const store = openSqliteStore(database);
  try {
    await loadReference(store, { dataFolder, sample, now: () => new Date() });
    const receipts: Receipt[] = [];
    for (const file of files) {
      const { format, packing } = file;
      const { lineBytes: longestRow, unpackedBytes: mostUnpacked } = limits;
      const origin = { channel: "file", name: file.name, received_at: new Date().toISOString() } as const;
      const receipt = await shown(file, (onProgress) =>
        ingest({ store, stream: bytesOf(file.path), format, packing, ...reading, longestRow, mostUnpacked, origin, onProgress }),
      );
      receipts.push(receipt);
      if (!json) (isRejected(receipt) ? process.stderr : process.stdout).write(inWords(file.path, receipt, reading.dryRun));
    }
    if (json) process.stdout.write(`${JSON.stringify(files.length === 1 ? receipts[0] : receipts)}\n`);
    return receipts.some(isRejected) ? 1 : 0;
  } finally {
    store.close();
  }
}

/** Shows on a terminal how far a file has been read. */
async function shown(
  { name, bytes }: InputFile,
  work: (onProgress: NonNullable<IngestJob["onProgress"]>) => Promise<Receipt>,
): Promise<Receipt> {
  const bar = process.stderr.isTTY ? await progressBar(name) : undefined;
  bar?.start(bytes, 0, { rows: 0 });
  try {
    return await work(({ bytes, rows }) => bar?.update(bytes, { rows: counted(rows) }));
  } finally {
    bar?.stop();
  }
}

/** For a terminal only: nobody else need load it. */
async function progressBar(name: string) {
  const { SingleBar } = await import("cli-progress");
  return new SingleBar({ format: `${name} [{bar}] {percentage} %  {rows} rows`, clearOnComplete: true });
}

/** Opens the file when the first byte is asked for, and closes it when no more are. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: CHUNK });
}

/** A receipt for a person, with the name of the file. Ends with a line break. */
export function inWords(file: string, receipt: Receipt, isDry = false): string {
  const { batch, vintage, rows, inserted, revised, unchanged, retracted, rejected, replayed } = receipt;
  const atFault = `${counted(rejected)} of ${counted(rows)} ${rows === 1 ? "row" : "rows"} ${rejected === 1 ? "is" : "are"} at fault`;
  if (isRejected(receipt)) return `${file}: rejected, nothing was written. ${atFault}:\n${faultsInWords(receipt)}`;
  const left = rejected > 0 ? `${atFault} and ${rejected === 1 ? "was" : "were"} left out:\n${faultsInWords(receipt)}` : "";
  if (replayed) return `${file}: These very bytes came before, as batch ${batch}; nothing changed.\n`;
  if (inserted + revised + retracted === 0) {
    const why = rows === 0 ? "There are no rows in it" : "All of its rows are known";
    return `${file}: ${why}; nothing changed. The newest batch is ${vintage}.\n${left}`;
  }
  const withdrawn = retracted > 0 ? `, ${counted(retracted)} withdrawn` : "";
  const counts = `${counted(inserted)} new, ${counted(revised)} revised, ${counted(unchanged)} unchanged${withdrawn}`;
  const head = isDry ? "a dry run, nothing was written." : `batch ${batch}.`;
  return `${file}: ${head} ${counted(rows)} ${rows === 1 ? "row" : "rows"}: ${counts}.\n${left}`;
}

function faultsInWords({ errors }: Receipt): string {
  const listed = errors.slice(0, MOST_LISTED).map((problem) => `  ${problemText(problem)}\n`);
  if (errors.length <= MOST_LISTED) return listed.join("");
  return `${listed.join("")}  and ${counted(errors.length - MOST_LISTED)}${errors.length === 1000 ? " or more" : ""} other faults\n`;
}

function counted(number: number): string {
  return number.toLocaleString("en-US");
}
