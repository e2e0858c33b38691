/** Some bytes or a text are no JSON. The message says where. */
export class JsonTextError extends Error {}

/** @throws JsonTextError where the text is none @param what it is, to begin the message with, e.g. `The body` */
export function parseJson(text: string, what: string): unknown {
  if (text.trim() === "") throw new JsonTextError(`${what} is empty.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JsonTextError(`${what} is not JSON. ${error instanceof Error ? sentence(error.message) : ""}`);
  }
}

/** @throws JsonTextError where the bytes are not UTF-8: what cannot be read must not be kept as question marks */
export function textOfBytes(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new JsonTextError(`${what} is not UTF-8. Save it as UTF-8.`);
  }
}

function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
