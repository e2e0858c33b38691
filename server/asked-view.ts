import type { Catalog } from "../data/model/catalog.ts";
import { unknownNames } from "../data/model/known-view.ts";
import { decodeView, type View } from "../data/model/view.ts";
import { RequestProblem } from "./problem.ts";
import { refusals } from "./refused-view.ts";
import type { Services } from "./services.ts";
import { resolveVintage } from "./vintage.ts";

/** The view that an address asks for, and what it is read from. */
export interface AskedView {
  view: View;
  catalog: Catalog;
  vintage: number;
  /** Whether the address names the vintage. */
  pinned: boolean;
}

/**
 * Reads an address as a view of what is there.
 *
 * @param pairs of the address, without those that are no part of a view
 * @throws RequestProblem (400) where a parameter means nothing, or names what the catalog of that vintage lacks
 */
export function askedView(pairs: Iterable<readonly [string, string]>, { store, now }: Pick<Services, "store" | "now">): AskedView {
  const { view, notices } = decodeView(pairs);
  if (notices.length > 0)
    throw new RequestProblem("bad-address", "The address has parameters that mean nothing here.", { errors: refusals(notices) });
  const { vintage, pinned } = resolveVintage(store, view.vintage, now());
  const catalog = store.catalog(vintage);
  const unknown = unknownNames(view, catalog);
  if (unknown.length > 0) throw new RequestProblem("bad-address", "The address names what the catalog does not have.", { errors: unknown });
  return { view, catalog, vintage, pinned };
}
