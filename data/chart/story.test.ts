import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Country } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { decodeView, encodeView } from "../model/view.ts";
import { PLATFORMS } from "../reference/chinese.ts";
import { COUNTRY_ROW, FIGURE_ROW, PLATFORM_ROW } from "../reference/entries.ts";
import type { Row } from "../reference/row.ts";
import { ENGLISH_FORMAT } from "./format.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";
import { quoted, type StorySection, story, storyLead } from "./story.ts";
import { STORY } from "./story-words.ts";
import { storyInChinese } from "./story-words.zh.ts";

function entries<Entry>(file: string, row: Row<Entry>): Entry[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(`../reference/${file}`, import.meta.url)), { columns: true });
  return rows.map((cells) => row.read(cells).entry as Entry);
}

const figures: Figure[] = entries("reported-figures.csv", FIGURE_ROW).map((figure) => ({ ...figure, fixes: [] }));
const catalog = { platforms: entries("platforms.csv", PLATFORM_ROW), countries: entries<Country>("countries.csv", COUNTRY_ROW) };
const told = { catalog, vintage: "newest" as const };
const sections = story({ figures, ...told });
const section = (id: StorySection["id"], all = sections) => all.find((one) => one.id === id) as StorySection;
const with_ = (id: string, change: Partial<Figure>) => figures.map((figure) => (figure.id === id ? { ...figure, ...change } : figure));

