import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CARD } from "../data/chart/card.ts";

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
  {
    name: "SURGE_ACCESS",
    default: "public",
    help: "Who may read: public, or private for those with a token of scope read.",
  },
  {
    name: "SURGE_ORIGIN",
    default: "",
    help: "Public address that links carry, such as https://surge.example; empty is the address that was asked.",
  },
  {
    name: "SURGE_FRAME_ANCESTORS",
    default: "*",
    help: "Who may show `/embed` in a frame: addresses such as https://news.example with spaces between, * for everybody, or none. Never with private access; no other page may be framed.",
  },
  {
    name: "SURGE_PROXIES",
    default: "0",
    help: "How many proxies of yours stand in front, so that X-Forwarded-For is believed that far; 0 believes none.",
  },
  { name: "SURGE_ADDRESS_RATE", default: "6000", help: "Requests that one address may make in a minute; 0 is any number." },
  { name: "SURGE_TOKEN_RATE", default: "1200", help: "Requests that one token may make in a minute; 0 is any number." },
  { name: "SURGE_POINTS", default: "1000000", help: "Most days times series that one answer may be made of." },
  { name: "SURGE_BODY_BYTES", default: "536870912", help: "Largest body of an ingest, in bytes as received." },
  {
    name: "SURGE_UNPACKED_BYTES",
    default: "4294967296",
    help: "Most bytes that a packed ingest may unpack to; over HTTP nor to more than 100 times its size and a megabyte.",
  },
  { name: "SURGE_ROWS", default: "20000000", help: "Most rows of an ingest over HTTP, blank lines among them." },
  { name: "SURGE_LINE_BYTES", default: "65536", help: "Longest row of an ingest, in bytes, without what separates its fields." },
  { name: "SURGE_QUEUE", default: "8", help: "Ingests that may wait while one is being taken; more are sent away for a while." },
  {
    name: "SURGE_IMAGE_SIDE",
    default: "2000",
    help: "Most pixels of an image from side to side and from top to bottom, before its scale.",
  },
  { name: "SURGE_IMAGE_SCALE", default: "3", help: "Largest scale of an image." },
  {
    name: "SURGE_IMAGE_PIXELS",
    default: "10000000",
    help: "Most pixels of an image, after its scale; each takes four bytes while it is drawn.",
  },
  {
    name: "SURGE_IMAGE_QUEUE",
    default: "64",
    help: "Images that may wait while others are drawn; more are sent away for a while.",
  },
  { name: "SURGE_IMAGE_SECONDS", default: "10", help: "How long one image may take to be drawn, the start of its thread included." },
  {
    name: "SURGE_CACHE_BYTES",
    default: "25165824",
    help: "Most bytes of answers that are kept in memory to be given again, images among them.",
  },
  {
    name: "SURGE_KEPT_IMAGE_BYTES",
    default: "1073741824",
    help: "Most bytes of images that are kept with pinned links, some 150,000 each; of further links they are drawn when asked for.",
  },
  { name: "SURGE_HEADER_SECONDS", default: "15", help: "How long a client may take to send the headers of a request." },
  { name: "SURGE_IDLE_SECONDS", default: "30", help: "How long a body may send nothing before it is given up." },
  { name: "SURGE_REQUEST_SECONDS", default: "3600", help: "How long a client may take to send a whole request." },
  { name: "LOG_LEVEL", default: "info", help: "Least serious line that is logged: debug, info, warn, error or silent." },
] as const satisfies readonly Setting[];

