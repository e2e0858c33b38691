import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import { FIGURE, origin, snapshot } from "../store/store.fixture.ts";
import type { OpenBatch } from "../store/store.ts";

const VIEW = "v=1&metric=signups&platforms=rednote&from=2025-01-10&to=2025-01-20";

interface Entry {
  id: string;
  title: string;
  published: string;
  updated: string;
  link: Link[];
  content: { "#text": string; "@type": string };
}
interface Link {
  "@rel": string;
  "@href": string;
  "@type": string;
}

const LISTS = new Set(["feed.entry", "feed.link", "feed.entry.link", "feed.author"]);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  isArray: (_, path) => LISTS.has(String(path)),
});

function served(config = readConfig({ SURGE_ORIGIN: "https://surge.example" })) {
  const app = servedApp({ config });
  const write = (day: string, fill: (batch: OpenBatch) => void) => {
    const batch = app.store.open(origin(`${day}T09:00:00.000Z`, day));
    fill(batch);
    batch.commit();
  };
  const feed = async (query = VIEW, headers: Record<string, string> = {}) => {
    const response = await app.get(`/feed.atom?${query}`, headers);
    const text = await response.text();
    if (response.status !== 200) return { response, text, entries: [] as Entry[], links: [] as Link[], id: "", feed: {} };
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = parser.parse(text) as { feed: { id: string; entry?: Entry[]; link: Link[] } };
    return { response, text, feed, id: feed.id, entries: feed.entry ?? [], links: feed.link };
  };
  return { ...app, write, feed };
}

const hrefOf = (links: Link[], rel: string) => links.find((link) => link["@rel"] === rel)?.["@href"];

