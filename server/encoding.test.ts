import { expect, it } from "vitest";
import { acceptedEncoding } from "./encoding.ts";

it.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0.1, gzip;q=0.9", "gzip"],
  ["br;q=0, gzip;q=0", "identity"],
  ["*", "br"],
  ["*;q=0.5, br;q=0", "gzip"],
  ["identity;q=1, br;q=0.5", "identity"],
  ["deflate, zstd", "identity"],
  ["br;q=much", "identity"],
] as const)("Accept-Encoding %s is answered with %s", (header, expected) => {
  expect(acceptedEncoding(header)).toBe(expected);
});
