import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { PAGE_NAMES, PAGES, type Page } from "../../data/model/page.ts";
import { decodeView, encodeView, MEASURES, SHOWN_BY, VIEW_PARAMETERS, type View } from "../../data/model/view.ts";
import type { Draw } from "../image/messages.ts";
import { SIGNUPS_VIEW, sharingApp } from "../share.fixture.ts";

const FILES = ["png", "svg", "csv", "json"];

/** Makes what an image is drawn of. */
const draw: Draw = async (job) => new TextEncoder().encode(job().type);

/** `SURGE_FUZZ=2000 npx vitest run server/routes/shares-fuzz.test.ts` is the whole of it. */
const RUNS = Number(process.env.SURGE_FUZZ ?? 200);

const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9_-]{0,20}[a-z0-9])?$/);
const column = fc.stringMatching(/^[a-z][a-z0-9_]{0,30}$/);
const day = fc.integer({ min: 0, max: 80_000 }).map(dayOf);
const maybe = (item: fc.Arbitrary<string>) => fc.oneof(fc.constant("" as const), item);
const some = (...items: string[]) => fc.shuffledSubarray(items);
/** Without halves of characters, which no address can hold. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const list = (item: fc.Arbitrary<string>) => fc.uniqueArray(item, { maxLength: 12 });

/** Any view of what the fixture knows. */
const view: fc.Arbitrary<View> = fc.record({
  metric: fc.constantFrom("signups", "downloads"),
  platforms: some("rednote", "tiktok", "lemon8"),
  countries: some("WORLD", "US", "GB", "DE"),
  topics: some("all", "cats"),
  sources: some("default", "panel"),
  figures: fc.boolean(),
  range: fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 70_000 }), fc.nat(7000)).map(([from, days]) => ({ from: dayOf(from), to: dayOf(from + days) })),
    fc.integer({ min: 1, max: 3660 }).map((last) => ({ last })),
    fc.constant("all" as const),
  ),
  interval: fc.constantFrom("day", "week", "month"),
  sum: fc.boolean(),
  partial: fc.boolean(),
  scale: fc.constantFrom("log", "linear"),
  layout: fc.constantFrom("panels", "overlay", "countries"),
  measure: fc.constantFrom(...MEASURES),
  base: maybe(day),
  align: maybe(slug),
  compare: maybe(day),
  surge: fc.boolean(),
  day: maybe(day),
  by: fc.constantFrom(...SHOWN_BY),
  known: maybe(day),
  providers: list(slug),
  quantities: list(slug),
  figure: maybe(slug),
  stack: fc.boolean(),
  search: fc.string({ maxLength: 80, unit: "binary" }).map((text) => wellFormed(text).slice(0, 80)),
  sort: maybe(column),
  columns: list(column),
  pinned: list(column),
  dense: fc.boolean(),
  rows: fc.constant(["rednote.US"]),
  vintage: fc.constantFrom("newest", 1, 2, 3, "2025-03-02"),
  against: fc.constantFrom("", "2"),
});

const page = fc.constantFrom(...PAGE_NAMES);

/** How an address may be written down. */
const written = fc.constantFrom<(page: Page, query: string) => object>(
  (at, query) => ({ view: query, page: at }),
  (at, query) => ({ view: `?${query}`, page: at }),
  (at, query) => ({ view: `${PAGES[at]}?${query}` }),
  (at, query) => ({ view: `https://surge.example${PAGES[at]}?${query}&lang=zh#chart` }),
);

describe(`${RUNS} random views`, () => {
  it("are the same when they are shared, followed and read, with the number of the vintage where they are pinned", async () => {
    const { ask, get, logged } = sharingApp({}, { draw });
    const statuses = new Map<number, number>();
    const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const numbers: Partial<Record<string, number>> = { newest: 3, "2025-03-02": 2 };
    await fc.assert(
      fc.asyncProperty(view, page, written, fc.boolean(), async (one, at, write, pin) => {
        const pinned = pin || one.vintage !== "newest";
        const answer = await ask("POST", "/api/v1/shares", { body: { ...write(at, encodeView(one)), pinned } });
        const made = await answer.json();
        expect(answer.status, JSON.stringify(made)).toBe(201);
        const followed = await get(`/s/${made.slug}`);
        expect(followed.status).toBe(302);
        const address = new URL(followed.headers.get("Location") ?? "", "http://localhost");
        expect(address.pathname).toBe(PAGES[at]);
        const meant: View = pinned ? { ...one, vintage: numbers[one.vintage] ?? one.vintage } : one;
        expect(decodeView(address.searchParams)).toEqual({ view: meant, notices: [] });
        expect(address.search).toBe(`?${encodeView(meant)}`);
        for (const type of FILES) count((await get(`/s/${made.slug}.${type}`)).status);
      }),
      { numRuns: RUNS },
    );
    expect([...statuses.keys()].toSorted()).toEqual([200, 404]);
    expect(logged.join("")).not.toContain("request failed");
  }, 300_000);
});