describe("the story", () => {
  it("has five charts, a sentence each, from the figures that ship", () => {
    expect(sections.map(({ said, by }) => `${said.text} ${by.text}`)).toEqual([
      "RedNote had about 300,000 daily users in the US from 6 Jan to 11 Jan 2025 and 3.4 million on 13 January 2025; TikTok had 82.2 million that day. Said by: Similarweb, via Reuters (an estimate, published on 16 January 2025).",
      "By a second estimate RedNote had 32.5 million daily users in the US on 19 January 2025, ×9.6 the 3.4 million on 13 January 2025. Said by: Similarweb blog, on a mirror (an estimate, day of publication not known); Similarweb, via Reuters (an estimate, published on 16 January 2025).",
      "RedNote stood at No. 11 of free iPhone apps in the US on 12 January 2025 by one reading, at No. 25 by another, and at No. 1 from 13 Jan to 23 Jan 2025. Said by: Sensor Tower, via China Federation of Literary and Art Circles (an estimate, published on 16 January 2025); DataEye research (app data), via ITBear (an estimate, day of publication not known); Sensor Tower, via siliconafrica.com (an estimate, day of publication not known).",
      "Daily downloads of RedNote in the US fell from 126,700 on 22 January 2025 to 25,500 on 26 January 2025. Said by: Appfigures, via Variety VIP+ (an estimate, day of publication not known).",
      "RedNote stood at No. 1 of free iPhone apps in the UK, Canada, Ireland and Italy and at No. 3 or better in France, Portugal, Spain and El Salvador on 16 January 2025. Said by: Apple App Store, via South China Morning Post (an estimate, day of publication not known).",
    ]);
  });

  it("says of each what is not known, as far as the figures go", () => {
    expect(sections.map(({ unknown }) => unknown?.text)).toEqual([
      expect.stringContaining("none follows people from one to the other"),
      expect.stringContaining("No figure here settles it"),
      "Not known: its place before 12 January 2025 and after 23 January 2025. No figure is of those days.",
      "Not known: what came later. No published figure of daily users of RedNote in the US is of a day after 27 January 2025.",
      "Not known: how many people elsewhere. Daily users of RedNote by country were published of the US only.",
    ]);
    const later = [...figures, { ...(figures[2] as Figure), id: "x", date_from: "2025-03-01", date_to: "2025-03-01", country: "GB" }];
    expect(section("where", story({ figures: later, ...told })).unknown?.text).toContain("of the US and the UK only");
    const inUs = later.map((figure) => (figure.id === "x" ? { ...figure, country: "US" } : figure));
    expect(section("after", story({ figures: inUs, ...told })).unknown?.text).toContain("after 1 March 2025");
    const nowhere = later.map((figure) => (figure.id === "x" ? { ...figure, estimate_kind: "untraceable" as const } : figure));
    expect(section("after", story({ figures: nowhere, ...told })).unknown?.text).toContain("after 27 January 2025");
  });

  it.each([
    ["English", STORY.english, ENGLISH_FORMAT],
    ["Chinese", storyInChinese, CHINESE_FORMAT],
  ])("quotes value, days, who, how and when of each row, in %s", (_, words, format) => {
    for (const { said, by, unknown } of story({ figures, ...told, words, format })) {
      for (const row of said.rows) {
        expect(said.text).toContain(quoted(row, { words, format }).value);
        expect(said.text).toContain(format.shortDay(numberOf(row.date_to)));
        expect(by.text).toContain(words.said(row));
        expect(by.text).toContain(words.how[row.estimate_kind]);
        expect(by.text).toContain(words.published(row.published_on && format.longDay(numberOf(row.published_on))));
      }
      expect(unknown?.text).toBeTruthy();
    }
  });

  it("has no number that is not in its rows: another value is another sentence", () => {
    const changed = story({ figures: with_("rf003", { value: 4_700_000, published_on: "2025-01-20" }), ...told });
    expect(section("growth", changed).said.text).toContain("and 4.7 million on 13 January 2025");
    expect(section("growth", changed).by.text).toContain("published on 20 January 2025");
    expect(section("conflict", changed).said.text).toContain("×6.9 the 4.7 million");
    expect(section("after", story({ figures: with_("rf031", { value: 200_000 }), ...told })).said.text).toContain("rose from 126,700");
  });

  it("leaves out what its rows no longer say, and what has no row or none that can be traced", () => {
    const ids = (given: Figure[]) => story({ figures: given, ...told }).map(({ id }) => id);
    expect(ids(with_("rf003", { value: 100_000 }))).not.toContain("growth");
    expect(ids(with_("rf044", { value: 11 }))).not.toContain("rank");
    expect(ids(with_("rf060", { date_from: "2025-01-15", date_to: "2025-01-15" }))).not.toContain("where");
    expect(ids(figures.filter(({ id }) => id !== "rf031"))).toEqual(["growth", "conflict", "rank", "where"]);
    expect(ids(with_("rf007", { estimate_kind: "untraceable" }))).not.toContain("conflict");
    expect(ids([])).toEqual([]);
    const ranks = figures.filter(({ metric_id }) => metric_id === "app_store_rank");
    expect(section("where", story({ figures: ranks, ...told })).unknown).toBeNull();
  });

  it("leads into views that have addresses, at the vintage that is read", () => {
    for (const { view } of story({ figures, ...told, vintage: 2 })) {
      expect(view.vintage).toBe(2);
      expect(decodeView(new URLSearchParams(encodeView(view)))).toEqual({ view, notices: [] });
    }
    expect(sections.map(({ page }) => page)).toEqual(["growth", "evidence", "growth", "growth", "map"]);
    expect(section("conflict").view.quantities).toEqual(["daily_active_users"]);
    expect(section("where").view.day).toBe("2025-01-16");
  });

  it("begins with how many figures there are, without those that nobody can trace", () => {
    const own = figures.filter(({ country, platform }) => country === "US" && ["rednote", "tiktok"].includes(platform));
    const { text, rows } = storyLead({ figures: own, catalog });
    expect(rows.some(({ estimate_kind }) => estimate_kind === "untraceable")).toBe(false);
    expect(text).toContain(
      `${rows.length} figures of RedNote and TikTok in the US that can be traced, on ${new Set(rows.map(({ url }) => url)).size} pages`,
    );
  });

  it("is told in Chinese", () => {
    const names = { ...catalog, platforms: catalog.platforms.map((one) => ({ ...one, name: PLATFORMS[one.id] ?? one.name })) };
    const all = story({ figures, ...told, catalog: names, words: storyInChinese, format: CHINESE_FORMAT });
    expect(section("after", all).said.text).toMatch(
      /^小红书在United States的日下载量由2025年1月22日的 12.67万降至2025年1月26日的 2.55万。$/,
    );
  });
});
