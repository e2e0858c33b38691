// `npm run dev`: one address with hot reload. Vite serves the client and hands the API on to a server behind it, which
// is built anew and started again whenever its sources change.
import { spawn } from "node:child_process";
import { createServer as createSocket } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, say, stop } from "./ground.mjs";
import { prepare } from "./prepare.mjs";

await prepare(["fonts"]);
// The server draws with React as it is shipped, whatever the pages do.
process.env.NODE_ENV = "production";
const { build, createServer } = await import("vite");

const configFile = join(root, "vite.config.ts");
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 8787);
// A folder of its own: what `npm start` built stays what it was built from.
const outDir = join(root, ".build/dev");
const behind = await freePort();

let server;
/** Ends the server that runs, then starts the one that was just built. */
async function restart() {
  if (server && server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }
  const main = pathToFileURL(join(outDir, "server/main.js")).href;
  // No `--input-type`: the threads of the server would inherit it, and end.
  const code = `import(${JSON.stringify(main)}).then(({ main }) => main({ pages: false }));`;
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(behind) };
  // Its address is not the one to open, so what it says on standard output is not passed on.
  server = spawn(process.execPath, ["--enable-source-maps", "-e", code], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const watcher = await build({ configFile, mode: "production", logLevel: "warn", build: { ssr: true, watch: {}, outDir } });
const firstBuild = new Promise((resolve) => {
  let restarting = Promise.resolve();
  watcher.on("event", (event) => {
    if (event.code === "ERROR") say(`The server does not build: ${event.error.message}`);
    if (event.code !== "END") return;
    restarting = restarting.then(restart).then(resolve);
  });
});
await firstBuild;

const target = `http://127.0.0.1:${behind}`;
const paths = ["/api", "/healthz", "/readyz", "/metrics", "/s/", "/chart.", "/export", "/feed.", "/oembed"];
const proxy = Object.fromEntries(paths.map((path) => [path, { target }]));
process.env.NODE_ENV = "development";
const vite = await createServer({ configFile, logLevel: "warn", server: { host, port, strictPort: true, proxy } });
try {
  await vite.listen();
} catch (error) {
  server.kill("SIGTERM");
  stop(`Cannot listen on ${host}:${port}: ${error.message}`);
}
console.log(`RedNote Surge is at http://${host}:${port}, with hot reload`);

let told = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, async () => {
    if (told) process.exit(1);
    told = true;
    server.kill("SIGTERM");
    await Promise.all([vite.close(), watcher.close()]);
    process.exit(0);
  });

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once("error", reject);
    socket.listen(0, "127.0.0.1", () => {
      const { port: free } = socket.address();
      socket.close(() => resolve(free));
    });
  });
}
