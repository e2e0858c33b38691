import type { Catalog } from "../../../data/model/catalog.ts";
import type { Claim, Figure } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import { api, read } from "../../app/api.ts";
import type { Asked } from "../../app/asked.ts";
import { catalogOf, useBeside } from "../../app/beside.ts";
import type { DataState } from "../../app/data.ts";

/** Every figure and claim of a vintage. */
export interface EvidenceLoaded {
  catalog: Catalog;
  figures: Figure[];
  claims: Claim[];
}

/** The figures and claims of the view's vintage: filters and the slider then ask nobody. */
export function useEvidence(view: View, data: DataState): Asked<EvidenceLoaded> {
  const catalog = catalogOf(view, data);
  return useBeside(data, String(catalog?.vintage), catalog && ((signal) => evidenceAt(catalog, signal)));
}

async function evidenceAt(catalog: Catalog, signal: AbortSignal): Promise<EvidenceLoaded> {
  const query = { vintage: String(catalog.vintage) };
  const [{ figures }, { claims }] = await Promise.all([
    read<{ figures: Figure[] }>(api.figures.$get({ query }, { init: { signal } })),
    read<{ claims: Claim[] }>(api.claims.$get({ query }, { init: { signal } })),
  ]);
  return { catalog, figures, claims };
}
