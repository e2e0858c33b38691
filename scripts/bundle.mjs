// Makes the client and what runs under Node out of the sources, by Vite, and says what a first visit will fetch.
// A process of its own (`node scripts/bundle.mjs client server fonts`), so that no server carries the builder's memory.
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, runnerImport } from "vite";
import { buildFonts } from "./fonts.mjs";
import { root, say } from "./ground.mjs";

const client = join(root, ".build/client");
const server = join(root, ".build/server");

/** What the thread that draws loads, built by then. */
const DRAWING = ["server/image/document", "client/image/draw"];

/** The module whose chunk draws the first chart. */
const CHART = "views/growth/GrowthPicture.tsx";

async function buildClient() {
  say("Building the pages.");
  const { module } = await runnerImport(join(root, "scripts/lean-charts/plugins.ts"));
  await viteBuild({ build: {}, plugins: [module.oneBabel, module.lean()] });
  for (const file of readdirSync(client, { recursive: true, encoding: "utf8" })) if (!file.startsWith(".")) compress(join(client, file));
  reportFirstLoad();
}

async function buildServer() {
  say("Building the server.");
  await viteBuild({ build: { ssr: true } });
  for (const module of DRAWING) await buildScript(join(server, module));
  const [code] = await once(new Worker(join(server, "server/image/compile.js")), "exit");
  if (code !== 0) throw new Error(`The thread that compiles what draws ended with ${code}.`);
}

/** A document that is drawn in fetches nothing: it loads a twentieth of a second faster without what would. */
const withoutNetwork = {
  name: "without-network",
  enforce: "pre",
  resolveId: { filter: { id: /^(node:)?(ws|buffer-image-size|https?|zlib|child_process)$/ }, handler: () => "\0without-network" },
  load: { filter: { id: /^\0without-network$/ }, handler: () => "export default {};" },
};

/** Makes one script of a built module, beside it: a function of its exports and of what it requires. */
async function buildScript(module) {
  const { output } = await build({
    configFile: false,
    logLevel: "warn",
    // React has its variant for developers in it otherwise.
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { noExternal: true },
    plugins: [withoutNetwork],
    build: {
      ...{ ssr: `${module}.js`, write: false, target: "node20" },
      // Names stay: where a drawing fails, its stack is logged.
      rolldownOptions: { output: { format: "cjs", codeSplitting: false, minify: { compress: true, mangle: false, codegen: true } } },
    },
  });
  // Of ASCII alone: V8 takes it as it is, in half of the memory.
  const code = output[0].code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  writeFileSync(`${module}.cjs`, `(function (exports, require) {${code}\n})`);
}

function viteBuild(options) {
  return build({ ...options, configFile: join(root, "vite.config.ts"), mode: "production", logLevel: "warn" });
}

/** Compressed once here, as small as it gets, so that the server never has to. */
function compress(file) {
  if (!/\.(js|css|html|svg|json|txt|webmanifest)$/.test(file) || !statSync(file).isFile()) return;
  const bytes = readFileSync(file);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, options));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

/** What a first visit fetches, compressed: all that the page needs to start, and the chunk that draws the chart. */
function reportFirstLoad() {
  const manifest = JSON.parse(readFileSync(join(client, ".vite/manifest.json"), "utf8"));
  if (!manifest[CHART]?.isDynamicEntry)
    throw new Error(`No chunk draws the chart: ${CHART} is not imported on demand. Mend CHART in scripts/bundle.mjs.`);
  const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
  const start = filesFrom(manifest, entry).files;
  const beyond = (name, known) => sum([...filesFrom(manifest, name).files].filter((file) => !known.has(file)));
  const shell = sum(["index.html", ...start]);
  const chart = beyond(CHART, start);
  say(`  brotli: ${kB(shell)} to start, ${kB(chart)} for the chart, ${kB(shell + chart)} until it is drawn (its data besides)`);
  const drawn = new Set([...start, ...filesFrom(manifest, CHART).files]);
  const later = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry && name !== CHART);
  if (later.length > 0) say(`  on demand: ${later.map((name) => `${manifest[name].name} ${kB(beyond(name, drawn))}`).join(", ")}`);
}

/** A chunk with everything that it imports before it runs. */
function filesFrom(manifest, name, chunks = new Set(), files = new Set()) {
  if (chunks.has(name)) return { chunks, files };
  chunks.add(name);
  const { file, css = [], imports = [] } = manifest[name];
  for (const one of [file, ...css]) files.add(one);
  for (const one of imports) filesFrom(manifest, one, chunks, files);
  return { chunks, files };
}

function sum(files) {
  return files.reduce((total, file) => total + statSync(join(client, `${file}.br`)).size, 0);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

const builders = { client: buildClient, server: buildServer, fonts: buildFonts };
for (const part of process.argv.slice(2)) await builders[part]();
