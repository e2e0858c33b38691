import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { defaultView, type View, type Vintage } from "../model/view.ts";
import { ENGLISH_FORMAT, type Format } from "./format.ts";
import { nameOf } from "./names.ts";
import { type Quoted, STORY, type StoryWords } from "./story-words.ts";

/** A sentence, and the figures that it comes from. */
export interface Told {
  text: string;
  rows: Figure[];
}

export type SectionId = keyof StoryWords["heads"];

/** One chart of the story: its view, the sentence that it proves, and what nobody published. */
export interface StorySection {
  id: SectionId;
  /** Where its chart comes from, and leads to. */
  page: "growth" | "evidence" | "map";
  view: View;
  head: string;
  said: Told;
  /** Who says it, how they know and when, of the same rows. */
  by: Told;
  /** `null` where no row says how far it is known. */
  unknown: Told | null;
}

export interface StoryInput {
  /** Of RedNote and TikTok, in any country. */
  figures: readonly Figure[];
  catalog: Pick<Catalog, "platforms" | "countries">;
  vintage: Vintage;
  /** English where left out. */
  words?: StoryWords;
  format?: Format;
}

/** The figures that each sentence quotes, by id. */
const QUOTED = {
  growth: ["rf001", "rf003", "rf166"],
  conflict: ["rf007", "rf003"],
  rank: ["rf043", "rf044", "rf048"],
  after: ["rf030", "rf031"],
  where: ["rf059", "rf060", "rf061", "rf062", "rf063", "rf064", "rf065", "rf066"],
} as const satisfies Record<SectionId, readonly string[]>;

const PAGES_OF: Readonly<Record<SectionId, StorySection["page"]>> = {
  growth: "growth",
  conflict: "evidence",
  rank: "growth",
  after: "growth",
  where: "map",
};

const REDNOTE = "rednote";
const HOME_COUNTRY = "US";
const USERS = "daily_active_users";

/**
 * The story: five charts, a sentence each, and what is not known of it. Every sentence is a function of its rows: value,
 * days, who said it, how they know and when. A section is left out where the vintage lacks one of its rows, or where
 * its rows no longer say what its sentence says.
 *
 * @example story({ figures, catalog, vintage: "newest" })[3].said.text
 * // "Daily downloads of RedNote in the US fell from 126,700 on 22 January 2025 to 25,500 on 26 January 2025."
 */
export function story({ figures, catalog, vintage, words = STORY.english, format = ENGLISH_FORMAT }: StoryInput): StorySection[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const telling: Telling = { figures, catalog, words, format };
  return (Object.keys(QUOTED) as SectionId[]).flatMap((id): StorySection[] => {
    const rows = QUOTED[id].flatMap((row) => byId.get(row) ?? []);
    const traced = rows.every((row) => row.estimate_kind !== "untraceable");
    const text = rows.length === QUOTED[id].length && traced ? SAID[id](rows, telling) : null;
    if (text === null) return [];
    const view = { ...defaultView(), vintage, ...viewOf(id, rows) };
    return [
      {
        id,
        page: PAGES_OF[id],
        view,
        head: words.heads[id],
        said: { text, rows },
        by: { text: sayersOf(rows, telling), rows },
        unknown: UNKNOWN[id](telling),
      },
    ];
  });
}

interface Telling {
  figures: readonly Figure[];
  catalog: StoryInput["catalog"];
  words: StoryWords;
  format: Format;
}

/** The sentence of each section from its rows, in their order; `null` where they do not say it. */
const SAID: Record<SectionId, (rows: readonly Figure[], telling: Telling) => string | null> = {
  growth: (rows, telling) => {
    const [low, high, other] = rows as [Figure, Figure, Figure];
    if (low.value >= high.value || low.country !== high.country || low.country !== other.country) return null;
    const same = high.date_from === other.date_from && high.date_to === other.date_to;
    const { words } = telling;
    const names = [platformOf(low, telling), platformOf(other, telling), placeOf(low, telling)] as const;
    return words.growth(...names, quoted(low, telling), quoted(high, telling), quoted(other, telling), same);
  },
  conflict: (rows, telling) => {
    const [high, low] = rows as [Figure, Figure];
    if (high.value <= low.value || high.metric !== low.metric || high.country !== low.country) return null;
    const { words, format } = telling;
    const [platform, place] = [platformOf(high, telling), placeOf(high, telling)];
    return words.conflict(platform, place, quoted(high, telling), format.times(high.value / low.value), quoted(low, telling));
  },
  rank: (rows, telling) => {
    const [first, second, best] = rows as [Figure, Figure, Figure];
    if (first.value === second.value || best.value >= Math.min(first.value, second.value)) return null;
    const { words } = telling;
    const [platform, place] = [platformOf(first, telling), placeOf(first, telling)];
    return words.rankOf(platform, place, quoted(first, telling), quoted(second, telling), quoted(best, telling));
  },
  after: (rows, telling) => {
    const [from, to] = rows as [Figure, Figure];
    if (from.value === to.value || from.date_to >= to.date_from) return null;
    const [platform, place] = [platformOf(from, telling), placeOf(from, telling)];
    return telling.words.course(to.value > from.value, platform, place, quoted(from, telling), quoted(to, telling));
  },
  where: (rows, telling) => {
    const [first] = rows as [Figure];
    if (rows.some((row) => row.date_from !== first.date_from || row.date_to !== first.date_to)) return null;
    const { words, format } = telling;
    const ranks = [...new Set(rows.map((row) => words.rank(format.fullNumber(row.value), row.qualifier)))];
    const groups = ranks.map((rank) => {
      const own = rows.filter((row) => words.rank(format.fullNumber(row.value), row.qualifier) === rank);
      return [rank, words.list(own.map((row) => placeOf(row, telling)))] as const;
    });
    return words.where(platformOf(first, telling), quoted(first, telling).days, groups);
  },
};

