import { extentOf, shownDays } from "../../data/analysis/table.ts";
import type { Cited } from "../../data/chart/citation.ts";
import { figuresWithin, listedFigures } from "../../data/chart/listed-figures.ts";
import { shownBy } from "../../data/chart/shown.ts";
import { dayNumber, dayOf } from "../../data/model/day.ts";
import { providerOf } from "../../data/model/figure.ts";
import type { View } from "../../data/model/view.ts";
import type { Place } from "../app/address.ts";
import { viewed } from "../app/address.ts";
import type { Loaded } from "../app/api.ts";

/** The shown page as a citation names it. */
export function citedOf({ title }: Preview, page: Place, view: View, loaded: Loaded | null, address: string, now: Date): Cited {
  const received = loaded?.catalog.received_at?.slice(0, 10);
  const asOf = received === undefined ? undefined : dayNumber(received);
  const { sources, providers } = loaded ? saidBy(page, view, loaded) : { sources: [], providers: [] };
  return {
    title,
    vintage: loaded?.catalog.vintage ?? 0,
    asOf: asOf === undefined ? null : dayOf(asOf),
    sources,
    providers,
    address,
    retrieved: dayOf(dayNumber(now.toISOString().slice(0, 10)) ?? 0),
  };
}

/** Whose series and whose figures a page shows. The story is made of charts as Growth has them. */
function saidBy(page: Place, view: View, loaded: Loaded): Pick<Cited, "sources" | "providers"> {
  const { catalog, series } = loaded;
  const drawn = page === "story" ? "growth" : viewed(page);
  const shown = shownBy(view, drawn, loaded);
  const there = new Set(series.map(({ source }) => source));
  const ids = new Set(shown.figures);
  const figures = loaded.figures.filter(({ id }) => ids.has(id));
  const counts = new Map<string, { name: string | null; count: number }>();
  const days = shownDays(view.range, extentOf(series));
  const read =
    drawn === "growth" ? listedFigures(figures, view.metric, series, days) : drawn === "topics" ? figuresWithin(figures, days) : figures;
  for (const figure of read) {
    const { id, name } = providerOf(figure);
    counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return {
    sources: catalog.sources.filter(({ id }) => shown.sources.includes(id) && there.has(id)),
    providers: [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ name }) => name),
  };
}

/** What is shared, in words. */
export interface Preview {
  title: string;
  sentence: string;
}

/** The page's own title and sentence: what whoever opens the link reads first. */
export function previewOf(page: Pick<Document, "title" | "querySelector">): Preview {
  return {
    title: page.title.replace(/ · RedNote Surge$/, ""),
    sentence: page.querySelector("main h1")?.textContent ?? "",
  };
}
