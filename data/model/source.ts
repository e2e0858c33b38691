/**
 * How the numbers of a source came to be. Travels with every series into every rendering.
 * - `observed`: counted by whoever sent them
 * - `estimate`: worked out by a third party
 * - `modelled`: passes through traceable figures and nothing else
 * - `illustrative`: made up to show a feature; off until chosen
 */
export type SourceKind = "observed" | "estimate" | "modelled" | "illustrative";

export const SOURCE_KINDS = ["observed", "estimate", "modelled", "illustrative"] as const satisfies readonly SourceKind[];

/** Who says the numbers of a series. Comes from `data/reference/sources.csv` or is registered. */
export interface Source {
  id: string;
  name: string;
  kind: SourceKind;
  publisher: string;
  url: string;
  licence: string;
  /** One or two sentences: how the numbers are made. */
  method: string;
  /** IANA zone in which the source ends its days; empty where it does not say. */
  day_zone: string;
}
