import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** One setting: the table is the reader's vocabulary and the README's list. */
interface Setting {
  name: string;
  default: string;
  help: string;
}

/** Every setting, all optional, all from the environment. Commands and the server read the same ones. */
export const SETTINGS = [
  { name: "PORT", default: "8787", help: "Port that the server listens on; 0 takes any that is free." },
  { name: "HOST", default: "127.0.0.1", help: "Address that the server listens on; 0.0.0.0 lets other machines in." },
  { name: "SURGE_DATABASE", default: "data/store/surge.sqlite", help: "File of the database; made where it is missing." },
  { name: "SURGE_SAMPLE", default: "on", help: "Whether the modelled and the made-up series are loaded: on or off." },
  { name: "SURGE_ACCESS", default: "public", help: "Who may read: public." },
  {
    name: "SURGE_ORIGIN",
    default: "",
    help: "Public address that links carry, such as https://surge.example; empty is the address that was asked.",
  },
  { name: "LOG_LEVEL", default: "info", help: "Least serious line that is logged: debug, info, warn, error or silent." },
] as const satisfies readonly Setting[];

type SettingName = (typeof SETTINGS)[number]["name"];

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the database file. */
  database: string;
  sample: boolean;
  access: "public";
  /** Scheme and host without a slash at the end; empty where it is not set. */
  origin: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Absolute path of the folder that ships the reference and the sample. */
  dataFolder: string;
  /** Absolute path of the built pages. */
  clientFolder: string;
}

/** A setting has a value that means nothing. The message says which, and what would do. */
export class SettingError extends Error {}

/**
 * Reads the settings. An empty variable counts as absent.
 *
 * @throws SettingError that names the setting, its value and what is expected
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const text = (name: SettingName): string => environment[name] || defaultOf(name);
  const refuse = (name: SettingName, expected: string): never => {
    throw new SettingError(`${name} is \`${text(name)}\`. It must be ${expected}.`);
  };
  const oneOf = <Value extends string>(name: SettingName, values: readonly Value[]): Value =>
    values.find((value) => value === text(name)) ?? refuse(name, values.join(" or "));

  const port = Number(text("PORT"));
  if (!/^\d+$/.test(text("PORT")) || port > 65_535) refuse("PORT", "a whole number from 0 to 65535");
  const database = text("SURGE_DATABASE");
  // The thread that ingests could not see it.
  if (database === ":memory:") refuse("SURGE_DATABASE", "the path of a file");
  return {
    port,
    host: text("HOST"),
    database: resolve(root(), database),
    sample: oneOf("SURGE_SAMPLE", ["on", "off"]) === "on",
    access: oneOf("SURGE_ACCESS", ["public"]),
    origin: originOf(text("SURGE_ORIGIN")) ?? refuse("SURGE_ORIGIN", "an address such as https://surge.example, without a path"),
    logLevel: oneOf("LOG_LEVEL", LOG_LEVELS),
    dataFolder: join(root(), "data"),
    clientFolder: join(root(), ".build/client"),
  };
}

/** The environment of a child process: our own, with some variables set. */
export function environmentWith(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...variables };
}

function defaultOf(name: SettingName): string {
  return SETTINGS.find((setting) => setting.name === name)?.default ?? "";
}

function originOf(text: string): string | undefined {
  if (text === "") return "";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username;
  return bare ? url.origin : undefined;
}

/** The folder of the program, from the sources as well as from what was built of them. */
function root(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}
