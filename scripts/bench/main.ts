import { command, UsageError } from "../command/command.ts";
import { type Benchmark, keeps } from "./benchmark.ts";
import { image } from "./image.ts";
import { ingest } from "./ingest.ts";
import { map } from "./map.ts";
import { memory } from "./memory.ts";
import { query } from "./query.ts";
import { repaint } from "./repaint.ts";
import { asJson, inWords, machine } from "./report.ts";
import { serve } from "./serve.ts";
import { start } from "./start.ts";
import { surge } from "./surge.ts";
import { vintages } from "./vintages.ts";
import { weight } from "./weight.ts";

const BENCHMARKS: readonly Benchmark[] = [ingest, query, vintages, serve, repaint, map, weight, memory, start, surge, image];

const USAGE = `npm run bench -- NAME [--json]

Measures what was built, on a database of its own. NAME is one of:

${BENCHMARKS.map(({ name, about }) => `  ${name.padEnd(9)}${about}`).join("\n")}

  --json   print one object of named figures, and nothing else, on standard output

The exit code is 0 where every limit was kept, 1 where one was not or nothing could be measured, 2 where the
arguments mean nothing. The last run that was written down is in scripts/bench/RESULTS.md.
`;

export const main = command({
  usage: USAGE,
  options: {},
  run: async ({ json }, [name, ...rest]) => {
    if (name === undefined && !json) {
      process.stdout.write(USAGE);
      return 0;
    }
    const benchmark = BENCHMARKS.find((one) => one.name === name);
    if (benchmark === undefined) throw new UsageError(name === undefined ? "Say what to measure." : `There is no benchmark \`${name}\`.`);
    if (rest.length > 0) throw new UsageError(`One benchmark at a time: \`${rest.join(" ")}\` is too much.`);
    const on = machine();
    const outcome = await benchmark.run();
    process.stdout.write((json ? asJson : inWords)(benchmark, outcome, on));
    return outcome.measures.every(keeps) ? 0 : 1;
  },
});
