import { parseArgs } from "node:util";
import { type Benchmark, BenchmarkError, keeps } from "./benchmark.ts";
import { ingest } from "./ingest.ts";
import { memory } from "./memory.ts";
import { query } from "./query.ts";
import { repaint } from "./repaint.ts";
import { asJson, inWords, machine } from "./report.ts";
import { serve } from "./serve.ts";
import { start } from "./start.ts";
import { surge } from "./surge.ts";
import { vintages } from "./vintages.ts";
import { weight } from "./weight.ts";

const BENCHMARKS: readonly Benchmark[] = [ingest, query, vintages, serve, repaint, weight, memory, start, surge];

const USAGE = `npm run bench -- NAME [--json]

Measures what was built, on a database of its own. NAME is one of:

${BENCHMARKS.map(({ name, about }) => `  ${name.padEnd(9)}${about}`).join("\n")}

  --json   print one object of named figures, and nothing else, on standard output

The exit code is 0 where every limit was kept, 1 where one was not or nothing could be measured, 2 where the
arguments mean nothing. The last run that was written down is in scripts/bench/RESULTS.md.
`;

/** Answers the exit code: 0, 1 where a limit was not kept or nothing could be measured, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.benchmark === undefined) {
    process.stdout.write(USAGE);
    return 0;
  }
  const on = machine();
  try {
    const outcome = await options.benchmark.run();
    process.stdout.write((options.json ? asJson : inWords)(options.benchmark, outcome, on));
    return outcome.measures.every(keeps) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BenchmarkError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function readArguments(argv: string[]): { benchmark: Benchmark | undefined; json: boolean } | undefined {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: flag, help: flag } });
    const [name, ...rest] = positionals;
    if (values.help || (name === undefined && !values.json)) return { benchmark: undefined, json: values.json };
    const benchmark = BENCHMARKS.find((one) => one.name === name);
    if (benchmark === undefined) throw new Error(name === undefined ? "Say what to measure." : `There is no benchmark \`${name}\`.`);
    if (rest.length > 0) throw new Error(`One benchmark at a time: \`${rest.join(" ")}\` is too much.`);
    return { benchmark, json: values.json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}
