import type { Area } from "../../app/language.ts";

/** Words of what a later vintage changed. */
export interface ChangesWords {
  /** Numbers as they are written; `null` where there are none of that kind. */
  exist: (values: { changed: string; shown: string } | null, added: string | null, figures: string | null) => string;
  see: string;
  hide: string;
  /** The same sentence, once both are drawn. */
  drawn: (old: number, now: number) => string;
  notDrawn: string;
  name: (vintage: number) => string;
  title: string;
  told: (old: number, now: number) => string;
  head: { day: string; series: string; change: string };
  none: string;
  isNew: string;
  gone: string;
  more: (shown: string, all: string) => string;
}

const values = (count: string) => (count === "1" ? "value" : "values");

export const CHANGES: Area<ChangesWords> = {
  name: "changes",
  english: {
    exist: (changed, added, figures) => {
      const told = [
        changed && `${changed.changed} of ${changed.shown} ${values(changed.shown)} changed`,
        added && `${added} ${values(added)} ${added === "1" ? "is" : "are"} new`,
        figures && (figures === "1" ? "1 published figure is another" : `${figures} published figures are others`),
      ].filter((part) => part !== null);
      return `Newer data exist: ${told.join(", ")}.`;
    },
    see: "See what changed",
    hide: "Hide what changed",
    drawn: (old, now) => `Vintage ${old} is dashed and grey where it differs, vintage ${now} is drawn over it.`,
    notDrawn: "Small charts by country do not draw it: the table below has it.",
    name: (vintage) => `Vintage ${vintage}`,
    title: "What changed",
    told: (old, now) => `Values of this view, day by day, that vintage ${now} has otherwise than vintage ${old}.`,
    head: { day: "Day", series: "Series", change: "Change" },
    none: "none",
    isNew: "new",
    gone: "withdrawn",
    more: (shown, all) => `The first ${shown} of ${all}. A shorter range has the others.`,
  },
};
