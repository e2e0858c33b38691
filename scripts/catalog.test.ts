import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIGURE } from "../server/store/store.fixture.ts";
import { main } from "./catalog.ts";
import { ask, desk } from "./command/command.fixture.ts";

const SOURCE = ["--kind", "observed", "--publisher", "Desk Ltd", "--method", "Counted by hand."];
const METRIC = ["--unit", "per cent", "--over-time", "mean", "--over-countries", "none"];

const at = desk();

function file(entries: unknown): string {
  const path = join(at.folder, "entries.json");
  writeFileSync(path, typeof entries === "string" ? entries : JSON.stringify(entries));
  return path;
}

describe("npm run catalog", () => {
  it("adds a platform as a batch that says what it did", async () => {
    expect(await main(["add", "platform", "fizzpost", "FizzPost App"])).toBe(0);
    expect([at.out, at.err]).toEqual(["Batch 2: 1 added.\n", ""]);
    expect(ask(at, (store) => store.catalog().platforms.at(-1))).toEqual({ id: "fizzpost", name: "FizzPost App" });
    expect(ask(at, (store) => store.batches()[0])).toMatchObject({
      channel: "command",
      name: "catalog add platform fizzpost FizzPost App",
      entries: 1,
    });
    at.out = "";
    expect(await main(["add", "platform", "fizzpost", "FizzPost App"])).toBe(0);
    expect(at.out).toBe("It is there already; nothing changed. The newest batch is 2.\n");
  });

  it("adds sources, metrics, countries and topics with what belongs to them", async () => {
    expect(await main(["add", "source", "desk-two", ...SOURCE, "--day-zone", "America/New_York", "--url", "https://example.com/"])).toBe(0);
    expect(await main(["add", "metric", "retention", "Retention", ...METRIC, "--fractions", "--most", "100"])).toBe(0);
    expect(await main(["add", "country", "XK", "Kosovo", "--population", "1600000", "--population-year", "2024"])).toBe(0);
    expect(await main(["add", "topic", "weather", "Weather"])).toBe(0);
    expect(ask(at, (store) => store.catalog())).toMatchObject({
      sources: expect.arrayContaining([
        {
          id: "desk-two",
          name: "desk-two",
          kind: "observed",
          publisher: "Desk Ltd",
          method: "Counted by hand.",
          url: "https://example.com/",
          licence: "",
          day_zone: "America/New_York",
        },
      ]),
      metrics: expect.arrayContaining([
        {
          id: "retention",
          name: "Retention",
          unit: "per cent",
          over_time: "mean",
          over_countries: "none",
          whole: false,
          least: 0,
          most: 100,
        },
      ]),
      countries: expect.arrayContaining([{ id: "XK", name: "Kosovo", region: "", population: 1_600_000, population_year: 2024 }]),
      topics: expect.arrayContaining([{ id: "weather", name: "Weather" }]),
    });
  });

  it("adds figures and events from files", async () => {
    expect(
      await main([
        "add",
        "figure",
        file([
          { ...FIGURE, id: "mine-1" },
          { ...FIGURE, id: "mine-2" },
        ]),
      ]),
    ).toBe(0);
    const event = {
      date: "2025-02-01",
      slug: "launch",
      title: "It launches",
      short: "Launch",
      kind: "platform",
      url: "https://example.com/",
    };
    expect(await main(["add", "event", file(event)])).toBe(0);
    expect(at.out).toBe("Batch 2: 2 added.\nBatch 3: 1 added.\n");
    expect(ask(at, (store) => [store.figures().at(-1)?.id, store.events().find(({ slug }) => slug === "launch")?.title])).toEqual([
      "mine-2",
      "It launches",
    ]);
  });

  it("names what is at fault, and what was probably meant, and adds nothing", async () => {
    expect(await main(["add", "platform", "rednotes", "RedNotes"])).toBe(1);
    expect(at.err).toBe(
      "Nothing was added.\n  ID: `rednotes` (RedNotes) is much like `rednote`. Say `similar` to add it all the same. Did you mean rednote?\n",
    );
    at.err = "";
    expect(await main(["add", "source", "mine", "--kind", "guess", "--publisher", "Me", "--day-zone", "Mars/Base"])).toBe(1);
    expect(at.err.split("\n").slice(1, -1)).toEqual([
      "  --kind: This must be observed, estimate, modelled or illustrative.",
      "  --method: This must be given.",
      "  --day-zone: This must be an IANA time zone such as America/New_York, or empty.",
    ]);
    expect(await main(["add", "source", "mine", "--kind", "guess", "--json"])).toBe(1);
    expect(JSON.parse(at.out)).toMatchObject({
      batch: null,
      errors: [{ code: "malformed" }, { field: "sources.0.publisher", code: "missing_field" }, { field: "sources.0.method" }],
    });
    expect(ask(at, (store) => store.vintage())).toBe(1);
    expect(await main(["add", "platform", "rednotes", "RedNotes", "--similar"])).toBe(0);
    expect(await main(["add", "platform", "rednote", "Xiaohongshu"])).toBe(1);
    expect(await main(["add", "platform", "rednote", "Xiaohongshu", "--replace"])).toBe(0);
    expect(ask(at, (store) => store.catalog().platforms[0]?.name)).toBe("Xiaohongshu");
  });

  it("lists what there is", async () => {
    expect(await main(["list", "platforms"])).toBe(0);
    expect(at.out).toMatch(/^platforms\n {2}rednote\s+RedNote\n/);
    at.out = "";
    expect(await main(["list"])).toBe(0);
    expect(at.out).toMatch(/\nsources\n(?: {2}.*\n)* {2}default\s+.*\(observed, .*\)\n/);
    at.out = "";
    expect(await main(["list", "topics", "--json"])).toBe(0);
    expect(JSON.parse(at.out)).toContainEqual({ id: "all", name: expect.any(String) });
    at.out = "";
    expect(await main(["list", "--json"])).toBe(0);
    expect(Object.keys(JSON.parse(at.out))).toEqual(["platforms", "countries", "metrics", "topics", "sources", "figures", "events"]);
  });

  it.each([
    [[], "Say what to do."],
    [["drop", "platform", "x"], "There is no `drop`."],
    [["add", "planet", "mars", "Mars"], "Nothing is called `planet` here."],
    [["add"], "Say what to add: a platform, country, metric, topic, source, figure or event."],
    [["add", "platform"], "Name the platform to add, as in"],
    [["add", "platform", "up", "Up", "Scrolled"], "Quote a name"],
    [["add", "platform", "up", "Up", "--kind", "observed"], "A platform has no --kind."],
    [["add", "metric", "m", "M", ...METRIC, "--most", "lots"], "--most is `lots`"],
    [["add", "event", "gone.json"], "gone.json cannot be read"],
    [["list", "planets"], "List one of platforms"],
    [["add", "platform", "up", "Up", "--loud"], "--loud"],
  ])("does nothing for %j and answers 2", async (argv, complaint) => {
    expect(await main(argv)).toBe(2);
    expect([at.out, at.err.startsWith(complaint) || at.err.includes(complaint)]).toEqual(["", true]);
    expect(at.err).toContain("npm run catalog -- add platform ID NAME");
  });

  it("names a file that is not JSON", async () => {
    expect(await main(["add", "figure", file("{")])).toBe(2);
    expect(at.err).toContain("is not JSON");
  });
});
