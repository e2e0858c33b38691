import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { NOW, SIGNUPS, servedStore } from "./app.fixture.ts";
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { Front } from "./front.ts";
import { Limiter } from "./limiter.ts";
import { Metrics } from "./metrics.ts";
import { origin, snapshot } from "./store/store.fixture.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server with a front, and how often its app was asked. */
async function fronted(settings: Record<string, string> = {}) {
  const store = servedStore();
  const config = readConfig(settings);
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
  const addresses = new Limiter(config.limits.addressRate, "One address");
  const metrics = new Metrics({ store, database: config.database });
  const front = new Front({ store, addresses, config, log });
  const ingest = () => Promise.reject(new Error("not asked for"));
  const app = createApp({ store, config, log, ingest, draw: ingest, addresses, metrics, front, now: () => NOW });
  const counts = { app: 0 };
  const listener = getRequestListener(app.fetch);
  const server = createServer((incoming, outgoing) =>
    front.answer(incoming, outgoing, () => {
      counts.app++;
      void listener(incoming, outgoing);
    }),
  );
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  /** Not by fetch, which unpacks bodies and adds headers. */
  const get = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { date, ...others } = response.headers;
          resolve({ status: response.statusCode, headers: others, body: Buffer.concat(chunks).toString("base64") });
        });
      });
      asked.on("error", reject).end();
    });
  /** The heads of what is answered on one connection, one question after the other. */
  const say = async (...questions: string[]) => {
    const socket = connect(port, "127.0.0.1").setEncoding("latin1");
    const heads: string[] = [];
    try {
      for (const question of questions) {
        socket.write(question);
        let told = "";
        while (!told.includes("\r\n\r\n") || told.length < told.indexOf("\r\n\r\n") + 4 + Number(/content-length: (\d+)/i.exec(told)?.[1]))
          told += (await once(socket, "data"))[0];
        heads.push(told.slice(0, told.indexOf("\r\n\r\n")));
      }
    } finally {
      socket.destroy();
    }
    return heads;
  };
  return { get, say, counts, store, metrics, logged };
}

describe("what stands in front of the app", () => {
  it.each<Record<string, string>>([{}, { "Accept-Encoding": "br" }, { "Accept-Encoding": "gzip" }])(
    "gives again what the app gave, to the byte: %o",
    async (headers) => {
      const { get, counts } = await fronted();
      for (const path of [SIGNUPS, `${SIGNUPS}&vintage=2`, "/api/v1/catalog"]) {
        const asked = { ...headers, "X-Request-Id": "mine" };
        const first = await get(path, asked);
        const before = counts.app;
        expect(await get(path, asked)).toEqual(first);
        expect(counts.app).toBe(before);
        expect(first.status).toBe(200);
        const known = { ...asked, "If-None-Match": `W/"other", ${first.headers.etag}` };
        const again = await get(path, known);
        expect([again.status, again.body]).toEqual([304, ""]);
        expect(counts.app).toBe(before);
        // The same, too, as the app says it.
        const { get: getAnother } = await fronted();
        expect(await getAnother(path, known)).toEqual(again);
      }
    },
  );

  it("keeps a connection of HTTP/1.1 without a word, and says so to who asks by HTTP/1.0 or wants it closed", async () => {
    const { get, say, counts } = await fronted();
    await get(SIGNUPS, { Host: "a" });
    const asked = (version: string, connection: string) => `GET ${SIGNUPS} HTTP/${version}\r\nHost: a\r\nConnection: ${connection}\r\n\r\n`;
    const silent = await say(asked("1.1", "keep-alive"), asked("1.1", "keep-alive"), asked("1.1", "close"));
    expect(silent.map((head) => /^connection: .*$/im.exec(head)?.[0])).toEqual([undefined, undefined, "Connection: close"]);
    const told = await say(asked("1.0", "keep-alive"), asked("1.0", "close"));
    expect(counts.app).toBe(1);
    expect(told.map((head) => /^connection: .*$/im.exec(head)?.[0])).toEqual(["Connection: keep-alive", "Connection: close"]);
  });

  it.each(["/oembed?url=http%3A%2F%2Fa%2Fgrowth%3Fmetric%3Dsignups%26platforms%3Drednote", SIGNUPS.replace("/api", "/%61pi")])(
    "secures %s as the app does",
    async (path) => {
      const { get, counts } = await fronted();
      const [first, again] = [await get(path, { Host: "a", "X-Request-Id": "1" }), await get(path, { Host: "a", "X-Request-Id": "1" })];
      expect(counts.app).toBe(1);
      expect(first.headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(again).toEqual(first);
    },
  );

  it("gives every answer an id of its own", async () => {
    const { get } = await fronted();
    const ids = [];
    for (let time = 0; time < 3; time++) ids.push((await get(SIGNUPS)).headers["x-request-id"]);
    expect(new Set(ids).size).toBe(3);
  });

  it("asks the app again as soon as there is a batch", async () => {
    const { get, counts, store } = await fronted();
    const first = await get(SIGNUPS);
    const batch = store.open(origin("2025-03-03T10:00:00.000Z", "04"));
    batch.add([snapshot("2025-01-13", 99)]);
    batch.commit();
    const second = await get(SIGNUPS);
    expect(counts.app).toBe(2);
    expect(Buffer.from(second.body, "base64").toString()).toContain("99");
    expect(second.headers.etag).not.toBe(first.headers.etag);
    expect(await get(SIGNUPS, { "X-Request-Id": "mine" })).toMatchObject({ body: second.body });
    expect(counts.app).toBe(2);
  });

  it("leaves faults, other methods, and what depends on more than the encoding to the app", async () => {
    const { get, counts } = await fronted();
    for (const path of ["/api/v1/series?metric=nothing", "/api/v1/figures", "/healthz", "/nothing"]) {
      const before = counts.app;
      await get(path);
      await get(path);
      expect(counts.app, path).toBe(before + 2);
    }
  });

  it("counts, logs and limits as the app does", async () => {
    const { get, metrics, logged, counts } = await fronted({ SURGE_ADDRESS_RATE: "3" });
    const statuses = [];
    for (let time = 0; time < 5; time++) statuses.push((await get(SIGNUPS, { "X-Request-Id": `mine-${time}` })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(counts.app).toBe(3);
    expect(await metrics.text()).toContain('surge_http_requests_total{method="GET",route="/api/v1/series",status="200"} 3');
    expect(logged.map((line) => JSON.parse(line).request)).toEqual(["mine-0", "mine-1", "mine-2", "mine-3", "mine-4"]);
    expect(logged.every((line) => JSON.parse(line).path === "/api/v1/series")).toBe(true);
  });
});
