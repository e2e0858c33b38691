import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { committed, REFERENCE } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import type { Format } from "./format.ts";
import { LONG, taken } from "./ingest.fixture.ts";

// Two million of them take a minute.
vi.mock("../store/series-numbers.ts", async (original) => ({ ...(await original<object>()), MOST_SERIES: 3 }));

let store: Store;

beforeEach(() => {
  store = openSqliteStore(":memory:");
  committed(store, (batch) => batch.put(REFERENCE));
});

afterEach(() => store.close());

const COUNTRIES = ["WORLD", "US", "GB", "DE"];

const written: [Format, (countries: string[]) => string][] = [
  ["csv", (countries) => LONG + countries.map((country) => `2025-01-13,rednote,${country},signups,5\n`).join("")],
  ["csv", (countries) => LONG + countries.map((country) => `"2025-01-13",rednote,${country},signups,5\n`).join("")],
  [
    "ndjson",
    (countries) =>
      countries
        .map((country) => JSON.stringify({ date: "2025-01-13", platform: "rednote", country, metric: "signups", value: 5 }))
        .join("\n"),
  ],
];

it.each(written)("a file of %s may name so many series and not one more", async (format, text) => {
  expect(await taken(store, text(COUNTRIES.slice(0, 3)), format)).toMatchObject({ batch: 2, inserted: 3 });
  const { batch, errors } = await taken(store, text(COUNTRIES), format);
  expect([batch, errors]).toEqual([
    null,
    [{ field: "file", code: "too_many_series", detail: "It names more than 3 series. Send it in parts. The rest was not read." }],
  ]);
  expect(store.vintage()).toBe(2);
});
