import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "./day.ts";
import { knownView, unknownNames } from "./known-view.ts";
import {
  dataView,
  decodeView,
  defaultView,
  encodeView,
  hasView,
  MAX_DAYS,
  MEASURES,
  SHOWN_BY,
  sameView,
  sourcesOf,
  VIEW_PARAMETERS,
  type View,
} from "./view.ts";

const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9_-]{0,20}[a-z0-9])?$/);
const country = fc.oneof(fc.stringMatching(/^[A-Z]{2}$/), fc.constant("WORLD"));
const day = fc.integer({ min: 0, max: 80_000 });
const list = (item: fc.Arbitrary<string>) => fc.uniqueArray(item, { maxLength: 12 });

const maybe = (item: fc.Arbitrary<string>) => fc.oneof(fc.constant("" as const), item);
const column = fc.stringMatching(/^[a-z][a-z0-9_]{0,30}$/);

const range: fc.Arbitrary<View["range"]> = fc.oneof(
  fc
    .tuple(day, fc.integer({ min: 0, max: MAX_DAYS - 1 }))
    .map(([from, days]) => ({ from: dayOf(from), to: dayOf(Math.min(from + days, 84_000)) })),
  fc.integer({ min: 1, max: 3660 }).map((last) => ({ last })),
  fc.constant("all" as const),
);

const view: fc.Arbitrary<View> = fc.record({
  metric: slug,
  platforms: list(slug),
  countries: list(country),
  topics: list(slug),
  sources: list(slug),
  figures: fc.boolean(),
  range,
  interval: fc.constantFrom("day", "week", "month"),
  sum: fc.boolean(),
  partial: fc.boolean(),
  scale: fc.constantFrom("log", "linear"),
  layout: fc.constantFrom("panels", "overlay", "countries"),
  measure: fc.constantFrom(...MEASURES),
  base: maybe(day.map(dayOf)),
  align: maybe(slug),
  compare: maybe(day.map(dayOf)),
  surge: fc.boolean(),
  day: maybe(day.map(dayOf)),
  by: fc.constantFrom(...SHOWN_BY),
  known: maybe(day.map(dayOf)),
  providers: list(slug),
  quantities: list(slug),
  figure: maybe(slug),
  stack: fc.boolean(),
  search: fc.string({ maxLength: 80 }),
  sort: maybe(fc.stringMatching(/^-?[a-z][a-z0-9_]{0,30}$/)),
  columns: list(column),
  pinned: list(column),
  dense: fc.boolean(),
  rows: list(fc.tuple(slug, country).map(([platform, place]) => `${platform}.${place}`)),
  vintage: fc.oneof(fc.constant("newest" as const), fc.integer({ min: 1, max: 2 ** 31 }), day.map(dayOf)),
  against: fc.oneof(fc.constant(""), fc.integer({ min: 1, max: 2 ** 31 }).map(String)),
});

const decode = (query: string) => decodeView(new URLSearchParams(query));

