import { describe, expect, it } from "vitest";
import { SIGNUPS, servedApp, servedStore } from "./app.fixture.ts";
import { readConfig } from "./config.ts";

describe("every answer", () => {
  const { get } = servedApp();

  it.each(["/healthz", SIGNUPS, "/api/v1/nothing", "/nothing"])("%s carries a policy and a request id", async (path) => {
    const { headers } = await get(path);
    const policy = path.startsWith("/api/") ? "default-src 'none'; frame-ancestors 'none'" : "default-src 'self'";
    expect(headers.get("Content-Security-Policy")).toContain(policy);
    expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
  });
});

describe("a page", () => {
  it.each(["/nothing", "/healthz"])("%s is kept apart from others", async (path) => {
    const { headers } = await servedApp().get(path);
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("Strict-Transport-Security")).toBeNull();
  });

  it("stays behind https where its address says so", async () => {
    const { get } = servedApp({ config: readConfig({ SURGE_ORIGIN: "https://surge.example" }) });
    for (const path of ["/healthz", SIGNUPS]) expect((await get(path)).headers.get("Strict-Transport-Security")).toContain("max-age=");
  });
});

describe("an embed", () => {
  const asked = async (path: string, settings: Record<string, string> = {}) => {
    const { headers } = await servedApp({ config: readConfig(settings) }).get(path);
    return [headers.get("Content-Security-Policy")?.split("frame-ancestors ")[1], headers.get("X-Frame-Options")];
  };

  it("is for the frames that the setting names, for everybody where it names none", async () => {
    expect(await asked("/embed?v=1")).toEqual(["*", null]);
    const two = "https://news.example http://127.0.0.1:8080";
    expect(await asked("/embed", { SURGE_FRAME_ANCESTORS: two })).toEqual([two, null]);
  });

  it("is for none where the setting says so, or where access is private", async () => {
    expect(await asked("/embed", { SURGE_FRAME_ANCESTORS: "none" })).toEqual(["'none'", "DENY"]);
    expect(await asked("/embed", { SURGE_FRAME_ANCESTORS: "*", SURGE_ACCESS: "private" })).toEqual(["'none'", "DENY"]);
  });

  it.each(["/growth", "/", "/embedded", "/embed/", "/s/embed", "/healthz"])("is not %s, which nobody may frame", async (path) => {
    expect(await asked(path, { SURGE_FRAME_ANCESTORS: "*" })).toEqual(["'none'", "DENY"]);
  });
});

describe("what is wrong", () => {
  it("is a problem with a stable type, also where nothing is", async () => {
    const { get } = servedApp();
    const response = await get("/api/v1/nothing", { "X-Request-Id": "mine" });
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.json()).toEqual({
      type: "urn:rednote-surge:problem:not-found",
      title: "There is nothing at this address.",
      status: 404,
      detail: "There is nothing at /api/v1/nothing.",
      instance: "urn:request:mine",
    });
  });

  it("names the methods that an address takes", async () => {
    const { app } = servedApp();
    const response = await app.request("/api/v1/snapshots", { method: "DELETE" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "POST"]);
    expect((await app.request("/api/v1/snapshots")).status).toBe(405);
    expect((await app.request("/api/v1/series", { method: "POST" })).status).toBe(405);
  });

  it("keeps its cause from the client and writes it into the log, under one id", async () => {
    const store = {
      ...servedStore(),
      vintage: () => 1,
      catalog: () => {
        throw new Error("disk on fire at sector 7");
      },
    };
    const { get, logged } = servedApp({ store });
    const response = await get(SIGNUPS, { "X-Request-Id": "abc" });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ type: "urn:rednote-surge:problem:internal", instance: "urn:request:abc" });
    expect(text).not.toContain("sector");
    const line = logged.find((one) => one.includes("sector 7"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ level: 50, request: "abc", path: "/api/v1/series" });
  });
});

describe("GET /healthz and /readyz", () => {
  it("say that the server answers and that its store does", async () => {
    const { get } = servedApp();
    for (const path of ["/healthz", "/readyz"]) {
      const response = await get(path);
      expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
    }
  });

  it("tell a live server from one that lost its store", async () => {
    const store = servedStore();
    const { get, logged } = servedApp({ store });
    store.close();
    expect((await get("/healthz")).status).toBe(200);
    const response = await get("/readyz");
    expect([response.status, (await response.json()).type]).toEqual([503, "urn:rednote-surge:problem:not-ready"]);
    expect(logged.join("")).toContain("not open");
  });
});

describe("GET /api/v1/openapi.json", () => {
  it("describes every route of the API, and no other", async () => {
    const { app, get } = servedApp();
    const document = await (await get("/api/v1/openapi.json")).json();
    const served = app.routes
      .filter(({ method }) => method !== "ALL")
      // A file's ending belongs to the parameter there, and not to OpenAPI's.
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}").replace(/\}\{\.\+\\(\.\w+)\}/, "}$1")}`);
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(served)].sort());
    expect(described).toContain("POST /api/v1/snapshots");
  });

  it("says what the guard answers in front of any route", async () => {
    const { paths } = await (await servedApp().get("/api/v1/openapi.json")).json();
    const answers = (method: string, path: string) => Object.keys(paths[path][method].responses);
    expect(answers("get", "/api/v1/series")).toEqual(expect.arrayContaining(["200", "400", "401", "403", "410", "429"]));
    expect(paths["/api/v1/series"].get.security).toEqual([{}, { token: [] }]);
    expect(answers("get", "/chart.png")).toEqual(expect.arrayContaining(["200", "401", "429", "503"]));
    expect(answers("post", "/api/v1/snapshots")).toEqual(expect.arrayContaining(["201", "429", "507"]));
    expect(answers("get", "/s/{slug}")).not.toContain("401");
    expect(answers("get", "/healthz")).toEqual(["200"]);
  });

  it("tells the two answers apart that refuse a batch", async () => {
    const { paths } = await (await servedApp().get("/api/v1/openapi.json")).json();
    expect(paths["/api/v1/snapshots"].post.responses[422].content["application/problem+json"].schema).toEqual({
      anyOf: [{ $ref: "#/components/schemas/Rejection" }, { $ref: "#/components/schemas/Problem" }],
    });
  });

  it("has a schema for every parameter, body and answer, and names nothing that it lacks", async () => {
    const { get } = servedApp();
    const text = await (await get("/api/v1/openapi.json")).text();
    const document = JSON.parse(text);
    const series = document.paths["/api/v1/series"].get;
    expect(series.parameters.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["v", "metric", "platforms", "countries", "sources", "from", "to", "interval", "sum", "vintage"]),
    );
    expect(Object.keys(document.paths["/api/v1/snapshots"].post.requestBody.content)).toEqual([
      "text/csv",
      "application/x-ndjson",
      "application/json",
    ]);
    for (const [, name] of text.matchAll(/#\/components\/(\w+\/\w+)/g)) {
      const [section = "", key = ""] = (name ?? "").split("/");
      expect(document.components[section], name).toHaveProperty(key);
    }
  });
});
