import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { pino } from "pino";
import { expect, it } from "vitest";
import { servedApp } from "./app.fixture.ts";
import { unreadRequest } from "./unread-request.ts";

async function answered(request: string, fetch: (request: Request) => Response | Promise<Response>) {
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
  const listener = getRequestListener(fetch, { errorHandler: unreadRequest({ log }) });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`${request}\r\nConnection: close\r\n\r\n`);
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  server.close();
  return { head: head.toLowerCase(), body, logged };
}

it.each(["GET /growth HTTP/1.1\r\nHost: a b", "GET * HTTP/1.1\r\nHost: localhost", "GET /\\ HTTP/1.1\r\nHost: localhost"])(
  "%j gets words, as every other fault",
  async (request) => {
    const { app } = servedApp();
    const { head, body, logged } = await answered(request, (asked) => app.fetch(asked));
    expect(head).toMatch(/^http\/1\.1 400 /);
    for (const header of ["content-type: application/problem+json", "cache-control: no-store", "x-content-type-options: nosniff"])
      expect(head).toContain(header);
    const said = JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1));
    expect(said).toMatchObject({ type: "urn:rednote-surge:problem:bad-request", status: 400 });
    expect(head).toContain(`x-request-id: ${said.instance.slice("urn:request:".length)}`);
    expect(logged).toEqual([]);
  },
);

it("hides the cause of what nobody expected, and logs it by the id that was answered", async () => {
  const { head, body, logged } = await answered("GET / HTTP/1.1\r\nHost: localhost", () => {
    throw new Error("a secret");
  });
  expect(head).toMatch(/^http\/1\.1 500 /);
  expect(body).not.toContain("secret");
  const { instance } = JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1));
  expect(logged).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? "")).toMatchObject({ request: instance.slice("urn:request:".length), err: { message: "a secret" } });
});
