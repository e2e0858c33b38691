import { useMemo } from "react";
import { dailySeries } from "../../../data/analysis/daily.ts";
import { type SectionId, type StorySection, story } from "../../../data/chart/story.ts";
import { STORY } from "../../../data/chart/story-words.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Figure } from "../../../data/model/figure.ts";
import type { DailySeries, SeriesTable } from "../../../data/model/series.ts";
import { defaultView, type View, type Vintage } from "../../../data/model/view.ts";
import { api, type Loaded, read, seriesQuery, vintageQuery } from "../../app/api.ts";
import { useAsked } from "../../app/asked.ts";
import { atOneVintage } from "../../app/beside.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";

/** What the charts below the first one need besides: asked for when the first one stands there. */
interface More {
  /** Of RedNote and TikTok, in any country. */
  figures: Figure[];
  downloads: DailySeries[];
}

/** A section and the data of its chart; `null` while they are on their way. */
export interface ShownSection {
  section: StorySection;
  loaded: Loaded | null;
}

export interface StoryState {
  /** By id; those that the vintage cannot tell are missing. */
  sections: ReadonlyMap<SectionId, ShownSection>;
  /** Whether all that could be asked for is here. */
  complete: boolean;
  failure: string | null;
  retry: () => void;
}

/** Views that the charts of the story are made of, beside the one that every page begins with. */
const downloadsView = (vintage: Vintage): View => ({ ...defaultView(), vintage, metric: "downloads", platforms: ["rednote"] });

/**
 * The sections of the story with their data.
 *
 * @param first the data of the default view
 * @param ready whether the first chart stands there, so that the rest may be fetched
 */
export function useStory(first: Loaded | null, ready: boolean): StoryState {
  const words = wordsOf(STORY);
  const vintage = first?.view.vintage ?? "newest";
  const asked = useAsked(
    `${vintage} ${first?.catalog.vintage}`,
    first && ready ? (signal) => moreAt(vintage, first.catalog, signal) : null,
  );
  const here = !asked.pending && asked.failure === null;
  const more = here ? asked.loaded : null;
  const sections = useMemo(() => {
    const shown = new Map<SectionId, ShownSection>();
    if (!first) return shown;
    const figures = more?.figures ?? first.figures;
    for (const section of story({ figures, catalog: first.catalog, vintage, words, format: format() }))
      shown.set(section.id, { section, loaded: loadedOf(section, first, more) });
    return shown;
  }, [first, more, vintage, words]);
  return { sections, complete: here, failure: asked.failure, retry: asked.retry };
}

async function moreAt(asked: Vintage, catalog: Catalog, signal: AbortSignal): Promise<More> {
  const init = { init: { signal } };
  const [{ figures }, table] = await atOneVintage(asked, catalog, (vintage) =>
    Promise.all([
      read<{ vintage: number; figures: Figure[] }>(
        api.figures.$get({ query: { platforms: "rednote,tiktok", ...vintageQuery(vintage) } }, init),
      ),
      read<SeriesTable>(api.series.$get({ query: seriesQuery(downloadsView(vintage)) }, init)),
    ]),
  );
  return { figures, downloads: dailySeries(table) };
}

/** The data of a section as a page of its own would load them. */
function loadedOf({ id, view }: StorySection, first: Loaded, more: More | null): Loaded | null {
  const known = { ...first, view, notices: [] };
  const rednote = (one: { platform: string }) => one.platform === "rednote";
  switch (id) {
    case "growth":
      return known;
    case "conflict":
    case "rank":
      return { ...known, series: [], figures: first.figures.filter(rednote) };
    case "after":
      return more && { ...known, series: more.downloads, figures: first.figures.filter(rednote) };
    case "where":
      return more && { ...known, series: [], figures: more.figures.filter(rednote) };
  }
}