describe("GET /feed.atom", () => {
  it("has an entry for each batch that touches the view, newest first, with what Atom asks for", async () => {
    const { feed, links, entries, response } = await served().feed();
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(feed).toMatchObject({
      "@xmlns": "http://www.w3.org/2005/Atom",
      title: "RedNote Surge: signups, RedNote, US",
      updated: "2025-03-03T09:00:00.000Z",
      author: [{ name: "RedNote Surge" }],
    });
    expect(hrefOf(links, "self")).toBe(`https://surge.example/feed.atom?${VIEW}`);
    expect(hrefOf(links, "alternate")).toBe(`https://surge.example/growth?${VIEW}`);
    expect(hrefOf(links, "next")).toBeUndefined();
    expect(entries.map(({ title, updated }) => [title, updated])).toEqual([
      ["Vintage 3: 1 value revised", "2025-03-03T09:00:00.000Z"],
      ["Vintage 2: 2 new values", "2025-03-02T09:00:00.000Z"],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  it("says of an entry which series changed, of which source and kind, on which days, and where to see it", async () => {
    const { entries } = await served().feed();
    const [revised, inserted] = entries as [Entry, Entry];
    expect(revised.content["#text"]).toContain("RedNote, US, from default (observed): 1 day revised (13 Jan 2025).");
    expect(inserted.content["#text"]).toContain("2 days new (12 Jan to 13 Jan 2025)");
    expect(revised.content["@type"]).toBe("html");
    expect(hrefOf(revised.link, "alternate")).toBe(`https://surge.example/growth?${VIEW}&vintage=3`);
    expect(revised.content["#text"]).toContain("&amp;vintage=2&amp;against=3");
    expect(hrefOf(revised.link, "related")).toContain("https://surge.example/api/v1/vintages/3/diff?against=2&v=1&metric=signups");
  });

  it("links to a diff that counts what the entry counts", async () => {
    const { feed, get, write } = served();
    write("2025-03-04", (batch) => {
      batch.add([snapshot("2025-01-13", 36), snapshot("2025-01-14", 1), snapshot("2025-02-20", 1)]);
      batch.retract([snapshot("2025-01-12", 0)]);
    });
    const [entry] = (await feed()).entries as [Entry];
    expect(entry.title).toBe("Vintage 4: 1 new value, 1 value revised, 1 value withdrawn");
    const { pathname, search } = new URL(hrefOf(entry.link, "related") ?? "");
    expect(await (await get(pathname + search)).json()).toMatchObject({ from: 3, to: 4, added: 1, revised: 1, retracted: 1 });
  });

  it("tells a restatement of ten days once, and keeps the ids of what it told before", async () => {
    const { feed, write } = served();
    const days = Array.from({ length: 10 }, (_, at) => `2025-01-${10 + at}`);
    write("2025-03-04", (batch) => batch.add(days.map((day) => snapshot(day, 100))));
    const before = await feed();
    write("2025-03-05", (batch) => batch.add(days.map((day) => snapshot(day, 200))));
    const after = await feed();
    const restated = after.entries.filter(({ title }) => title.includes("10 values revised"));
    expect(restated).toHaveLength(1);
    expect(restated[0]?.content["#text"]).toContain("10 days revised (10 Jan to 19 Jan 2025)");
    expect(after.entries.slice(1)).toEqual(before.entries);
    expect(after.id).toBe(before.id);
  });

  it("leaves out batches of other series, other days, and of made-up sources that are not asked for", async () => {
    const { feed, write } = served();
    const before = (await feed()).text;
    write("2025-03-04", (batch) => batch.add([snapshot("2025-01-13", 1, { country: "GB" }), snapshot("2025-03-01", 1)]));
    expect((await feed()).text).toBe(before);
    expect((await feed("v=1&metric=signups&countries=GB")).entries).toHaveLength(2);
  });

  it("counts published figures that the chart shows, unless it shows none", async () => {
    const { feed, write } = served();
    const figure = { ...FIGURE, id: "rf009", metric_id: "signups", publisher: "A & B <News>" };
    write("2025-03-04", (batch) => batch.put({ figures: [figure] }));
    const [entry] = (await feed()).entries as [Entry];
    expect(entry.title).toBe("Vintage 4: 1 new published figure");
    expect(entry.content["#text"]).toContain("A &amp; B &lt;News&gt;");
    expect((await feed(`${VIEW}&figures=off`)).entries[0]?.title).toContain("Vintage 3");
    expect((await feed("v=1&metric=signups&platforms=rednote&from=2024-01-01&to=2024-02-01")).entries).toEqual([]);
  });

  it("has the same entries whatever the looks and the vintage of the view, and others for other data", async () => {
    const { feed } = served();
    const ids = async (query: string) => (await feed(query)).entries.map(({ id }) => id);
    expect(await ids(`${VIEW}&interval=week&scale=linear`)).toEqual(await ids(VIEW));
    expect(await ids(`${VIEW}&vintage=2`)).toEqual((await ids(VIEW)).slice(1));
    expect(await ids("v=1&metric=signups&platforms=rednote")).not.toEqual(await ids(VIEW));
  });

  it("goes on to older batches page by page, each once", async () => {
    const { feed, write } = served();
    for (let value = 0; value < 40; value++) write("2025-03-05", (batch) => batch.add([snapshot("2025-01-15", value)]));
    const page = await feed();
    expect(page.entries).toHaveLength(30);
    const { search } = new URL(hrefOf(page.links, "next") ?? "");
    const older = await feed(search.slice(1));
    expect(older.entries).toHaveLength(12);
    expect(hrefOf(older.links, "next")).toBeUndefined();
    expect(new Set([...page.entries, ...older.entries].map(({ id }) => id)).size).toBe(42);
  });

  it("speaks Chinese where it is asked to", async () => {
    const { entries, text } = await served().feed(`${VIEW}&lang=zh`);
    expect(entries[0]?.title).toBe("版本 3：修订 1 个数值");
    expect(entries[0]?.content["#text"]).toContain("美国");
    expect(text).toContain('xml:lang="zh-Hans"');
  });

  it("answers 304 to who has it, 400 to an address that means nothing, 401 where access is private", async () => {
    const { feed } = served();
    const { response } = await feed();
    const again = await feed(VIEW, { "If-None-Match": response.headers.get("ETag") ?? "" });
    expect(again.response.status).toBe(304);
    for (const query of ["v=2", "metric=nothing", "countries=XX", "before=x", "before=1&before=2", "vintage=9", "nonsense=1"])
      expect([query, (await feed(query)).response.status]).toEqual([query, 400]);
    expect((await served(readConfig({ SURGE_ACCESS: "private" })).feed()).response.status).toBe(401);
  });

  it("carries the address that was asked where no setting says another", async () => {
    const { feed } = served(readConfig({}));
    const { links } = await feed();
    expect(hrefOf(links, "self")).toMatch(/^http:\/\/localhost\/feed\.atom/);
  });
});
