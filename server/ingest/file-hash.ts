import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import type { Problem } from "../../data/model/problem.ts";

/** Bytes read at once. */
const CHUNK = 256 * 1024;

export const FILE_CHANGED: Problem = {
  field: "file",
  code: "file_changed",
  detail: "It was changed while it was read. Nothing was written; send it again when it is complete.",
};

/** SHA-256 of a file as it is, in hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** What changes where a file is written to or replaced. */
export async function markOfFile(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(" ");
}
