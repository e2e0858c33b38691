import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { assembly } from "./server/ingest/assembly-plugin.ts";

const root = import.meta.dirname;

/** Zones in which date logic is tested: none, behind and ahead of UTC. */
const ZONES = ["UTC", "America/Los_Angeles", "Asia/Shanghai"];

/** The server and its threads, and the chart as a thread draws it. */
const THREADS = [
  ...["server/main.ts", "server/ingest/worker.ts"],
  ...["server/image/worker.ts", "server/image/document.ts", "server/image/compile.ts", "client/image/draw.ts"],
];

/** What runs under Node, by the name of its file: the server, its threads, and the command lines (`scripts/NAME.ts` or `scripts/NAME/main.ts`). */
function nodeEntries(): Record<string, string> {
  const commands = readdirSync(resolve(root, "scripts"))
    .filter((name) => !name.endsWith(".test.ts"))
    .flatMap((name) => (name.endsWith(".ts") ? [`scripts/${name}`] : [`scripts/${name}/main.ts`]));
  const files = [...THREADS, ...commands].filter((file) => existsSync(resolve(root, file)));
  return Object.fromEntries(files.map((file) => [file.replace(/\.ts$/, ""), resolve(root, file)]));
}

/** Thousands of runs of a property, files of 150,000 rows, threads that start: a busy machine is slow, and that is no fault. */
const PATIENCE_MS = 30_000;

function zoned(zone: string): TestProjectInlineConfiguration {
  return {
    test: {
      name: `data ${zone}`,
      include: ["data/**/*.test.ts"],
      environment: "node",
      // A child process that is born in the zone: a thread would share the zone of its parent.
      pool: "forks",
      env: { TZ: zone },
      provide: { zone },
      testTimeout: PATIENCE_MS,
    },
  };
}

