import type { Server } from "node:http";
import type { Logger } from "pino";

/** When to give up what is still under way, to let go of those who still listen, and to be gone. */
const ROLL_BACK_MS = 6500;
const LET_GO_MS = 8500;
const GONE_MS = 9500;

const LOOK_MS = 50;

interface Stopping {
  server: Server;
  log: Logger;
  /** Begin nothing new. */
  close: () => void;
  /** Roll back what is under way. */
  rollBack: () => Promise<void>;
  /** Close what is open, when nobody uses it any more. */
  end: () => void;
}

/**
 * Ends the process when it is told to, within ten seconds: takes no new requests, lets those under way finish, and rolls
 * back an ingest that takes too long. A second signal does not wait.
 */
export function stopOnSignal(stopping: Stopping): void {
  let told = false;
  const stop = () => {
    if (told) process.exit(1);
    told = true;
    stopNow(stopping).then(
      () => process.exit(0),
      (error: unknown) => {
        stopping.log.error({ err: error }, "the server did not stop as it should");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

async function stopNow({ server, log, close, rollBack, end }: Stopping): Promise<void> {
  setTimeout(() => {
    log.error("the server took too long to stop; what was not acknowledged is rolled back at the next start");
    process.exit(1);
  }, GONE_MS).unref();
  close();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive has nothing to wait for any more.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const late = setTimeout(() => void rollBack().catch((error: unknown) => log.error({ err: error }, "roll back")), ROLL_BACK_MS);
  const last = setTimeout(() => server.closeAllConnections(), LET_GO_MS);
  await closed;
  for (const timer of [idle, late, last]) clearTimeout(timer);
  await rollBack();
  end();
}
