// What `npm start`, `npm test` and every command do first: check Node, install what is missing, build what is stale.
// Plain JavaScript without dependencies, because it runs before there are any. Prose goes to standard error only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { locked, npmCommand, root, say, stop } from "./ground.mjs";

const NODE_NEEDED = "Node 20.19 or newer (of Node 22: 22.12 or newer)";
const INSTALLED = join(root, "node_modules/.surge-installed");

/** What a build is made of; a change in any of it makes the build stale. */
const INPUTS = {
  client: ["client", "data", "vite.config.ts", "tsconfig.json", "package-lock.json", "scripts/bundle.mjs", "scripts/lean-charts"],
  // The client, too: a thread draws with its components.
  server: ["server", "client", "data", "scripts", "vite.config.ts", "tsconfig.json", "package-lock.json"],
  fonts: ["scripts/fonts.mjs", "package-lock.json"],
};

const PARTS = Object.keys(INPUTS);

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const enough = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (!enough) stop(`This is Node ${version}. RedNote Surge needs ${NODE_NEEDED}.`);
}

/** Installs the packages of package-lock.json, unless they are. Development packages too: they build and test. */
export async function install() {
  const wanted = installStamp();
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, "utf8") === wanted) return;
  await locked(() => {
    if (existsSync(INSTALLED) && readFileSync(INSTALLED, "utf8") === wanted) return;
    if (!installedByHand()) {
      say("Installing packages. The first time takes a minute or two.");
      const npm = npmCommand(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
      const { status, error } = spawnSync(npm.command, npm.args, { cwd: root, stdio: ["ignore", 2, 2], shell: npm.shell });
      if (status !== 0) stop(`\`npm ci\` failed${error ? `: ${error.message}` : ""}. Its own words are above.`);
      const broken = databaseFault();
      if (broken)
        stop(
          `${broken}\nbetter-sqlite3 did not build. It needs a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3), and npm must be allowed to run install scripts.`,
        );
    }
    writeFileSync(INSTALLED, wanted);
  });
}

/** Builds the named parts, unless they are up to date. */
export async function build(parts = PARTS, { force = false } = {}) {
  const stale = (part) => force || !isBuilt(part);
  if (!parts.some(stale)) return;
  await locked(() => {
    for (const part of parts.filter(stale)) {
      // Before the build: what is changed meanwhile makes it stale.
      const stamp = stampOf(part);
      rmSync(stampFile(part), { force: true });
      // React has a slow variant for development, which must not get into a build whatever the shell says.
      const env = { ...process.env, NODE_ENV: "production" };
      const { status } = spawnSync(process.execPath, [join(root, "scripts/bundle.mjs"), part], { cwd: root, env, stdio: ["ignore", 2, 2] });
      if (status !== 0) throw new Error(`The ${part} does not build. The builder's own words are above.`);
      writeStamp(part, stamp);
    }
  });
}

/** Everything before a command: Node, packages, builds. */
export async function prepare(parts) {
  checkNode();
  await install();
  await build(parts).catch((error) => stop(error.message));
}

function installStamp() {
  // A native package fits one platform and one generation of Node.
  const host = `${process.platform} ${process.arch} ${process.versions.modules}\n`;
  return createHash("sha256")
    .update(host)
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** Whether somebody ran `npm ci` already: npm's own list of what it installed agrees with the lock file. */
function installedByHand() {
  const list = join(root, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(list, "utf8")).packages;
  const agrees = Object.entries(wanted).every(
    ([path, entry]) => path === "" || (present[path] ? present[path].version === entry.version : entry.optional || entry.peer),
  );
  return agrees && databaseFault() === undefined;
}

/** Why the database engine does not load, in a process of its own; `undefined` where it does. */
function databaseFault() {
  const code = "const Database = require('better-sqlite3'); new Database(':memory:').close();";
  const { status, stderr } = spawnSync(process.execPath, ["-e", code], { cwd: root, encoding: "utf8" });
  return status === 0 ? undefined : stderr.trim();
}

function stampFile(part) {
  return join(root, `.build/${part}.stamp`);
}

/** Whether what a part was built of is what is there now. Every command asks first: as a rule no file need be read for it. */
function isBuilt(part) {
  const [look, contents] = readStamp(part);
  if (look === undefined) return false;
  const files = inputsOf(part);
  const now = lookOf(part, files);
  if (now === look) return true;
  // A checkout, or a copy, makes other files of the same contents.
  if (contentsOf(part, files) !== contents) return false;
  writeStamp(part, [now, contents]);
  return true;
}

/** What tells the inputs of a part from others: how they look, then what they hold. */
function stampOf(part) {
  const files = inputsOf(part);
  return [lookOf(part, files), contentsOf(part, files)];
}

function readStamp(part) {
  return existsSync(stampFile(part)) ? readFileSync(stampFile(part), "utf8").split("\n") : [];
}

/** In one step: another command may read it at this moment. */
function writeStamp(part, stamp) {
  const written = `${stampFile(part)}.${process.pid}`;
  writeFileSync(written, stamp.join("\n"));
  renameSync(written, stampFile(part));
}

function lookOf(part, files) {
  const hash = hashOf(part);
  for (const file of files) {
    const { size, mtimeMs, ctimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs} ${ctimeMs}\n`);
  }
  return hash.digest("hex");
}

function contentsOf(part, files) {
  const hash = hashOf(part);
  for (const file of files) {
    hash.update(`${file}\n`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/** With the server lies what V8 compiled of it, which another version refuses. */
function hashOf(part) {
  return createHash("sha256").update(part === "server" ? `V8 ${process.versions.v8}\n` : "");
}

function inputsOf(part) {
  return INPUTS[part].flatMap((input) => (statSync(join(root, input)).isDirectory() ? filesIn(input) : [input]));
}

/** Files below a folder, in a fixed order, without what no build reads: tests, journeys, databases. */
function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (path === "data/store" || path === "client/e2e" || /\.test\.tsx?$/.test(path)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
