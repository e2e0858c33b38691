import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { problemText } from "../../data/model/problem.ts";
import { NOW, servedApp } from "../app.fixture.ts";
import { FIGURE, metric } from "../store/store.fixture.ts";
import { StaleBatchError, StoreBusyError } from "../store/store.ts";

// What waits for another process waits for nothing here.
vi.mock("node:timers/promises", () => ({ setTimeout: () => Promise.resolve() }));

const SOURCE = { id: "panel-two", name: "Second panel", kind: "estimate", publisher: "Panel Ltd", method: "A panel of 900 people." };

/** An app with a token of each scope. */
function served() {
  const app = servedApp();
  for (const scope of ["admin", "ingest", "read"] as const) {
    const hash = createHash("sha256").update(`${scope}-secret`).digest("hex");
    app.store.createToken({ name: scope, hash, created_at: "2025-03-01T09:00:00.000Z", scopes: [scope] });
  }
  const post = async (body: unknown, query = "", scope = "admin", type = "application/json") => {
    const response = await app.app.request(`/api/v1/catalog${query}`, {
      method: "POST",
      headers: { "Content-Type": type, ...(scope && { Authorization: `Bearer ${scope}-secret` }) },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  return { ...app, post };
}

const faults = (body: { errors: { field: string; code: string; hint?: string }[] }) =>
  body.errors.map(({ field, code, hint }) => [field, code, hint].filter((text) => text !== undefined).join(" "));

describe("POST /api/v1/catalog", () => {
  it("adds entries of all lists as one batch, which says who sent it", async () => {
    const { post, store } = served();
    const { status, body } = await post({
      platforms: [{ id: "upscrolled", name: "UpScrolled" }],
      metrics: [
        { ...metric("retention"), name: "Retention", unit: "per cent", over_time: "mean", over_countries: "none", whole: false, most: 100 },
      ],
      topics: [{ id: "privacy", name: "Privacy" }],
      sources: [SOURCE],
      figures: [{ ...FIGURE, id: "rf900", platform: "upscrolled" }],
      events: [
        {
          date: "2025-02-01",
          slug: "launch",
          title: "It launches",
          short: "Launch",
          kind: "platform",
          url: "https://example.com/",
          platforms: ["upscrolled"],
        },
      ],
    });
    expect([status, body]).toEqual([201, { batch: 4, vintage: 4, added: 6, replaced: 0, unchanged: 0 }]);
    expect(store.catalog().platforms.at(-1)).toEqual({ id: "upscrolled", name: "UpScrolled" });
    expect(store.catalog().sources.at(-1)).toEqual({ ...SOURCE, url: "", licence: "", day_zone: "" });
    expect(store.catalog(3).platforms.map(({ id }) => id)).not.toContain("upscrolled");
    expect([store.figures().length, store.events().at(-1)]).toMatchObject([3, { slug: "launch", until: null, rank: 1, note: "" }]);
    expect(store.batches()[0]).toMatchObject({ channel: "http", name: "admin", received_at: new Date(NOW).toISOString(), entries: 6 });
  });

  it("changes nothing where all is there already", async () => {
    const { post } = served();
    await post({ topics: [{ id: "privacy", name: "Privacy" }] });
    expect(await post({ topics: [{ name: "Privacy", id: "privacy" }] })).toEqual({
      status: 200,
      body: { batch: null, vintage: 4, added: 0, replaced: 0, unchanged: 1 },
    });
  });

  it("replaces an entry only where it is told to", async () => {
    const { post, store } = served();
    const renamed = { platforms: [{ id: "rednote", name: "Xiaohongshu" }] };
    const { status, body } = await post(renamed);
    expect([status, body.type, faults(body)]).toEqual([422, "urn:rednote-surge:problem:rejected-entries", ["platforms.0.id exists"]]);
    expect(store.vintage()).toBe(3);
    expect((await post(renamed, "?replace=true")).body).toMatchObject({ batch: 4, replaced: 1 });
    expect(store.catalog().platforms[0]).toEqual({ id: "rednote", name: "Xiaohongshu" });
  });

  it("takes what is much like another for a typo, unless it is told otherwise", async () => {
    const { post } = served();
    const near = {
      platforms: [
        { id: "red-note", name: "Red Note" },
        { id: "lemon-9", name: "Lemon9" },
      ],
      topics: [{ id: "catss", name: "More" }],
    };
    const { status, body } = await post(near);
    expect([status, faults(body)]).toEqual([
      422,
      ["platforms.0.id similar rednote", "platforms.1.id similar lemon8", "topics.0.id similar cats"],
    ]);
    expect((await post(near, "?similar=true")).body).toMatchObject({ batch: 4, added: 3 });
  });

  it.each([
    [{}, ["body malformed"]],
    [[], ["body malformed"]],
    [{ planets: [] }, ["planets unknown_field"]],
    [{ platfroms: [] }, ["platfroms unknown_field platforms"]],
    [{ topics: [{ id: "Two Words", name: " " }] }, ["topics.0.id malformed", "topics.0.name malformed"]],
    [{ topics: [{ id: "privacy", name: "P", colour: "red" }] }, ["topics.0.colour unknown_field"]],
    [
      {
        topics: [
          { id: "privacy", name: "P" },
          { id: "privacy", name: "Q" },
        ],
      },
      ["topics.1.id repeated"],
    ],
    [
      { sources: [{ id: "mine", name: "Mine" }] },
      ["sources.0.kind missing_field", "sources.0.publisher missing_field", "sources.0.method missing_field"],
    ],
    [
      { sources: [{ ...SOURCE, kind: "guess", url: "example.com", day_zone: "Mars/Olympus" }] },
      ["sources.0.kind malformed", "sources.0.url malformed", "sources.0.day_zone malformed"],
    ],
    [{ metrics: [{ ...metric("retention"), over_time: "max", least: 5 }] }, ["metrics.0.over_time malformed"]],
    [{ metrics: [{ ...metric("retention"), least: 5, most: 4 }] }, ["metrics.0.most malformed"]],
    [{ countries: [{ id: "usa", name: "U" }] }, ["countries.0.id malformed"]],
    [
      { figures: [{ ...FIGURE, id: "rf900", platform: "rednot", country: "ZZ", metric_id: "signup", fixes: ["nobody"] }] },
      [
        "figures.0.platform unknown_platform rednote",
        "figures.0.country unknown_country",
        "figures.0.metric_id unknown_metric signups",
        "figures.0.fixes unknown_source",
      ],
    ],
    [
      { figures: [{ ...FIGURE, id: "rf900", date_from: "2025-00-30", published_on: "soon" }] },
      ["figures.0.date_from malformed", "figures.0.published_on malformed"],
    ],
    [{ figures: [{ ...FIGURE, id: "rf900", date_to: "2025-01-12" }] }, ["figures.0.date_to malformed"]],
  ])("answers 422 to %j and names each fault", async (entries, expected) => {
    const { post, store } = served();
    const { status, body } = await post(entries);
    expect([status, faults(body)]).toEqual([422, expected]);
    expect(store.vintage()).toBe(3);
  });

  it.each([
    [null, "body: This must be an object in { }."],
    [{}, "body: There is no entry in it."],
    [{ topics: null }, "topics: This must be a list in [ ]."],
    [{ topics: ["cats"] }, "topics.0: This must be an object in { }."],
    [{ topics: [{ id: 7, name: "Seven" }] }, "topics.0.id: This must be a text in quotes."],
    [{ topics: [{ id: "privacy", name: "a\u0000b" }] }, "topics.0.name: This must be one line, without control characters."],
    [
      { topics: [{ id: "privacy", name: "P", nam: "P" }] },
      "topics.0.nam: An entry of this list has no `nam`. It has id, name. Did you mean name?",
    ],
    [
      { topcs: [] },
      "topcs: There is no list `topcs`. There are platforms, countries, metrics, topics, sources, figures, events. Did you mean topics?",
    ],
    [{ sources: [{ ...SOURCE, day_zone: null }] }, "sources.0.day_zone: This must be a text in quotes. Leave it out where there is none."],
    [{ sources: [{ ...SOURCE, publisher: null }] }, "sources.0.publisher: This must be a text in quotes."],
    [{ sources: [{ ...SOURCE, publisher: [] }] }, "sources.0.publisher: This must be a text in quotes."],
    [
      { sources: [{ ...SOURCE, kind: "modeled" }] },
      "sources.0.kind: This must be observed, estimate, modelled or illustrative. Did you mean modelled?",
    ],
    [
      { sources: [{ ...SOURCE, url: "ftp://example.com" }] },
      "sources.0.url: This must be an address that begins with http:// or https://, or empty.",
    ],
    [{ metrics: [{ ...metric("retention"), whole: "yes" }] }, "metrics.0.whole: This must be true or false, without quotes."],
    [{ metrics: [{ ...metric("retention"), most: "5" }] }, "metrics.0.most: This must be a number without quotes."],
    [
      '{"metrics":[{"id":"m","name":"M","unit":"u","over_time":"sum","over_countries":"sum","most":1e999}]}',
      "metrics.0.most: This number is larger than any that can be kept.",
    ],
    [{ countries: [{ id: "AQ", name: "Antarctica", population: 1.5 }] }, "countries.0.population: This must be a whole number."],
  ])("says where %j is wrong and what to write", async (entries, said) => {
    const { post } = served();
    const { status, body } = await post(entries as object);
    expect([status, body.errors.map(problemText)]).toEqual([422, [said]]);
  });

  it("shows what stands at a fault, cut short", async () => {
    const { post } = served();
    const { body } = await post({ sources: [{ ...SOURCE, id: "A B", kind: 7, day_zone: { a: "b".repeat(200) } }] });
    expect(body.errors.map(({ value }: { value: string }) => value)).toEqual(["A B", "7", `{"a":"${"b".repeat(73)}…`]);
  });

  it.each([
    ["", "The body is empty. Nothing was written."],
    ['{"topics": [}', /^The body is not JSON\. .*\}.*\. Nothing was written\.$/],
    ['{"topics": [', "The body is not JSON. Unexpected end of JSON input. Nothing was written."],
    [Buffer.from('{"topics":[{"id":"cafe","name":"Caf\xe9"}]}', "latin1"), "The body is not UTF-8. Save it as UTF-8. Nothing was written."],
  ])("answers 400 to %j, and says what it is not", async (sent, said) => {
    const { app } = served();
    const headers = { "Content-Type": "application/json", Authorization: "Bearer admin-secret" };
    const response = await app.request("/api/v1/catalog", { method: "POST", headers, body: sent });
    expect([response.status, (await response.json()).detail]).toEqual([400, typeof said === "string" ? said : expect.stringMatching(said)]);
    const packed = await app.request("/api/v1/catalog", {
      method: "POST",
      headers: { ...headers, "Content-Encoding": "gzip" },
      body: sent,
    });
    expect([packed.status, (await packed.json()).detail]).toEqual([
      415,
      "The Content-Encoding is `gzip`. Send entries as they are, not packed.",
    ]);
  });

  it("needs a token of the scope admin, JSON, and parameters that mean something", async () => {
    const { post, store } = served();
    const topics = { topics: [{ id: "privacy", name: "Privacy" }] };
    const statuses = [
      await post(topics, "", ""),
      await post(topics, "", "read"),
      await post(topics, "", "ingest"),
      await post("{", ""),
      await post(topics, "?force=true"),
      await post(topics, "", "admin", "text/csv"),
      await post(`{"topics":[],"x":"${"x".repeat(4 * 1024 * 1024)}"}`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 403, 403, 400, 400, 415, 413]);
    expect(store.vintage()).toBe(3);
  });

  it("answers 400 to a body that breaks off", async () => {
    const { app, store } = served();
    const gone = new AbortController();
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        gone.abort();
        controller.error(new Error("the line is dead"));
      },
    });
    const headers = { "Content-Type": "application/json", Authorization: "Bearer admin-secret" };
    // The signal goes with a request of its own: the one of `fetch` would refuse to read on.
    const request = new Request("http://localhost/api/v1/catalog", { method: "POST", headers, body, duplex: "half" } as RequestInit);
    Object.defineProperty(request, "signal", { value: gone.signal });
    const response = await app.request(request);
    expect([response.status, (await response.json()).detail]).toEqual([400, "The body broke off. Nothing was written."]);
    expect(store.vintage()).toBe(3);
  });

  it("never fails of itself, whatever is sent, and writes nothing but what it says", async () => {
    const { post, store } = served();
    const entry = fc.record(
      {
        id: fc.oneof(fc.constantFrom("rednote", "US", "new-one"), fc.string()),
        name: fc.oneof(fc.constant("A name"), fc.string()),
        slug: fc.constant("new-event"),
        kind: fc.constantFrom("observed", "legal", ""),
        publisher: fc.string(),
        method: fc.constant("Counted."),
        date: fc.constantFrom("2025-01-13", "2025-13-01"),
      },
      { requiredKeys: [] },
    );
    const lists = fc.dictionary(
      fc.constantFrom("platforms", "countries", "topics", "sources", "events", "__proto__"),
      fc.array(entry, { maxLength: 3 }),
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      lists.map((entries) => JSON.stringify(entries)),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom("", "?similar=true", "?replace=true&similar=true"), async (text, query) => {
        const before = store.vintage();
        const { status, body: answer } = await post(text, query);
        expect([200, 201, 400, 422]).toContain(status);
        expect(store.vintage()).toBe(status === 201 ? before + 1 : before);
        if (status < 400) expect(answer.added + answer.replaced > 0).toBe(status === 201);
      }),
      { numRuns: 200 },
    );
    expect(store.verify()).toEqual([]);
  });

  it("tries again where another batch is in the way, and gives up in the end", async () => {
    const { post, store } = served();
    const open = vi.spyOn(store, "open");
    const busy = () => {
      throw new StoreBusyError("busy");
    };
    open.mockImplementationOnce(busy);
    open.mockImplementationOnce(() => {
      throw new StaleBatchError("stale");
    });
    expect((await post({ topics: [{ id: "privacy", name: "Privacy" }] })).body).toMatchObject({ batch: 4 });
    open.mockImplementation(busy);
    expect((await post({ topics: [{ id: "birds", name: "Birds" }] })).status).toBe(503);
  });
});
