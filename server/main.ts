import { getRequestListener } from "@hono/node-server";
import { pino } from "pino";
import { createAccess } from "./access.ts";
import { createApp } from "./app.ts";
import { readConfig, SettingError } from "./config.ts";
import { DrawAhead } from "./draw-ahead.ts";
import { Front } from "./front.ts";
import type { Draw } from "./image/messages.ts";
import { startDrawingPool } from "./image/start.ts";
import { IngestWorker } from "./ingest/client.ts";
import { Limiter } from "./limiter.ts";
import { AddressFault, addressOf, listen } from "./listen.ts";
import { Load } from "./load.ts";
import { createLog } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { loadClient } from "./pages.ts";
import { PaintAhead } from "./paint-ahead.ts";
import { Paints } from "./paints.ts";
import { loadReference } from "./reference.ts";
import { ShareVisits } from "./share-visits.ts";
import { ReferenceFileError } from "./shipped.ts";
import { stopOnSignal } from "./stop.ts";
import { portError } from "./store/sqlite/connection.ts";
import { openSqliteStore } from "./store/sqlite/sqlite.ts";
import { StoreBusyError, StoreFullError, StoreUnusableError, StoreVersionError } from "./store/store.ts";
import { TokenUses } from "./token-uses.ts";
import { Turns } from "./turns.ts";
import { unreadRequest } from "./unread-request.ts";

/** From this share of its time on the server draws nothing ahead: answers come first, and what is asked for is drawn then. */
const BUSY = 0.5;

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [SettingError, StoreVersionError, StoreUnusableError, StoreBusyError, StoreFullError, ReferenceFileError, AddressFault];

/**
 * Runs the server until it is told to stop. Ends the process with 1 where it cannot start.
 *
 * @param options.pages whether to serve the built pages; a development server has its own
 */
export async function main({ pages = true }: { pages?: boolean } = {}): Promise<void> {
  try {
    await start(pages);
  } catch (error) {
    // Of a damaged file SQLite itself may speak, wherever it is read.
    const fault = portError(error);
    if (!PLAIN.some((kind) => fault instanceof kind)) throw error;
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exitCode = 1;
  }
}

async function start(pages: boolean): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel, pino.destination({ dest: 2, sync: true }));
  const client = pages ? loadClient(config.clientFolder) : undefined;
  const store = openSqliteStore(config.database);
  const now = () => new Date();
  try {
    // A file that may only be read is no store: better said now than at the first batch.
    store.check();
    await loadReference(store, { dataFolder: config.dataFolder, sample: config.sample, now });
    const worker = new IngestWorker({ url: new URL("./ingest/worker.js", import.meta.url), database: config.database, now });
    const drawings = startDrawingPool(new URL("../", import.meta.url), config.limits, log);
    const uses = new TokenUses({ store, log });
    const access = createAccess({ store, now: Date.now, uses, rate: config.limits.tokenRate });
    const addresses = new Limiter(config.limits.addressRate, "One address");
    const metrics = new Metrics({ store, database: config.database, ofProcess: true });
    const visits = new ShareVisits({ store, log });
    const ingests = new Turns(config.limits.queue);
    // What is answered to one must not be given to another where access is private.
    const front = config.access === "public" ? new Front({ store, addresses, config, log }) : undefined;
    const ingest = (body: Parameters<IngestWorker["ingest"]>[0]) => worker.ingest(body);
    const draw: Draw = (job) => drawings.draw(job);
    const paints = new Paints({ draw, log });
    const app = createApp({ store, config, log, ingest, draw, paints, ingests, access, addresses, metrics, visits, front, client });
    const load = new Load();
    const isBusy = () => load.take() > BUSY || ingests.isBusy;
    const paintAhead = new PaintAhead({ store, config, log, paints, now: Date.now, isBusy });
    const listener = getRequestListener(app.fetch, { hostname: config.host, errorHandler: unreadRequest({ log }) });
    const server = await listen(config, (incoming, outgoing) => {
      if (front) front.answer(incoming, outgoing, () => void listener(incoming, outgoing));
      else void listener(incoming, outgoing);
    });
    const drawAhead = new DrawAhead({ store, draw, config, log, now: Date.now, isBusy, origin: addressOf(server) });
    process.stdout.write(`RedNote Surge is at ${addressOf(server)}\n`);
    if (client) paintAhead.begin();
    drawAhead.begin();
    stopOnSignal({
      server,
      log,
      close: () => ingests.close(),
      rollBack: async () => {
        await Promise.all([worker.close(), drawings.close()]);
      },
      end: () => {
        paintAhead.end();
        drawAhead.end();
        uses.close();
        visits.close();
        store.close();
      },
    });
  } catch (error) {
    store.close();
    throw error;
  }
}
