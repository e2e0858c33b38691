import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How a body travels. */
export type Encoding = "br" | "gzip" | "identity";

const ORDER: readonly Encoding[] = ["br", "gzip", "identity"];

/** Below this, headers outweigh what compression saves. */
const WORTHWHILE = 1024;

/**
 * The encoding to answer with: the one that the client likes best, the smaller one where it does not mind.
 *
 * @example acceptedEncoding("gzip, deflate, br") // "br"
 * @example acceptedEncoding("br;q=0.1, gzip") // "gzip"
 */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (!header) return "identity";
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith("q="));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    weights.set(name, Number.isFinite(weight) ? weight : 0);
  }
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get("*") ?? 0;
  let best: Encoding = "identity";
  for (const encoding of [...ORDER].reverse()) if (weightOf(encoding) > 0 && weightOf(encoding) >= weightOf(best)) best = encoding;
  return best;
}

/** Brotli's effort for a body that is made once a view, and for one that every page asks for: a seventh less, in ten times the time. */
const EFFORT = 5;
const LASTING_EFFORT = 10;
/** Above this, that takes too long. */
const MOST_LASTING = 65_536;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Compresses beside the event loop. Small bodies stay as they are, and say so.
 *
 * @param lasting whether the body is kept for long and given to many, so that more effort is worth it
 */
export async function encodeBody(
  body: Uint8Array<ArrayBuffer>,
  wanted: Encoding,
  lasting = false,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; encoding: Encoding }> {
  if (wanted === "identity" || body.byteLength < WORTHWHILE) return { bytes: body, encoding: "identity" };
  const bytes =
    wanted === "br"
      ? await brotli(body, {
          params: {
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_QUALITY]: lasting && body.byteLength <= MOST_LASTING ? LASTING_EFFORT : EFFORT,
            // As far back as most bodies are long; the usual window takes 8 MB for each body under way.
            [constants.BROTLI_PARAM_LGWIN]: 18,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
          },
        })
      : await deflate(body, { level: 6 });
  return { bytes: new Uint8Array(bytes), encoding: wanted };
}
