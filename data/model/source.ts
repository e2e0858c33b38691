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

/**
 * Tells the kind of a source by its id. One that is not listed, because it was withdrawn, says nothing of how its numbers
 * came to be: they are never shown as counted, so it is `modelled`.
 *
 * @example
 * const kindOf = kindsOf([{ id: "panel", kind: "estimate" }]);
 * [kindOf("panel"), kindOf("nobody")] // ["estimate", "modelled"]
 */
export function kindsOf(sources: readonly Pick<Source, "id" | "kind">[]): (id: string) => SourceKind {
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  return (id) => kinds.get(id) ?? "modelled";
}
