import type { Catalog } from "../../data/model/catalog.ts";
import type { View, Vintage } from "../../data/model/view.ts";
import { type Asked, useAsked } from "./asked.ts";
import type { DataState } from "./data.ts";

/**
 * What a page asks for itself once the catalog is known. Until then it waits for the data, and fails with them.
 *
 * @param data what {@link import("./data.ts").useData} has of the same view: the catalog, and what failed before it came
 * @param key says all that the answer depends on
 * @param ask `null` until the catalog is known
 */
export function useBeside<Value>(data: DataState, key: string, ask: ((signal: AbortSignal) => Promise<Value>) | null): Asked<Value> {
  const asked = useAsked(key, ask);
  const own = ask !== null && !asked.pending;
  const ownFailure = asked.locked ? null : asked.failure;
  return {
    loaded: data.loaded ? asked.loaded : null,
    pending: ask ? asked.pending : data.pending,
    failure: own ? ownFailure : data.failure,
    locked: asked.locked || data.locked,
    retry: () => {
      asked.retry();
      if (!own) data.retry();
    },
  };
}

/** The catalog of the view's vintage, as soon as it is known: other parameters do not change it. */
export function catalogOf(view: View, { loaded, pending }: DataState): Catalog | null {
  return loaded && (!pending || loaded.view.vintage === view.vintage) ? loaded.catalog : null;
}

/**
 * Answers of one vintage, that of the catalog which they stand beside: where a batch came after it, what they name the
 * catalog may not know, and they are asked for again.
 */
export async function atOneVintage<Answers extends readonly { vintage: number }[]>(
  asked: Vintage,
  catalog: Pick<Catalog, "vintage">,
  ask: (vintage: Vintage) => Promise<Answers>,
): Promise<Answers> {
  const answers = await ask(asked);
  if (asked !== "newest" || answers.every(({ vintage }) => vintage === catalog.vintage)) return answers;
  return ask(catalog.vintage);
}
