import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { numberOf } from "../data/model/day.ts";
import { loadReference, readAnchors, readReference } from "./reference.ts";
import { ReferenceFileError } from "./shipped.ts";
import { openSqliteStore } from "./store/sqlite/sqlite.ts";
import type { Reference, Store } from "./store/store.ts";

const shipped = resolve("data");
const now = () => new Date("2026-11-23T04:00:00Z");

describe("the reference that ships", () => {
  it("has every figure, event, claim and country, each figure with its address", async () => {
    const { figures, events, claims, countries } = await readReference(shipped);
    expect([figures.length, events.length, claims.length, countries.length]).toEqual([199, 33, 13, 250]);
    expect(figures.filter(({ url }) => !URL.canParse(url))).toEqual([]);
    expect(countries.find(({ id }) => id === "NA")).toMatchObject({ name: "Namibia", population: 3_030_131 });
    expect(countries.find(({ id }) => id === "TW")).toMatchObject({ population: null, population_year: null });
    expect(countries.find(({ id }) => id === "US")?.name).toBe("United States");
  });

  it("names nothing that it does not have", async () => {
    const reference = await readReference(shipped);
    expect(unknownNames(reference)).toEqual([]);
  });

  it("has every figure end on or after the day on which it begins, and every event too", async () => {
    const { figures, events } = await readReference(shipped);
    expect(figures.filter(({ date_from, date_to }) => date_to < date_from)).toEqual([]);
    expect(events.filter(({ date, until }) => until !== null && until <= date)).toEqual([]);
  });

  it("ranks each event differently and names each in at most 28 characters", async () => {
    const { events } = await readReference(shipped);
    expect(new Set(events.map(({ rank }) => rank)).size).toBe(events.length);
    expect(events.filter(({ short }) => short.length > 28)).toEqual([]);
    expect([...events].sort((a, b) => a.rank - b.rank)[0]).toMatchObject({ slug: "tiktok-goes-dark", until: "2025-01-19" });
  });

  it("marks copies on a mirror, bounds and totals", async () => {
    const { figures } = await readReference(shipped);
    const figure = (id: string) => figures.find((one) => one.id === id);
    expect(figures.filter(({ mirror }) => mirror).map(({ id }) => id)).toEqual(["rf007", "rf008", "rf009", "rf165", "rf176", "rf177"]);
    expect(["rf001", "rf002", "rf003", "rf014"].map((id) => figure(id)?.qualifier)).toEqual(["about", "under", "", "over"]);
    expect(["rf003", "rf028", "rf040"].map((id) => [figure(id)?.metric_id, figure(id)?.basis])).toEqual([
      ["daily_active_users", "level"],
      ["downloads", "total"],
      ["downloads", "level"],
    ]);
    expect(figure("rf010")?.metric_id).toBeNull();
  });

  it("says which lines a figure fixes, from the anchors alone", async () => {
    const { figures, sources } = await readReference(shipped);
    const anchors = await readAnchors(shipped);
    const fixing = figures.filter(({ fixes }) => fixes.length > 0);
    expect(fixing.map(({ id }) => id).sort()).toEqual([...new Set(anchors.flatMap((anchor) => anchor.figures))].sort());
    expect(figures.find(({ id }) => id === "rf007")?.fixes).toEqual(["model-blog"]);
    expect(figures.find(({ id }) => id === "rf004")?.fixes).toEqual([]);
    const modelled = sources.filter(({ kind }) => kind === "modelled").map(({ id }) => id);
    expect([...new Set(fixing.flatMap(({ fixes }) => fixes))].sort()).toEqual(modelled.sort());
  });

  it("lets no untraceable figure fix anything, and keeps them all", async () => {
    const untraceable = (await readReference(shipped)).figures.filter(({ estimate_kind }) => estimate_kind === "untraceable");
    expect(untraceable).toHaveLength(10);
    expect(untraceable.filter(({ fixes }) => fixes.length > 0)).toEqual([]);
  });
});

