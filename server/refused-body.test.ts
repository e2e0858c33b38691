import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, it } from "vitest";
import { SECRET, servedApp } from "./app.fixture.ts";
import { readConfig } from "./config.ts";
import { UnpackedTooLargeError } from "./ingest/packing.ts";

const BYTES = 2_000_000;

/** Sends a body by one connection, all of it whatever comes back, and then asks for something else by the same. */
async function sendsAll(limit: number) {
  const config = readConfig({ SURGE_BODY_BYTES: String(limit) });
  const ingest = async ({ body }: { body: ReadableStream<Uint8Array> }) => {
    await body.getReader().read();
    throw new UnpackedTooLargeError("Unpacked it is too large.");
  };
  const server = createServer(getRequestListener(servedApp({ config, ingest }).app.fetch));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (path: string, method: string, body?: Buffer) => {
    const headers = { Authorization: `Bearer ${SECRET}`, "Content-Type": "text/csv", ...(body && { "Content-Length": body.length }) };
    const asked = request({ host: "127.0.0.1", port, path, method, agent, headers });
    const answer = new Promise<{ status: number | undefined; detail: string }>((resolve, reject) => {
      asked.on("error", reject).on("response", (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () => resolve({ status: response.statusCode, detail: JSON.parse(text).detail ?? "" }));
      });
    });
    asked.end(body);
    return { ...(await answer), again: asked.reusedSocket };
  };
  try {
    return [await send("/api/v1/snapshots", "POST", Buffer.alloc(BYTES, "a")), await send("/healthz", "GET")];
  } finally {
    agent.destroy();
    server.close();
  }
}

it.each([
  ["is larger than it may be", BYTES / 2, "The body is larger than 1000000 bytes"],
  ["unpacks to too much", BYTES, "Unpacked it is too large."],
])("a client whose body %s is told so while it still sends, and its connection serves on", async (_, limit, detail) => {
  expect(await sendsAll(limit)).toEqual([
    { status: 413, detail: expect.stringContaining(detail), again: false },
    { status: 200, detail: "", again: true },
  ]);
});
