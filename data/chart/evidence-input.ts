import type { Catalog } from "../model/catalog.ts";
import type { Claim, Figure } from "../model/figure.ts";
import type { View } from "../model/view.ts";
import type { Quantity } from "./evidence.ts";
import type { Told } from "./figure-text.ts";
import { nameOf } from "./names.ts";
import { quantityName } from "./quantity-words.ts";

/** All that the Evidence page is made of. */
export interface EvidenceInput {
  /** Every figure that there is, whatever the view leaves out. */
  figures: readonly Figure[];
  claims: readonly Claim[];
  catalog: Pick<Catalog, "platforms" | "countries" | "topics">;
  view: Pick<View, "platforms" | "countries" | "quantities" | "providers" | "known">;
  /** Names of the metrics of figures. */
  quantities: Readonly<Record<string, string>>;
  told: Told;
}

/** What a quantity is called, of which platforms, and where. @example "Daily active users, RedNote, United States" */
export function quantityTitle(
  { metric, country }: Pick<Quantity, "metric" | "country">,
  platforms: readonly string[],
  { catalog, quantities, told }: Pick<EvidenceInput, "catalog" | "quantities" | "told">,
): string {
  const names = [...new Set(platforms)].map((id) => nameOf(catalog.platforms, id));
  return told.words.title(quantityName(metric, quantities), names, nameOf(catalog.countries, country));
}