/** What nobody published, as far as the figures show it. */
const UNKNOWN: Record<SectionId, (telling: Telling) => Told | null> = {
  growth: ({ words }) => ({ text: words.unknown.people, rows: [] }),
  conflict: ({ words }) => ({ text: words.unknown.right, rows: [] }),
  rank: (telling) => {
    const own = tracedOf(telling, (figure) => figure.metric_id === "app_store_rank" && figure.country === HOME_COUNTRY);
    const [first, last] = [earliest(own), latest(own)];
    if (!first || !last) return null;
    const day = (text: string) => telling.format.longDay(numberOf(text));
    return { text: telling.words.unknown.places(day(first.date_from), day(last.date_to)), rows: [first, last] };
  },
  after: (telling) => {
    const last = latest(tracedOf(telling, (figure) => figure.metric.startsWith(USERS) && figure.country === HOME_COUNTRY));
    if (!last) return null;
    const { words, format } = telling;
    const text = words.unknown.after(platformOf(last, telling), placeOf(last, telling), format.longDay(numberOf(last.date_to)));
    return { text, rows: [last] };
  },
  where: (telling) => {
    const rows = tracedOf(telling, (figure) => figure.metric_id === USERS && figure.country !== "WORLD");
    const countries = [...new Set(rows.map((row) => row.country))];
    if (rows.length === 0) return null;
    const { words, catalog } = telling;
    const places = words.list(countries.map((country) => words.place(country, catalog.countries)));
    return { text: words.unknown.countries(nameOf(catalog.platforms, REDNOTE), places), rows };
  },
};

/** What of a view each section shows beside the default. */
function viewOf(id: SectionId, rows: readonly Figure[]): Partial<View> {
  const days = (from: string, to: string) => ({ range: { from, to } });
  switch (id) {
    case "growth":
      return {};
    case "conflict":
      return { platforms: [REDNOTE], quantities: [...new Set(rows.map((row) => row.metric))] };
    case "rank":
      return { platforms: [REDNOTE], metric: "app_store_rank", ...days("2025-01-10", "2025-01-26") };
    case "after":
      return { platforms: [REDNOTE], metric: "downloads", ...days("2025-01-18", "2025-02-15") };
    case "where":
      return { platforms: [REDNOTE], metric: "app_store_rank", day: rows[0]?.date_from ?? "" };
  }
}

/** Who says what the rows say, how they know, and when: each page once. */
function sayersOf(rows: readonly Figure[], { words, format }: Telling): string {
  const sayers = rows.map((row) =>
    words.sayer(
      words.said(row),
      words.how[row.estimate_kind],
      words.published(row.published_on === null ? null : format.longDay(numberOf(row.published_on))),
    ),
  );
  return words.by([...new Set(sayers)]);
}

/** A figure's value and days as they stand in a sentence. */
export function quoted(figure: Figure, { words, format }: Pick<Telling, "words" | "format">): Quoted {
  const [from, to] = [numberOf(figure.date_from), numberOf(figure.date_to)];
  return {
    value:
      figure.unit === "rank" ? words.rank(format.fullNumber(figure.value), figure.qualifier) : words.value(figure.value, figure.qualifier),
    days: from === to ? words.onDay(format.longDay(from)) : words.fromTo(format.rangeText(from, to)),
  };
}

function platformOf({ platform }: Figure, { catalog }: Telling): string {
  return nameOf(catalog.platforms, platform);
}

function placeOf({ country }: Figure, { catalog, words }: Telling): string {
  return words.place(country, catalog.countries);
}

/** Figures of RedNote whose origin is known. */
function tracedOf({ figures }: Telling, fits: (figure: Figure) => boolean): Figure[] {
  return figures.filter((figure) => figure.platform === REDNOTE && figure.estimate_kind !== "untraceable" && fits(figure));
}

function earliest(rows: readonly Figure[]): Figure | undefined {
  return rows.toSorted((a, b) => a.date_from.localeCompare(b.date_from))[0];
}

function latest(rows: readonly Figure[]): Figure | undefined {
  return rows.toSorted((a, b) => b.date_to.localeCompare(a.date_to))[0];
}

/** With what the story begins: how many figures there are, on how many pages, of which platforms. */
export function storyLead({ figures, catalog, words = STORY.english, format = ENGLISH_FORMAT }: Omit<StoryInput, "vintage">): Told {
  const rows = figures.filter((figure) => figure.estimate_kind !== "untraceable");
  const platforms = [...new Set(rows.map((row) => row.platform))].map((id) => nameOf(catalog.platforms, id));
  const pages = new Set(rows.map((row) => row.url)).size;
  return { text: words.lead(format.fullNumber(rows.length), format.fullNumber(pages), words.list(platforms)), rows };
}
