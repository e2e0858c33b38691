import type { ReactElement } from "react";
import { joinedEntries, namesOf, type Reference, type ShownEntries } from "../../../data/analysis/entry-changes.ts";
import { extentOf, shownDays } from "../../../data/analysis/table.ts";
import { shownFigures } from "../../../data/chart/evidence.ts";
import { figuresWithin } from "../../../data/chart/listed-figures.ts";
import { eventsIn, figuresOf } from "../../../data/chart/model.ts";
import { type SectionId, type StorySection, story } from "../../../data/chart/story.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { Bar as PageBar } from "../newer/PageNewer.tsx";
import type { ShownSeries } from "../newer/shows.ts";
import type { ShownSection } from "./story-data.ts";

export interface StoryNewerProps {
  view: View;
  loaded: Loaded;
  sections: ReadonlyMap<SectionId, ShownSection>;
  /** Whether all sections are here: until then nothing is counted. */
  complete: boolean;
  onChange: (view: View) => void;
}

/** How much of a pinned story is other by now: of its lines, of the figures that its charts and sentences show, of its events. */
export function Bar({ view, loaded, sections, complete, onChange }: StoryNewerProps): ReactElement | null {
  if (!complete) return null;
  const showsOf = () => ({ series: [...sections.values()].flatMap(seriesOf), entriesOf });
  return <PageBar view={view} loaded={loaded} of={loaded} showsOf={showsOf} onChange={onChange} />;
}

/** The sections that draw lines; the others show figures alone. */
const LINES: readonly SectionId[] = ["growth", "after"];

function seriesOf({ section, loaded }: ShownSection): ShownSeries[] {
  if (!LINES.includes(section.id) || !loaded) return [];
  const { series } = loaded;
  return [{ viewOf: () => section.view, series, days: shownDays(section.view.range, extentOf(series)) }];
}

function entriesOf(reference: Reference): ShownEntries {
  const sections = story({ figures: reference.figures, catalog: reference, vintage: reference.vintage });
  return joinedEntries(sections.map((section) => entriesIn(section, reference)));
}

function entriesIn({ page, view, said, unknown }: StorySection, reference: Reference): ShownEntries {
  const days = shownDays(view.range, null);
  const drawn =
    page === "evidence" ? shownFigures(reference.figures, view) : figuresWithin(figuresOf({ view, figures: reference.figures }), days);
  const figures = [...said.rows, ...(unknown?.rows ?? []), ...drawn].map(({ id }) => id);
  if (page !== "growth") return { figures };
  return { ...namesOf(view, reference), figures, events: eventsIn(reference.events, view, days).map(({ slug }) => slug) };
}