const projects: TestProjectInlineConfiguration[] = [
  ...ZONES.map(zoned),
  {
    plugins: [assembly],
    test: {
      name: "server",
      include: ["server/**/*.test.ts", "scripts/**/*.test.ts"],
      environment: "node",
      pool: "forks",
      testTimeout: PATIENCE_MS,
    },
  },
  {
    plugins: [react()],
    test: {
      name: "client",
      include: ["client/**/*.test.{ts,tsx}"],
      exclude: ["client/e2e/**"],
      environment: "happy-dom",
      testTimeout: PATIENCE_MS,
      // Read as text by what draws images; of other styles tests need the names only.
      css: { include: [/tokens\.css/] },
    },
  },
  {
    test: {
      name: "journeys",
      include: ["client/e2e/**/*.journey.ts"],
      environment: "node",
      pool: "forks",
      // One browser at a time, so that what is measured is not slowed down by a neighbour.
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
];

/** The modules that draw the chart, and the page around it. */
const PICTURE = resolve(root, "client/views/growth/GrowthPicture.tsx");
const AROUND = resolve(root, "client/views/growth/GrowthPage.tsx");
/** Pages that other readers visit first: they fetch no Recharts. */
const PLAIN = ["countries/CountriesPage.tsx", "data/DataPage.tsx", "method/MethodPage.tsx"].map((file) =>
  resolve(root, "client/views", file),
);

type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/** What `scripts/lean-charts` makes of what Recharts has in each module. */
const BABEL_ONCE = "\0surge-babel";

/** What the first chart takes of Recharts; other charts take more, in files of their own. */
const OF_FIRST_CHART = /recharts\/es6\/(chart\/LineChart|cartesian\/(Line|XAxis|YAxis)|shape\/Curve|zIndex\/ZIndexLayer)\.js$/;

/**
 * The file that a module of the first chart goes into: `recharts` for what no release of ours changes, so that readers keep it;
 * `chart` for what only charts have, `shared` for what other pages have, too.
 */
function partOf(id: string, modules: Modules): string | null {
  const [picture, around, ...plain] = [PICTURE, AROUND, ...PLAIN].map((entry) => closureOf(entry, modules));
  if (!picture || !around || id === PICTURE || id === AROUND || !(picture.has(id) || around.has(id))) return null;
  if (id.includes("node_modules") || id === BABEL_ONCE) {
    const first = [...picture].filter((one) => OF_FIRST_CHART.test(one));
    return !around.has(id) && first.some((one) => closureOf(one, modules).has(id)) ? "recharts" : null;
  }
  return around.has(id) || plain.some((page) => page.has(id)) ? "shared" : "chart";
}

const closures = new Map<string, Set<string>>();

/** A module with all that it imports before it runs. */
function closureOf(entry: string, modules: Modules): Set<string> {
  const known = closures.get(entry);
  if (known) return known;
  const found = new Set([entry]);
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  closures.set(entry, found);
  return found;
}

const clientBuild = {
  outDir: resolve(root, ".build/client"),
  emptyOutDir: true,
  target: "es2022",
  // Browsers that know light-dark(): taken apart for older ones, the colours alone would weigh more than the page.
  cssTarget: ["chrome123", "firefox120", "safari17.5"],
  // Small files stay files: the page's policy allows no data: addresses, and one hashed file is cached for ever.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  manifest: true,
  reportCompressedSize: false,
  rolldownOptions: {
    output: {
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          // One file that no release changes, so that readers keep it; left to itself the build takes React apart, which weighs more.
          { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
          { name: "start", tags: ["$initial" as const], priority: 2 },
          // Each page shares other parts with each other page; left to itself the build makes thirty small files of them.
          { name: partOf, debugName: "parts" },
        ],
      },
    },
  },
};

/** What the chart is drawn with in a thread: four hundred files otherwise, which take longer to open than a picture to draw. */
const OF_PICTURES = [
  /^(happy-dom|entities|whatwg-mimetype)(\/|$)/,
  /^(react|react-dom|react-is|react-redux|scheduler|recharts|victory-vendor|@reduxjs\/toolkit|redux|redux-thunk|reselect|immer)(\/|$)/,
  /^(es-toolkit|decimal\.js-light|eventemitter3|clsx|tiny-invariant|use-sync-external-store|internmap|d3-(?!geo)[a-z]+)(\/|$)/,
];

/** What routes say by which parameters they take: a hundred files otherwise, half of them in languages that no route speaks. */
const OF_ROUTES = /^(zod|@hono\/zod-(openapi|validator)|@asteasolutions\/zod-to-openapi|openapi3-ts)(\/|$)/;

const nodeBuild = {
  outDir: resolve(root, ".build/server"),
  emptyOutDir: true,
  target: "node20",
  ssr: true,
  minify: false,
  sourcemap: true,
  rolldownOptions: {
    input: nodeEntries(),
    // What is started lies where its source does, so that `new URL("./worker.js", import.meta.url)` stays true there.
    // The rest is in few files: to open two hundred of them took longer than to read 300,000 rows.
    output: { format: "esm" as const, entryFileNames: "[name].js", chunkFileNames: "parts/[name]-[hash].js" },
  },
};

/**
 * Three uses of one file: the client (`vite build`), what runs under Node (`vite build --ssr`), and the tests (vitest).
 */
export default defineConfig(({ mode, isSsrBuild }) => ({
  root: mode === "test" || isSsrBuild ? root : resolve(root, "client"),
  publicDir: false,
  cacheDir: resolve(root, ".cache/vite"),
  plugins: isSsrBuild ? [assembly] : [react()],
  build: isSsrBuild ? nodeBuild : clientBuild,
  // Of these a handful of functions is used; to load all of them took half of a command's start.
  ssr: { noExternal: ["date-fns", "@date-fns/utc", "csv-parse", "leven", "lru-cache", ...(isSsrBuild ? [...OF_PICTURES, OF_ROUTES] : [])] },
  test: { projects },
}));
