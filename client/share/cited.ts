import type { Cited } from "../../data/chart/citation.ts";
import { dayNumber, dayOf } from "../../data/model/day.ts";
import type { Loaded } from "../app/api.ts";

/** The shown page as a citation names it. */
export function citedOf({ title }: Preview, loaded: Loaded | null, address: string, now: Date): Cited {
  const received = loaded?.catalog.received_at?.slice(0, 10);
  const asOf = received === undefined ? undefined : dayNumber(received);
  const shown = new Set(loaded?.series.map(({ source }) => source));
  return {
    title,
    vintage: loaded?.catalog.vintage ?? 0,
    asOf: asOf === undefined ? null : dayOf(asOf),
    sources: loaded?.catalog.sources.filter(({ id }) => shown.has(id)) ?? [],
    address,
    retrieved: dayOf(dayNumber(now.toISOString().slice(0, 10)) ?? 0),
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