const odd = fc.constantFrom(
  ..."' OR 1=1 --|../../../etc/passwd|%00|%E0%A4%A|%|<script>alert(1)</script>|__proto__|constructor|NaN|null|-1|1e999|\u0000|\ud800|=1+1|//evil.example|javascript:alert(1)|http://[|http://user:word@x.example:99999/growth?v=1".split(
    "|",
  ),
  "a".repeat(3000),
);
const text = fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 60 }), odd);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("v", ...VIEW_PARAMETERS.map((one) => one.name)) },
  { weight: 1, arbitrary: text },
);
const query = fc
  .array(fc.tuple(name, fc.oneof(text, fc.constantFrom("2025-02-30", "9999-99-99", "last0", ",,,", "rednote", "2147483649", "0"))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pairs) => new URLSearchParams(pairs).toString());
const anything = fc.oneof(text, query, fc.anything(), fc.json());
const body = fc.oneof(
  fc.record({ view: anything }),
  fc.record({ view: anything, pinned: anything, expires_in: anything, note: anything, page: anything }, { requiredKeys: ["view"] }),
  fc.record({ view: fc.constant(SIGNUPS_VIEW), expires_in: anything, note: anything }, { requiredKeys: ["view"] }),
  anything,
);
/** As JSON writes it, or as it is where that cannot be. */
const sent = fc.oneof({ weight: 4, arbitrary: body.map(jsonOf) }, { weight: 1, arbitrary: text });

const place = fc.oneof(
  fc.stringMatching(/^[\w-]{22}$/),
  text.filter((one) => one !== "." && one !== ".." && one !== ""),
  fc.stringMatching(/^[\w-]{0,21}$/).filter((one) => one !== ""),
);

describe(`${RUNS} hostile slugs and views`, () => {
  it("get no answer that is a fault of the server's: 404 of a slug, 400 of a view, 201 where it was a view after all", async () => {
    const { ask, get, logged, make } = sharingApp();
    const ended = await make({ view: SIGNUPS_VIEW });
    await ask("DELETE", `/api/v1/shares/${ended}`);
    const statuses = new Map<number, number>();
    const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(place, sent, async (slug, body) => {
        const path = encodeURIComponent(wellFormed(slug));
        expect((await get(`/s/${path}`)).status).toBe(404);
        for (const more of ["/embed", ...FILES.map((type) => `.${type}`)]) expect((await get(`/s/${path}${more}`)).status).toBe(404);
        for (const [method, rest] of [
          ["GET", ""],
          ["PATCH", ""],
          ["DELETE", ""],
          ["POST", "/rotate"],
        ] as const)
          expect((await ask(method, `/api/v1/shares/${path}${rest}`, method === "GET" ? {} : { body })).status).toBe(404);
        const made = await ask("POST", "/api/v1/shares", { body });
        const answer = await made.json();
        count(made.status);
        if (made.status === 201) {
          expect((await get(`/s/${answer.slug}`)).headers.get("Location")).toMatch(/^\/[a-z]+\?v=1/);
          return;
        }
        expect(made.status, body).toBe(400);
        expect(answer).toMatchObject({ type: "urn:rednote-surge:problem:bad-request", status: 400 });
        for (const error of answer.errors ?? []) expect(error.detail.length).toBeGreaterThan(10);
        const changed = await ask("PATCH", `/api/v1/shares/${ended}`, { body });
        expect([400, 410]).toContain(changed.status);
      }),
      { numRuns: RUNS },
    );
    // Both came: a fuzz that is always refused says nothing of what is taken.
    expect(statuses.get(400) ?? 0).toBeGreaterThan(RUNS / 2);
    expect(statuses.get(201) ?? 0).toBeGreaterThan(0);
    expect(logged.join("")).not.toContain("request failed");
  }, 300_000);

  it("are 404 as they come, too, and 410 once they have ended", async () => {
    const { get, ask, make } = sharingApp();
    for (const raw of ["%", "%zz", "%E0%A4%A", "%2e%2e", "a%2Fb", "a;b", "@", "*", "%F0%9F%8D%A0", "AbCdEfGhIjKlMnOpQrStUv%00"])
      expect([raw, (await get(`/s/${raw}`)).status]).toEqual([raw, 404]);
    const slug = await make({ view: SIGNUPS_VIEW });
    await ask("DELETE", `/api/v1/shares/${slug}`);
    for (const query of ["", "?lang=%00", "?lang=zh&lang=en", "?v=9", "?%", "?width=9"])
      for (const more of ["", "/embed", ...FILES.map((type) => `.${type}`)])
        expect((await get(`/s/${slug}${more}${query}`)).status).toBe(410);
  });
});

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return String(Object.prototype.toString.call(value));
  }
}
