/** A Content-Type, taken apart: in small letters, without quotes. */
export interface MediaType {
  /** Empty where there is none. */
  name: string;
  charset: string | undefined;
}

/** @example mediaType('Text/CSV; charset="UTF-8"') // { name: "text/csv", charset: "utf-8" } */
export function mediaType(header: string | undefined): MediaType {
  const [name = "", ...parameters] = (header ?? "")
    .toLowerCase()
    .split(";")
    .map((text) => text.trim());
  const charset = parameters
    .find((text) => text.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  return { name, charset };
}

/** Whether bytes of that type are read as they are. */
export function isUtf8({ charset }: MediaType): boolean {
  return charset === undefined || charset === "utf-8" || charset === "utf8";
}
