import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "./config.ts";

/** The server cannot listen where it was told to. */
export class AddressFault extends Error {
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

/** How often connections are looked at for clients that are too slow. */
const LOOK_MS = 1000;

/**
 * Listens where the settings say. Slow clients are let go.
 *
 * @throws AddressFault
 */
export function listen({ host, port, limits }: Pick<Config, "host" | "port" | "limits">, listener: RequestListener): Promise<Server> {
  const requestTimeout = limits.requestSeconds * 1000;
  const headersTimeout = Math.min(limits.headerSeconds * 1000, requestTimeout);
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout, headersTimeout, connectionsCheckingInterval: LOOK_MS }, listener);
    server.once("error", (error: NodeJS.ErrnoException) => reject(new AddressFault(host, port, error)));
    server.listen(port, host, () => resolve(server));
  });
}

/** Where a server listens, for a person to open. */
export function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const host = address === "0.0.0.0" || address === "::" ? "localhost" : family === "IPv6" ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
