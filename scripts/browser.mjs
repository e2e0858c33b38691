// Finds a Chromium for the journeys, or installs one with the machine's own means, or says exactly what to install.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { npmCommand, root, say } from "./ground.mjs";

/** The last one whose browser playwright-core drives and that Node 20 inflates. */
const PACKAGED = "@sparticuz/chromium@147.0.0";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const PLACES = [
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  join(homedir(), "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
  join(process.env.PROGRAMFILES ?? "C:/Program Files", "Google/Chrome/Application/chrome.exe"),
  join(process.env["PROGRAMFILES(X86)"] ?? "C:/Program Files (x86)", "Microsoft/Edge/Application/msedge.exe"),
];

/** Path of a browser that runs. Throws an Error that says what to install. */
export async function findBrowser() {
  for (const name of ["SURGE_CHROMIUM", "CHROME_PATH"]) {
    const path = process.env[name];
    if (!path) continue;
    if (runs(path)) return path;
    throw new Error(`${name} is \`${path}\`, which is no Chromium that runs on this machine.`);
  }
  return present() ?? aptInstalled() ?? (await packaged()) ?? fail();
}

function present() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES, ...playwrights()].find((path) => existsSync(path) && runs(path));
}

/** What `npx playwright install` left behind in another project. */
function playwrights() {
  const homes = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
  ];
  const inside = ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
  return homes
    .filter((home) => home && existsSync(home))
    .flatMap((home) =>
      readdirSync(home)
        .filter((name) => /^chromium-\d+$/.test(name))
        .map((name) => join(home, name)),
    )
    .flatMap((folder) => inside.map((path) => join(folder, path)));
}

/** A package of the system, where this user may install one: libraries and fonts come with it. */
function aptInstalled() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  say("There is no Chromium here. Installing Debian's, with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", ["-qq", "-o", "Dpkg::Use-Pty=0", ...args], { env, stdio: ["ignore", "ignore", 2] }).status === 0;
  apt("update");
  // Ubuntu's package of that name is an empty one that points to a snap: `runs` tells.
  if (!apt("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation")) return undefined;
  return present();
}

/** A browser that ships inside an npm package, kept in a folder that git ignores. */
async function packaged() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(root, ".cache/browser");
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, JSON.stringify({ private: true }));
  const require = createRequire(manifest);
  const version = PACKAGED.slice(PACKAGED.lastIndexOf("@") + 1);
  const installed = join(folder, "node_modules/@sparticuz/chromium/package.json");
  if (!existsSync(installed) || JSON.parse(readFileSync(installed, "utf8")).version !== version) {
    say(`There is no Chromium here. Installing ${PACKAGED} into .cache/browser.`);
    const npm = npmCommand(["install", PACKAGED, "--no-audit", "--no-fund", "--loglevel=error"]);
    if (spawnSync(npm.command, npm.args, { cwd: folder, stdio: ["ignore", 2, 2], shell: npm.shell }).status !== 0) return undefined;
  }
  const { default: chromium } = await import(pathToFileURL(require.resolve("@sparticuz/chromium")).href);
  const path = await chromium.executablePath();
  return runs(path) ? path : undefined;
}

function runs(path) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function fail() {
  const how = {
    darwin: "install Google Chrome, or `brew install --cask chromium`",
    win32: "install Google Chrome or Microsoft Edge",
    linux: "`sudo apt-get install chromium` (Debian), `sudo dnf install chromium` (Fedora), or Google Chrome",
  };
  throw new Error(
    `The journeys need a Chromium, and there is none here. To get one: ${how[process.platform] ?? how.linux}. Or set SURGE_CHROMIUM to the path of one.`,
  );
}