describe("an address", () => {
  it("round-trips 1,000 random views without a notice", () => {
    fc.assert(
      fc.property(view, (one) => {
        const { view: back, notices } = decode(encodeView(one));
        expect(notices).toEqual([]);
        expect(back).toEqual(one);
        expect(encodeView(back)).toBe(encodeView(one));
      }),
      { numRuns: 1000 },
    );
  });

  it("is equal where views are equal, and different where they are not", () => {
    fc.assert(
      fc.property(view, view, (a, b) => {
        expect(sameView(structuredClone(a), a)).toBe(true);
        expect(sameView(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it("means the same in whatever order its parameters stand", () => {
    fc.assert(
      fc.property(view, fc.infiniteStream(fc.nat()), (one, random) => {
        const pairs = encodeView(one).split("&");
        const shuffled = pairs.map((pair) => [random.next().value, pair] as const).sort((a, b) => a[0] - b[0]);
        expect(decode(shuffled.map(([, pair]) => pair).join("&")).view).toEqual(one);
      }),
    );
  });

  it("reads any garbage as a view with named notices and never throws", () => {
    const names = fc.oneof(fc.string(), fc.constantFrom("v", ...VIEW_PARAMETERS.map((parameter) => parameter.name)));
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            names,
            fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("", ",", "2025-02-30", "9999-99-99", "last0", "1e9")),
          ),
        ),
        (pairs) => {
          const { view: read, notices } = decodeView(pairs);
          for (const notice of notices) {
            expect(notice.code).toMatch(/^[a-z_]+$/);
            expect(notice.detail.length).toBeGreaterThan(10);
            expect(notice.detail.length).toBeLessThan(400);
          }
          expect(decode(encodeView(read))).toEqual({ view: read, notices: [] });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("leaves out what is usual", () => {
    expect(encodeView(defaultView())).toBe("v=1");
    expect(encodeView({ ...defaultView(), interval: "week", countries: ["US", "GB"] })).toBe("v=1&countries=US,GB&interval=week");
  });

  it("keeps its frozen defaults: changing one breaks every link that was ever copied", () => {
    expect(VIEW_PARAMETERS.map((parameter) => `${parameter.name}=${parameter.default}`)).toEqual([
      "metric=daily_active_users",
      "platforms=rednote,tiktok",
      "countries=US",
      "topics=all",
      "sources=",
      "figures=on",
      "range=",
      "from=2025-01-01",
      "to=2025-02-15",
      "interval=day",
      "sum=",
      "partial=0",
      "scale=log",
      "layout=panels",
      "measure=value",
      "base=",
      "align=",
      "compare=",
      "surge=",
      "day=",
      "by=value",
      "known=",
      "providers=",
      "quantities=",
      "figure=",
      "stack=on",
      "search=",
      "sort=",
      "columns=",
      "pinned=",
      "dense=0",
      "rows=",
      "vintage=",
      "against=",
    ]);
    for (const parameter of VIEW_PARAMETERS) expect(parameter.write(defaultView())).toBe(parameter.default);
  });
});

describe("a broken address", () => {
  it.each([
    ["interval=fortnight", "interval", "The address asked for `interval=fortnight`. Showing days."],
    ["platform=rednote", "platform", "The address has `platform`, which means nothing here. It was left out."],
    ["from=2025-02-30", "from", "The address asked for `from=2025-02-30`. Showing 2025-01-01."],
    ["v=9", "v", "The address is of version `9`, which this program does not know. It was read as version 1."],
    ["range=all&from=2025-01-05", "from", "The address has `range` beside `from`. The range counts."],
    ["countries=US,uk", "countries", "The address asked for `countries=uk`. Showing the others."],
    ["interval=week&interval=day", "interval", "The address has `interval` more than once. The first one counts."],
  ])("%s says what it shows instead", (query, field, detail) => {
    const { notices } = decode(query);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ field, detail });
  });

  it("turns a reversed range round", () => {
    const { view: read, notices } = decode("from=2025-02-01&to=2025-01-01");
    expect(read.range).toEqual({ from: "2025-01-01", to: "2025-02-01" });
    expect(notices[0]?.code).toBe("reversed_range");
  });

  it("leaves rendering to the reader: lang and theme, and the share that admits, are no part of a view", () => {
    expect(decode("lang=zh&theme=dark&share=AbCdEfGhIjKlMnOpQrStU_")).toEqual({ view: defaultView(), notices: [] });
  });
});

describe("names in a view", () => {
  const catalog = {
    platforms: [{ id: "rednote", name: "RedNote" }],
    countries: [{ id: "US", name: "United States", region: "", population: null, population_year: null }],
    metrics: [],
    topics: [{ id: "all", name: "All" }],
    sources: [
      { id: "default", name: "", kind: "observed" as const, publisher: "", url: "", licence: "", method: "", day_zone: "" },
      { id: "illustrative", name: "", kind: "illustrative" as const, publisher: "", url: "", licence: "", method: "", day_zone: "" },
    ],
  };

  it("that the catalog lacks are named and left out", () => {
    const asked = { ...defaultView(), platforms: ["rednote", "vine"] };
    expect(unknownNames(asked, catalog).map((problem) => problem.code)).toEqual(["unknown_metric", "unknown_platform"]);
    const { view: known, notices } = knownView(asked, catalog);
    expect(known.platforms).toEqual(["rednote"]);
    expect(notices.map((notice) => notice.value)).toEqual(["daily_active_users", "vine"]);
  });

  it("are every source but the made-up ones where none is named", () => {
    expect(sourcesOf(defaultView(), catalog)).toEqual(["default"]);
    expect(sourcesOf({ ...defaultView(), sources: ["illustrative"] }, catalog)).toEqual(["illustrative"]);
  });

  it("decide the data; range, interval and scale do not", () => {
    fc.assert(
      fc.property(view, range, (one, other) => {
        expect(
          dataView({ ...one, range: other, interval: "month", scale: "linear", layout: "overlay", sum: true, figures: false }),
        ).toEqual(dataView(one));
      }),
    );
  });
});

describe("an address", () => {
  it("was meant to show a view where it has anything that belongs to one", () => {
    const names = (query: string) => new URLSearchParams(query).keys();
    expect([hasView(names("v=1")), hasView(names("lang=zh&interval=week")), hasView(names("vintage=2"))]).toEqual([true, true, true]);
    expect([hasView(names("")), hasView(names("lang=zh&theme=dark")), hasView(names("utm_source=mail"))]).toEqual([false, false, false]);
  });
});