type SettingName = (typeof SETTINGS)[number]["name"];

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** How much anybody may ask of the server. Each has a setting of its own. */
export interface Limits {
  /** Requests a minute; 0 is any number. */
  addressRate: number;
  tokenRate: number;
  /** Days times series. */
  points: number;
  /** Of a body as received, packed or not. */
  bodyBytes: number;
  /** Of a packed body, when it is unpacked. */
  unpackedBytes: number;
  rows: number;
  /** Of a row, without what separates its fields. */
  lineBytes: number;
  /** Ingests that wait. */
  queue: number;
  /** Pixels of an image, before its scale. */
  imageSide: number;
  imageScale: number;
  /** After its scale. */
  imagePixels: number;
  /** Images that wait. */
  imageQueue: number;
  imageSeconds: number;
  /** Of answers that are kept in memory. */
  cacheBytes: number;
  /** Of all images that are kept with pinned shares. */
  keptImageBytes: number;
  headerSeconds: number;
  idleSeconds: number;
  requestSeconds: number;
}

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the database file. */
  database: string;
  sample: boolean;
  access: "public" | "private";
  /** Scheme and host without a slash at the end; empty where it is not set. */
  origin: string;
  /** Who may frame a chart, as a policy says it; `'none'` where nobody may. */
  frameAncestors: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Proxies in front whose X-Forwarded-For is believed. */
  proxies: number;
  limits: Limits;
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

  const whole = (name: SettingName, least: number, most: number): number => {
    const number = /^\d{1,15}$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    return number >= least && number <= most ? number : refuse(name, `a whole number from ${least} to ${most}`);
  };

  const database = text("SURGE_DATABASE");
  // The thread that ingests could not see it.
  if (database === ":memory:") refuse("SURGE_DATABASE", "the path of a file");
  return {
    port: whole("PORT", 0, 65_535),
    host: text("HOST"),
    database: resolve(root(), database),
    sample: oneOf("SURGE_SAMPLE", ["on", "off"]) === "on",
    access: oneOf("SURGE_ACCESS", ["public", "private"]),
    origin: originOf(text("SURGE_ORIGIN")) ?? refuse("SURGE_ORIGIN", "an address such as https://surge.example, without a path"),
    frameAncestors:
      (environment.SURGE_ACCESS === "private" ? "'none'" : ancestorsOf(text("SURGE_FRAME_ANCESTORS"))) ??
      refuse("SURGE_FRAME_ANCESTORS", "*, none, or addresses such as https://news.example with spaces between"),
    logLevel: oneOf("LOG_LEVEL", LOG_LEVELS),
    proxies: whole("SURGE_PROXIES", 0, 100),
    limits: {
      addressRate: whole("SURGE_ADDRESS_RATE", 0, 1e9),
      tokenRate: whole("SURGE_TOKEN_RATE", 0, 1e9),
      points: whole("SURGE_POINTS", 1, 1e9),
      bodyBytes: whole("SURGE_BODY_BYTES", 1, 1e12),
      unpackedBytes: whole("SURGE_UNPACKED_BYTES", 1, 1e12),
      rows: whole("SURGE_ROWS", 1, 1e9),
      lineBytes: whole("SURGE_LINE_BYTES", 1000, 1e7),
      queue: whole("SURGE_QUEUE", 0, 1000),
      // A card, which every page names, is always one.
      imageSide: whole("SURGE_IMAGE_SIDE", CARD.width, 10_000),
      imageScale: whole("SURGE_IMAGE_SCALE", 1, 10),
      imagePixels: whole("SURGE_IMAGE_PIXELS", CARD.width * CARD.height, 1e8),
      imageQueue: whole("SURGE_IMAGE_QUEUE", 1, 10_000),
      imageSeconds: whole("SURGE_IMAGE_SECONDS", 1, 600),
      cacheBytes: whole("SURGE_CACHE_BYTES", 1_000_000, 1e11),
      keptImageBytes: whole("SURGE_KEPT_IMAGE_BYTES", 0, 1e12),
      headerSeconds: whole("SURGE_HEADER_SECONDS", 1, 3600),
      idleSeconds: whole("SURGE_IDLE_SECONDS", 1, 3600),
      requestSeconds: whole("SURGE_REQUEST_SECONDS", 1, 86_400),
    },
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

/** @example ancestorsOf("https://news.example http://127.0.0.1:8080") // the same, for a policy */
function ancestorsOf(text: string): string | undefined {
  if (text === "*") return text;
  if (text === "none") return "'none'";
  const origins = text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map(originOf);
  // A policy has no place for what would end it.
  return origins.every((origin) => origin && !/[;,\s]/.test(origin)) && origins.length > 0 ? origins.join(" ") : undefined;
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
