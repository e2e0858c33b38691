import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { type Config, readConfig, SettingError } from "./config.ts";
import { IngestWorker } from "./ingest/client.ts";
import { loadClient } from "./pages.ts";
import { loadReference, ReferenceFileError } from "./reference.ts";
import { openSqliteStore } from "./store/sqlite/sqlite.ts";
import { StoreBusyError, StoreVersionError } from "./store/store.ts";

/** How long requests that are under way may still take when the server is told to stop. */
const PATIENCE_MS = 10_000;

/** A sender of 512 MB on a slow line is still welcome. */
const LONGEST_REQUEST_MS = 60 * 60 * 1000;

/** The server cannot listen where it was told to. */
class AddressFault extends Error {
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const why: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken: another program listens on ${host}:${port}. Stop it, or choose another, as in \`PORT=${port + 1} npm start\`.`,
      EACCES: `Port ${port} may not be used by this user. Choose one above 1023.`,
      EADDRNOTAVAIL: `${host} is no address of this machine. Set HOST to one that is.`,
      ENOTFOUND: `${host} is no address of this machine. Set HOST to one that is.`,
    };
    super(why[cause.code ?? ""] ?? `Cannot listen on ${host}:${port}: ${cause.message}`, { cause });
  }
}

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [SettingError, StoreVersionError, StoreBusyError, ReferenceFileError, AddressFault];

/**
 * Runs the server until it is told to stop. Ends the process with 1 where it cannot start.
 *
 * @param options.pages whether to serve the built pages; a development server has its own
 */
export async function main({ pages = true }: { pages?: boolean } = {}): Promise<void> {
  try {
    await start(pages);
  } catch (error) {
    if (!PLAIN.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

async function start(pages: boolean): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const client = pages ? loadClient(config.clientFolder) : undefined;
  const store = openSqliteStore(config.database);
  try {
    await loadReference(store, { dataFolder: config.dataFolder, sample: config.sample, now: () => new Date() });
    const worker = new IngestWorker({
      url: new URL("./ingest/worker.js", import.meta.url),
      database: config.database,
      now: () => new Date(),
    });
    const app = createApp({ store, config, log, ingest: (body) => worker.ingest(body), client });
    const server = await listen(config, app.fetch);
    process.stdout.write(`RedNote Surge is at ${addressOf(server)}\n`);
    stopOnSignal(server, async () => {
      await worker.close();
      store.close();
    });
  } catch (error) {
    store.close();
    throw error;
  }
}

function listen({ port, host }: Config, fetch: Parameters<typeof serve>[0]["fetch"]): Promise<Server> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: LONGEST_REQUEST_MS };
    const server = serve({ fetch, port, hostname: host, serverOptions }, () => resolve(server)) as Server;
    server.once("error", (error: NodeJS.ErrnoException) => reject(new AddressFault(host, port, error)));
  });
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const host = address === "0.0.0.0" || address === "::" ? "localhost" : family === "IPv6" ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

/** Lets what is under way finish, then closes the store; a second signal does not wait. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let told = false;
  const stop = () => {
    if (told) process.exit(1);
    told = true;
    server.close(() => close().then(() => process.exit(0)));
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
