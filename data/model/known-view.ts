import type { Catalog } from "./catalog.ts";
import type { Problem } from "./problem.ts";
import { defaultView, type Notice, type View } from "./view.ts";

/**
 * Names in a view that the catalog does not have, one problem each. The page shows them; the API answers 400.
 *
 * @example unknownNames({ ...defaultView(), platforms: ["vine"] }, catalog)[0].code // "unknown_platform"
 */
export function unknownNames(view: View, catalog: Pick<Catalog, "platforms" | "countries" | "metrics" | "topics" | "sources">): Problem[] {
  const problems: Problem[] = [];
  const check = (field: string, noun: string, ids: string[], known: readonly { id: string }[]) => {
    for (const id of ids)
      if (!known.some((entry) => entry.id === id))
        problems.push({ field, code: `unknown_${noun}`, value: id, detail: `There is no ${noun} \`${id}\`.` });
  };
  check("metric", "metric", [view.metric], catalog.metrics);
  check("platforms", "platform", view.platforms, catalog.platforms);
  check("countries", "country", view.countries, catalog.countries);
  check("topics", "topic", view.topics, catalog.topics);
  check("sources", "source", view.sources, catalog.sources);
  return problems;
}

/**
 * A view without the names that the catalog lacks, with a notice for each. A list that would be empty falls back to the
 * usual one, as every broken parameter does.
 *
 * @example knownView({ ...defaultView(), platforms: ["vine"] }, catalog).view.platforms // ["rednote", "tiktok"]
 */
export function knownView(view: View, catalog: Parameters<typeof unknownNames>[1]): { view: View; notices: Notice[] } {
  const notices = unknownNames(view, catalog);
  if (notices.length === 0) return { view, notices };
  const usual = defaultView();
  const unknown = new Set(notices.map((problem) => `${problem.field} ${problem.value}`));
  const known = (name: "platforms" | "countries" | "topics" | "sources") => {
    const kept = view[name].filter((id) => !unknown.has(`${name} ${id}`));
    return kept.length > 0 || view[name].length === 0 ? kept : usual[name];
  };
  const metric = unknown.has(`metric ${view.metric}`) ? usual.metric : view.metric;
  return {
    view: {
      ...view,
      metric,
      platforms: known("platforms"),
      countries: known("countries"),
      topics: known("topics"),
      sources: known("sources"),
    },
    notices: notices.map((problem) => ({ ...problem, detail: `${problem.detail} It was left out.` })),
  };
}
