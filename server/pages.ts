import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "hono";
import { matches } from "./answers.ts";
import { acceptedEncoding, type Encoding, encodeBody } from "./encoding.ts";

/** One built file in every encoding that the build made of it. */
export interface ClientFile {
  type: string;
  etag: string;
  /** Named by its content, so never another. */
  hashed: boolean;
  body: Uint8Array<ArrayBuffer>;
  compressed: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>;
}

/** The built pages by path, `/index.html` among them. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

const TYPES: Record<string, string> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

/**
 * Reads the built pages into memory: they are small, and a server that runs on keeps its own when they are built anew.
 *
 * @throws Error where there are none
 */
export function loadClient(folder: string): ClientFiles {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`The pages are not built: there is no ${join(folder, "index.html")}. Run \`npm run build\`.`);
  const files = new Map<string, ClientFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
    if (type === undefined || name.startsWith(".") || !statSync(join(folder, name)).isFile()) continue;
    const path = `/${name.replaceAll("\\", "/")}`;
    const body = bytesOf(join(folder, name));
    const compressed: ClientFile["compressed"] = {};
    if (existsSync(join(folder, `${name}.br`))) compressed.br = bytesOf(join(folder, `${name}.br`));
    if (existsSync(join(folder, `${name}.gz`))) compressed.gzip = bytesOf(join(folder, `${name}.gz`));
    const etag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    files.set(path, { type, etag, hashed: path.startsWith("/assets/"), body, compressed });
  }
  return files;
}

/** A built page with more in its head, in the encoding that the client takes. */
export async function withHead(c: Context, { body, ...page }: ClientFile, more: string): Promise<ClientFile> {
  if (more === "") return { ...page, body };
  const whole = new TextEncoder().encode(new TextDecoder().decode(body).replace("</head>", () => `${more}</head>`));
  const { bytes, encoding } = await encodeBody(whole, acceptedEncoding(c.req.header("Accept-Encoding")));
  const etag = createHash("sha256").update(whole).digest("base64url").slice(0, 22);
  return { ...page, etag, body: whole, compressed: encoding === "identity" ? {} : { [encoding]: bytes } };
}

/** A built file as an answer, in the smallest encoding that the client takes. */
export function answerFile(c: Context, file: ClientFile, status: 200 | 404 = 200): Response {
  const wanted = acceptedEncoding(c.req.header("Accept-Encoding"));
  const smaller = file.compressed[wanted];
  const body = smaller ?? file.body;
  const etag = smaller ? `"${file.etag}-${wanted}"` : `"${file.etag}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    "Cache-Control": file.hashed ? "public, max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding",
  };
  if (status === 200 && matches(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
  headers["Content-Type"] = file.type;
  if (smaller) headers["Content-Encoding"] = wanted;
  headers["Content-Length"] = String(body.byteLength);
  return c.body(body, status, headers);
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}
