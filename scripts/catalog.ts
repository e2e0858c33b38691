import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Problem, problemText } from "../data/model/problem.ts";
import { EntryFault, type Grown, grow } from "../server/catalog-growth.ts";
import { readConfig } from "../server/config.ts";
import type { Growing } from "../server/entry.ts";
import { JsonTextError, parseJson, textOfBytes } from "../server/json-text.ts";
import { eitherOf } from "../server/problem.ts";
import { loadReference } from "../server/reference.ts";
import type { Store } from "../server/store/store.ts";
import { command, UsageError, type Values } from "./command/command.ts";
import { withStore } from "./command/with-store.ts";

const USAGE = `npm run catalog -- add platform ID NAME
npm run catalog -- add topic ID NAME
npm run catalog -- add source ID [NAME] --kind KIND --publisher WHO --method HOW [--url URL] [--licence TEXT] [--day-zone ZONE]
npm run catalog -- add metric ID NAME --unit UNIT --over-time RULE --over-countries RULE [--fractions] [--least N] [--most N]
npm run catalog -- add country CODE NAME [--region NAME] [--population N --population-year YEAR]
npm run catalog -- add figure|event FILE.json
npm run catalog -- list [platforms|countries|metrics|topics|sources|figures|events]

Adds to what can be chosen, each time as a batch of its own, and lists it. FILE.json holds one entry or a list of them,
with the fields that GET /api/v1/figures and /events answer.

  --kind            observed, estimate, modelled or illustrative
  --over-time       how days add up: sum, mean, last or min; --over-countries: sum or none
  --fractions       half a user is no fault; --least and --most: what a value may be, 0 to 10,000,000,000 unless told
  --replace         put the entry in the place of the one that has its id
  --similar         add a name that is much like another all the same
  --json            print {batch, vintage, added, replaced, unchanged}, or the list; where it is refused {batch: null, errors}

The exit code is 0 where it is done, 1 where it is not, 2 where the arguments mean nothing.
`;

/** What each noun of a command is called in the catalog. */
const LISTS = {
  platform: "platforms",
  country: "countries",
  metric: "metrics",
  topic: "topics",
  source: "sources",
  figure: "figures",
  event: "events",
} as const satisfies Record<string, Growing>;

type Noun = keyof typeof LISTS;

const OPTIONS = {
  replace: { type: "boolean", default: false },
  similar: { type: "boolean", default: false },
  fractions: { type: "boolean", default: false },
  kind: { type: "string" },
  publisher: { type: "string" },
  method: { type: "string" },
  url: { type: "string" },
  licence: { type: "string" },
  "day-zone": { type: "string" },
  unit: { type: "string" },
  "over-time": { type: "string" },
  "over-countries": { type: "string" },
  least: { type: "string" },
  most: { type: "string" },
  region: { type: "string" },
  population: { type: "string" },
  "population-year": { type: "string" },
} as const;

type Given = Values<typeof OPTIONS>;

/** Which options belong to which noun; the others of its command line mean nothing. */
const BELONGS: Partial<Record<Noun, readonly string[]>> = {
  source: ["kind", "publisher", "method", "url", "licence", "day-zone"],
  metric: ["unit", "over-time", "over-countries", "fractions", "least", "most"],
  country: ["region", "population", "population-year"],
};

const ALWAYS: readonly string[] = ["json", "help", "replace", "similar"];

export const main = command({
  usage: USAGE,
  options: OPTIONS,
  run: (values, [what, ...names]) => {
    if (what === "list") return withCatalog((store) => list(store, names, values.json));
    if (what !== "add") throw new UsageError(what ? `There is no \`${what}\`.` : "Say what to do.");
    const [noun = "", ...rest] = names;
    if (noun === "") throw new UsageError(`Say what to add: a ${eitherOf(Object.keys(LISTS))}.`);
    if (!isNoun(noun)) throw new UsageError(`Nothing is called \`${noun}\` here. Add a ${Object.keys(LISTS).join(", ")}.`);
    const entries = { [LISTS[noun]]: entriesOf(noun, rest, values) };
    return withCatalog((store) => add(store, ["catalog add", noun, ...rest].join(" "), entries, values));
  },
});

function withCatalog(work: (store: Store) => number): Promise<number> {
  const { dataFolder, sample } = readConfig();
  return withStore({}, async (store) => {
    await loadReference(store, { dataFolder, sample, now: () => new Date() });
    return work(store);
  });
}

function isNoun(text: string): text is Noun {
  return Object.hasOwn(LISTS, text);
}

