import { type Figure, providerOf } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import type { EvidenceFilter } from "./words.ts";

/** A choice of a filter: how many figures there are of it beside the other filters. */
export interface Choice {
  id: string;
  name: string;
  count: number;
}

const OF: Record<EvidenceFilter, (figure: Figure) => string> = {
  platforms: ({ platform }) => platform,
  countries: ({ country }) => country,
  quantities: ({ metric }) => metric,
  providers: (figure) => providerOf(figure).id,
};

/**
 * What can be chosen in a filter: everything that figures have, the most figures first. The count is of those that
 * the other filters let pass.
 *
 * @param figures those that were known
 * @example choicesOf("providers", figures, view, nameOf)[0] // { id: "sensor-tower", name: "Sensor Tower", count: 36 }
 */
export function choicesOf(
  filter: EvidenceFilter,
  figures: readonly Figure[],
  view: View,
  nameOf: (id: string, figure: Figure) => string,
): Choice[] {
  const choices = new Map<string, Choice>();
  const others = (Object.keys(OF) as EvidenceFilter[]).filter((other) => other !== filter);
  for (const figure of figures) {
    const id = OF[filter](figure);
    const choice = choices.get(id) ?? { id, name: nameOf(id, figure), count: 0 };
    choices.set(id, choice);
    if (others.every((other) => view[other].length === 0 || view[other].includes(OF[other](figure)))) choice.count++;
  }
  return [...choices.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** A list with one id more or less. An empty list is everything, and so is the one that has it all. */
export function withChoice(chosen: readonly string[], id: string, all: readonly string[]): string[] {
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return all.every((one) => next.includes(one)) ? [] : next;
}

/** Names in a filter that no figure has, by the parameter of the address; the list without them. */
export function unknownChoices(view: View, figures: readonly Figure[]): { field: "providers" | "quantities" | "figure"; id: string }[] {
  const lacks = (field: "providers" | "quantities") => {
    const known = new Set(figures.map(OF[field]));
    return view[field].filter((id) => !known.has(id)).map((id) => ({ field, id }));
  };
  const figure = view.figure !== "" && !figures.some(({ id }) => id === view.figure) ? [{ field: "figure" as const, id: view.figure }] : [];
  return [...lacks("providers"), ...lacks("quantities"), ...figure];
}