describe("a data folder", () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "surge-reference-"));
    for (const part of ["reference", "sample"])
      await cp(join(shipped, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith(".ts") });
    store = openSqliteStore(":memory:");
  });

  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });

  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  const load = (sample = true) => loadReference(store, { dataFolder: folder, sample, now });

  it.each([
    [
      "reference/events.csv",
      "2025-01-18,2025-01-19,",
      "2025-01-18,soon,",
      "data/reference/events.csv, line 14, column until: `soon` is no day",
    ],
    ["reference/metrics.csv", ",over_time,", ",over_times,", "data/reference/metrics.csv, line 1, column over_time: is missing"],
    ["reference/topics.csv", "privacy,Privacy", "all,Privacy", "data/reference/topics.csv, line 9: `all` stands on line 2 already"],
    ["reference/claims.csv", '"Every provider', 'x"Every provider', "data/reference/claims.csv: Invalid Opening Quote"],
    ["sample/anchors.csv", "published,", "guessed,", "data/sample/anchors.csv, line 5, column rule: `guessed` is none of published"],
  ])("that is faulty in %s is refused with the place, and nothing is loaded", async (file, from, to, message) => {
    await edit(file, from, to);
    await expect(load()).rejects.toThrow(ReferenceFileError);
    await expect(load()).rejects.toThrow(message);
    expect(store.vintage()).toBe(0);
  });

  it("that lacks a file is refused by name", async () => {
    await rm(join(folder, "reference/claims.csv"));
    await expect(readReference(folder)).rejects.toThrow("data/reference/claims.csv: cannot be read");
  });

  it("whose sample is faulty leaves the reference and no value of the sample", async () => {
    await edit("sample/modelled.csv", ",14900000,", ",many,");
    await expect(load()).rejects.toThrow("data/sample/modelled.csv, line 25, column value: `many` is no number");
    expect(store.vintage()).toBe(1);
    expect(store.catalog().days).toBeNull();
    await edit("sample/modelled.csv", ",many,", ",14900000,");
    await load();
    expect(store.vintage()).toBe(2);
  });

  it("is loaded as two batches, figures as figures and never as snapshots", async () => {
    await load();
    expect(store.batches().map(({ batch, channel, name, received_at }) => [batch, channel, name, received_at])).toEqual([
      [2, "reference", "sample", "2026-11-23T04:00:00.000Z"],
      [1, "reference", "reference", "2026-11-23T04:00:00.000Z"],
    ]);
    expect(store.figures()).toEqual((await readReference(folder)).figures);
    expect(store.catalog(1).days).toBeNull();
    expect(new Set(store.catalog().coverage.map(({ source }) => source))).toEqual(new Set(["model-press", "model-blog", "illustrative"]));
  });

  it("gives the press and the blog reading of RedNote in the US", async () => {
    await load();
    const read = (source: string, from: string, to: string) =>
      store.series({
        metric: "daily_active_users",
        platforms: ["rednote"],
        countries: ["US"],
        topics: ["all"],
        sources: [source],
        from: numberOf(from),
        to: numberOf(to),
      })[0]?.values;
    expect(read("model-press", "2025-01-12", "2025-01-13")).toEqual([700_000, 3_400_000]);
    expect(read("model-blog", "2025-01-19", "2025-01-20")).toEqual([32_500_000, 14_900_000]);
  });

  it("is not loaded again where nothing changed", async () => {
    await load();
    await load();
    expect(store.batches()).toHaveLength(2);
  });

  it("comes without the sample where that is off, and with it once it is on", async () => {
    await load(false);
    expect(store.batches().map(({ name }) => name)).toEqual(["reference"]);
    expect(store.catalog().coverage).toEqual([]);
    await load(true);
    expect(store.vintage()).toBe(2);
    await load(false);
    expect(store.catalog().coverage).not.toEqual([]);
  });

  it("that is newer makes a new vintage, and the old one still says what it said", async () => {
    await load();
    await edit("reference/topics.csv", "privacy,Privacy", "privacy,Privacy and data");
    await edit("sample/modelled.csv", ",79700000,", ",79800000,");
    await load();
    expect(store.batches().map(({ batch, name, inserted, revised }) => [batch, name, inserted, revised])).toEqual([
      [4, "sample", 0, 1],
      [3, "reference", 0, 0],
      [2, "sample", expect.any(Number), 0],
      [1, "reference", 0, 0],
    ]);
    const privacy = (vintage: number) => store.catalog(vintage).topics.find(({ id }) => id === "privacy")?.name;
    expect([privacy(2), privacy(3)]).toEqual(["Privacy", "Privacy and data"]);
  });

  it("that was taken back to an older version is loaded again", async () => {
    await load(false);
    await edit("reference/topics.csv", "privacy,Privacy", "privacy,Secrets");
    await load(false);
    await edit("reference/topics.csv", "privacy,Secrets", "privacy,Privacy");
    await load(false);
    expect(store.vintage()).toBe(3);
    expect(store.catalog().topics.at(-1)?.name).toBe("Privacy");
  });

  it("leaves alone what somebody replaced or withdrew, until it ships another of that id", async () => {
    await load(false);
    const batch = store.open({ channel: "command", name: "catalog", content_hash: "", received_at: now().toISOString() });
    batch.put({
      topics: [
        { id: "privacy", name: "Secrets" },
        { id: "all", name: "Everything" },
      ],
    });
    batch.withdraw({ platforms: ["flip"] });
    batch.commit();
    await edit("reference/topics.csv", "privacy,Privacy", "privacy,Privacy and data");
    await load(false);
    const topic = (id: string) => store.catalog().topics.find((one) => one.id === id)?.name;
    expect([store.vintage(), topic("privacy"), topic("all")]).toEqual([3, "Privacy and data", "Everything"]);
    expect(store.catalog().platforms.map(({ id }) => id)).not.toContain("flip");
  });

  it("is loaded in under two seconds", async () => {
    const start = performance.now();
    await load();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** Where the reference names a platform, country, metric, topic or figure that it lacks. */
function unknownNames({ platforms, countries, metrics, topics, figures, events, claims }: Reference): string[] {
  const known = (entries: readonly { id: string }[], more: string[] = []) => new Set([...entries.map(({ id }) => id), ...more]);
  const [platform, country, metric, figure] = [known(platforms), known(countries), known(metrics), known(figures)];
  const topic = known(topics, ["surge"]); // of claims about the surge itself, which no post is about
  const lacking = (names: Set<string>, owner: string, ids: readonly (string | null)[]) =>
    ids.filter((id) => id !== null && !names.has(id)).map((id) => `${owner}: ${id}`);
  return [
    ...figures.flatMap((one) => [
      ...lacking(platform, one.id, [one.platform]),
      ...lacking(country, one.id, [one.country]),
      ...lacking(metric, one.id, [one.metric_id]),
    ]),
    ...events.flatMap((one) => [...lacking(platform, one.slug, one.platforms), ...lacking(country, one.slug, one.countries)]),
    ...claims.flatMap((one) => [...lacking(topic, one.id, [one.topic]), ...lacking(figure, one.id, one.evidence)]),
  ];
}
