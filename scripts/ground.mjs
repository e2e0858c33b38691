// What the plain scripts stand on: where the program is, how it speaks, its lock, and npm.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Tenths of a second after which whoever waits says why. */
const PATIENCE = 50;

const LOCK = join(root, ".cache/prepare.lock");

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the program with a plain sentence. */
export function stop(text) {
  say(text);
  process.exit(1);
}

/** How to call npm: the one that called us, else the one on the path. */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script, ...args], shell: false };
  return { command: "npm", args, shell: process.platform === "win32" };
}

/** Two commands at once must not install or build into the same folder: the second waits for the first. */
export async function locked(work) {
  for (let waits = 1; !takeLock(); waits++) {
    if (waits === PATIENCE) say(`Waiting for another command that installs or builds. If none runs, delete ${LOCK}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!holderLives()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(LOCK, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
