import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { illustrativeParameters, illustrativeSeries } from "../data/sample/illustrative.ts";
import { illustrativeFile, parametersFile } from "../data/sample/illustrative-file.ts";
import { modelledFile, modelledSeries } from "../data/sample/model.ts";
import { readConfig } from "../server/config.ts";
import { readAnchors } from "../server/reference.ts";
import { command, UsageError } from "./command/command.ts";

const USAGE = `npm run sample -- [--check] [--json] [--data FOLDER]

Writes the modelled and the made-up series that ship: modelled.csv from anchors.csv, illustrative.csv and
illustrative-parameters.csv from the parameters beside them, all in data/sample.

  --check        write nothing; fail where a file is not what the model makes
  --json         say what happened as JSON
  --data FOLDER  another data folder, with sample/anchors.csv in it
`;

/** One written or checked file. */
interface Outcome {
  file: string;
  bytes: number;
  /** Whether the file was something else before. */
  changed: boolean;
}

/** The files of the sample by name, as the model makes them from a data folder's anchors. */
async function sampleFiles(dataFolder: string): Promise<Record<string, string>> {
  const anchors = await readAnchors(dataFolder);
  return {
    "modelled.csv": modelledFile(modelledSeries(anchors)),
    "illustrative.csv": illustrativeFile(illustrativeSeries()),
    "illustrative-parameters.csv": parametersFile(illustrativeParameters()),
  };
}

export const main = command({
  usage: USAGE,
  options: { check: { type: "boolean", default: false }, data: { type: "string" } },
  run: async ({ check, data, json }, names) => {
    if (names.length > 0) throw new UsageError(`\`${names.join(" ")}\` means nothing here.`);
    const dataFolder = data === undefined ? readConfig().dataFolder : resolve(data);
    const outcomes: Outcome[] = [];
    for (const [file, text] of Object.entries(await sampleFiles(dataFolder))) {
      const path = join(dataFolder, "sample", file);
      const changed = (await textOf(path)) !== text;
      if (changed && !check) await writeFile(path, text);
      outcomes.push({ file, bytes: Buffer.byteLength(text), changed });
    }
    if (json) process.stdout.write(`${JSON.stringify(outcomes)}\n`);
    else for (const outcome of outcomes) process.stderr.write(`${inWords(outcome, check)}\n`);
    return check && outcomes.some(({ changed }) => changed) ? 1 : 0;
  },
});

/** The text of a file; `undefined` where there is none yet. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function inWords({ file, bytes, changed }: Outcome, check: boolean): string {
  const state = changed ? (check ? "differs from what the model makes; run `npm run sample`" : "written") : "is what the model makes";
  return `data/sample/${file} ${state} (${(bytes / 1000).toFixed(0)} kB)`;
}