/** What the arguments say, as the API would take it; whether it is right is checked there. */
function entriesOf(noun: Noun, names: readonly string[], values: Given): unknown[] {
  const allowed = [...ALWAYS, ...(BELONGS[noun] ?? [])];
  for (const [option, value] of Object.entries(values))
    if (value !== false && !allowed.includes(option)) throw new UsageError(`A ${noun} has no --${option}.`);
  const [first = "", second, ...more] = names;
  if (first === "") throw new UsageError(`Name the ${noun} to add, as in \`add platform upscrolled "Up Scrolled"\`.`);
  if (more.length > 0) throw new UsageError(`Quote a name that has spaces, as in \`add platform upscrolled "Up Scrolled"\`.`);
  if (noun === "figure" || noun === "event") {
    if (second !== undefined) throw new UsageError(`Name one file of ${LISTS[noun]}.`);
    return fileEntries(first);
  }
  const named = { id: first, name: second ?? (noun === "source" ? first : undefined) };
  if (noun === "source") {
    const { kind, publisher, method, url, licence, "day-zone": day_zone } = values;
    return [{ ...named, kind, publisher, method, url, licence, day_zone }];
  }
  if (noun === "metric") {
    const { unit, "over-time": over_time, "over-countries": over_countries, fractions } = values;
    return [
      { ...named, unit, over_time, over_countries, whole: !fractions, least: numberOf("least", values), most: numberOf("most", values) },
    ];
  }
  if (noun === "country") {
    const { region } = values;
    return [{ ...named, region, population: numberOf("population", values), population_year: numberOf("population-year", values) }];
  }
  return [named];
}

function numberOf(option: "least" | "most" | "population" | "population-year", values: Given): number | undefined {
  const text = values[option];
  if (text === undefined) return undefined;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new UsageError(`--${option} is \`${text}\`. It must be a number.`);
  return Number(text);
}

function fileEntries(path: string): unknown[] {
  const bytes = (() => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  })();
  try {
    const entries = parseJson(textOfBytes(bytes, path), path);
    return Array.isArray(entries) ? entries : [entries];
  } catch (error) {
    throw error instanceof JsonTextError ? new UsageError(error.message) : error;
  }
}

function add(store: Store, name: string, entries: Record<string, unknown[]>, { json, replace, similar }: Given): number {
  const content_hash = createHash("sha256").update(JSON.stringify(entries)).digest("hex");
  try {
    const origin = { channel: "command", name, content_hash, received_at: new Date().toISOString() } as const;
    const grown = grow({ store, entries, origin, replace, similar });
    process.stdout.write(json ? `${JSON.stringify(grown)}\n` : inWords(grown));
    return 0;
  } catch (error) {
    if (!(error instanceof EntryFault)) throw error;
    if (json) process.stdout.write(`${JSON.stringify({ batch: null, errors: error.problems })}\n`);
    else process.stderr.write(`Nothing was added.\n${error.problems.map((problem) => `  ${problemText(asGiven(problem))}\n`).join("")}`);
    return 1;
  }
}

/** A fault by the name of the argument that it is of; what came in a file keeps its place there. */
function asGiven(problem: Problem): Problem {
  const [list, , name = ""] = problem.field.split(".");
  if (list === "figures" || list === "events") return problem;
  const field = name === "id" || name === "name" ? name.toUpperCase() : `--${name.replaceAll("_", "-")}`;
  return { ...problem, field };
}

function inWords({ batch, vintage, added, replaced }: Grown): string {
  if (batch === null) return `It is there already; nothing changed. The newest batch is ${vintage}.\n`;
  const what = [...(added > 0 ? [`${added} added`] : []), ...(replaced > 0 ? [`${replaced} replaced`] : [])].join(", ");
  return `Batch ${batch}: ${what}.\n`;
}

function list(store: Store, names: readonly string[], json: boolean): number {
  const [name, ...more] = names;
  const chosen = Object.values(LISTS).filter((one) => name === undefined || one === name);
  if (chosen.length === 0 || more.length > 0) throw new UsageError(`List one of ${Object.values(LISTS).join(", ")}; or all of them.`);
  const lists = { ...store.catalog(), figures: store.figures(), events: store.events() };
  if (json) {
    process.stdout.write(
      `${JSON.stringify(name === undefined ? Object.fromEntries(chosen.map((one) => [one, lists[one]])) : lists[chosen[0] as Growing])}\n`,
    );
    return 0;
  }
  for (const one of chosen) {
    const rows = lists[one].map((entry) => cellsOf(entry));
    const width = Math.max(...rows.map(([id]) => id.length), 0);
    const lines = rows.map(([id, text]) => `  ${id.padEnd(width)}  ${text}\n`);
    process.stdout.write(`${one}\n${lines.join("")}`);
  }
  return 0;
}

function cellsOf(entry: object): [id: string, text: string] {
  const cell = (name: string): string => {
    const value: unknown = Reflect.get(entry, name);
    return value === undefined || value === null ? "" : String(value);
  };
  const id = cell("slug") || cell("id");
  const title = cell("title") || cell("name") || [cell("platform"), cell("country"), cell("metric"), cell("value")].join(" ");
  const more = [cell("kind"), cell("unit"), cell("publisher")].filter((text) => text !== "");
  return [id, more.length > 0 ? `${title} (${more.join(", ")})` : title];
}
