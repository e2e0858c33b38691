import { afterEach, expect, it, vi } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import { loadData, read } from "./api.ts";

const named = (...ids: string[]) => ids.map((id) => ({ id, name: id }));

/** What the server answers at a vintage. */
const bodies = (vintage: number): Record<string, unknown> => ({
  catalog: {
    ...{ vintage, days: { first: null, last: null }, platforms: named("rednote", "tiktok"), countries: named("US"), topics: named("all") },
    metrics: [{ id: "daily_active_users", name: "Daily active users", unit: "users", over_time: "mean", over_countries: "sum" }],
    sources: named("default").map((source) => ({ ...source, kind: "observed" })),
  },
  series: { vintage, metric: "daily_active_users", unit: "users", interval: "day", dates: [], series: [] },
  figures: { vintage, figures: [] },
  events: { vintage, events: [] },
});

/** Answers one vintage after the other; each to the requests that are told. */
function served(vintages: Record<string, readonly number[]>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string | URL | Request) => {
    const name = new URL(String(address instanceof Request ? address.url : address), "http://localhost").pathname.split("/").at(-1) ?? "";
    const before = asked.filter((one) => one === name).length;
    asked.push(name);
    return Response.json(bodies(vintages[name]?.[before] ?? 3)[name]);
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it("reads all of a page again where a batch came in between", async () => {
  const asked = served({ catalog: [2, 3], series: [3, 3] });
  const { catalog } = await loadData(defaultView(), new AbortController().signal);
  expect(catalog.vintage).toBe(3);
  expect(asked.toSorted()).toEqual(["catalog", "catalog", "events", "events", "figures", "figures", "series", "series"]);
});

it("reads once where all answers are of one vintage, and thrice at most where batches keep coming", async () => {
  const once = served({});
  await loadData(defaultView(), new AbortController().signal);
  expect(once).toHaveLength(4);
  const asked = served({ catalog: [2, 3, 4], series: [3, 4, 5] });
  await loadData(defaultView(), new AbortController().signal);
  expect(asked.filter((name) => name === "catalog")).toHaveLength(3);
});

it("says that an answer broke off, and not that the server answered", async () => {
  const broken = { ok: true, status: 200, json: () => Promise.reject(new SyntaxError("Unexpected end of JSON input")) };
  await expect(read(Promise.resolve(broken))).rejects.toThrow("The answer broke off on its way.");
});
