import { type ParseArgsConfig, parseArgs } from "node:util";
import { SettingError } from "../../server/config.ts";
import { UnpackedTooLargeError } from "../../server/ingest/packing.ts";
import { ReferenceFileError } from "../../server/shipped.ts";
import {
  BackupError,
  NameTakenError,
  StaleBatchError,
  StoreBusyError,
  StoreFullError,
  StoreMissingError,
  StoreUnusableError,
  StoreVersionError,
} from "../../server/store/store.ts";

/** The arguments mean nothing. The message says why; how to use the command is said behind it, unless the slip is a small one. */
export class UsageError extends Error {
  readonly isSmall: boolean;

  constructor(message: string, { isSmall = false }: { isSmall?: boolean } = {}) {
    super(message);
    this.isSmall = isSmall;
  }
}

/** What was asked cannot be done. The message says why and what to do. */
export class CommandError extends Error {}

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [
  CommandError,
  SettingError,
  StoreVersionError,
  StoreUnusableError,
  StoreMissingError,
  StoreBusyError,
  StoreFullError,
  StaleBatchError,
  NameTakenError,
  BackupError,
  ReferenceFileError,
  UnpackedTooLargeError,
];

const flag = { type: "boolean", default: false } as const;

/** Every command has these. */
const ALWAYS = { json: flag, help: flag } as const;

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

type Parsed<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: Options & typeof ALWAYS }>
>;

/** The options of a command line as they were given. */
export type Values<Options extends OptionsConfig> = Parsed<Options>["values"];

interface Command<Options extends OptionsConfig> {
  /** What `--help` says. */
  usage: string;
  /** Besides `--json` and `--help`. */
  options: Options;
  /** Answers the exit code. */
  run: (values: Values<Options>, names: string[]) => number | Promise<number>;
}

/**
 * The `main` of a command line: reads its arguments, helps, and says plain faults in a line on standard error. Answers
 * the exit code: that of `run`, 1 where a fault that a person can mend is in the way, 2 where the arguments mean nothing.
 */
export function command<const Options extends OptionsConfig>({
  usage,
  options,
  run,
}: Command<Options>): (argv: string[]) => Promise<number> {
  return async (argv) => {
    try {
      const { values, positionals } = parsed<Options>(argv, options);
      if (Reflect.get(values, "help") === true) {
        process.stdout.write(usage);
        return 0;
      }
      return await run(values, positionals);
    } catch (error) {
      if (error instanceof UsageError) {
        process.stderr.write(error.isSmall ? `${error.message}\n` : `${error.message}\n\n${usage}`);
        return 2;
      }
      // Of a damaged file SQLite itself may speak, wherever it is read.
      const { portError } = await import("../../server/store/sqlite/connection.ts");
      const fault = portError(error);
      if (!(fault instanceof Error) || !PLAIN.some((kind) => fault instanceof kind)) throw error;
      process.stderr.write(`${fault.message}\n`);
      return 1;
    }
  };
}

function parsed<Options extends OptionsConfig>(args: string[], options: Options): Parsed<Options> {
  try {
    const { tokens, ...parsed } = parseArgs({ args, allowPositionals: true, tokens: true, options: { ...options, ...ALWAYS } });
    const given = tokens.flatMap((token) => (token.kind === "option" && token.value !== undefined ? [token.name] : []));
    const twice = given.find((name, at) => given.indexOf(name) !== at && !options[name]?.multiple);
    // One of them would be dropped, and nobody told.
    if (twice !== undefined) throw new Error(`--${twice} is there twice. Say it once.`);
    return parsed as Parsed<Options>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The one name that a command takes. @throws UsageError where there is none, or another one, with what is asked for */
export function onlyName(names: readonly string[], wanted: string): string {
  const [name = "", ...rest] = names;
  if (name === "" || rest.length > 0) throw new UsageError(wanted);
  return name;
}
