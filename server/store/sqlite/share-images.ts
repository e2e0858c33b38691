import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { StoreFault } from "../store.ts";

/** Keeps the images of pinned shares, and knows which are still to be drawn. Writes within the transactions of its caller. */
export class ShareImages {
  readonly #ask;
  readonly #keep;
  readonly #move;
  readonly #forget;
  readonly #bytes;
  readonly #total;
  readonly #next;

  constructor(writer: Database, reader: Database) {
    this.#ask = writer.prepare<[string, string]>("INSERT INTO share_images (share, origin) SELECT id, ? FROM shares WHERE slug = ?");
    this.#keep = writer.prepare<[Uint8Array, string, string, string]>(
      `UPDATE share_images SET bytes = ?, hash = ?, drawn_at = ?
        WHERE share = (SELECT id FROM shares WHERE slug = ?) AND bytes IS NULL`,
    );
    this.#move = writer.prepare<[string, string]>(
      `UPDATE share_images SET share = (SELECT id FROM shares WHERE slug = ?) WHERE share = (SELECT id FROM shares WHERE slug = ?)`,
    );
    this.#forget = writer.prepare<[string]>("DELETE FROM share_images WHERE share = (SELECT id FROM shares WHERE slug = ?)");
    this.#bytes = reader
      .prepare<[string], Uint8Array<ArrayBuffer> | null>(
        "SELECT bytes FROM share_images WHERE share = (SELECT id FROM shares WHERE slug = ?)",
      )
      .pluck();
    this.#total = reader.prepare<[], number>("SELECT coalesce(sum(length(bytes)), 0) FROM share_images").pluck();
    this.#next = reader.prepare<[string], { slug: string; origin: string }>(
      `SELECT slug, origin FROM share_images JOIN shares ON id = share
        WHERE bytes IS NULL AND share > coalesce((SELECT id FROM shares WHERE slug = ?), 0) ORDER BY share LIMIT 1`,
    );
  }

  /** Notes that the image of a share is to be drawn. */
  ask(slug: string, origin: string): void {
    this.#ask.run(origin, slug);
  }

  keep(slug: string, bytes: Uint8Array, at: string): boolean {
    return this.#keep.run(bytes, hashOf(bytes), at, slug).changes > 0;
  }

  move(from: string, to: string): void {
    this.#move.run(to, from);
  }

  forget(slug: string): void {
    this.#forget.run(slug);
  }

  bySlug(slug: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#bytes.get(slug) ?? undefined;
  }

  total(): number {
    return this.#total.get() ?? 0;
  }

  next(after: string): { slug: string; origin: string } | undefined {
    return this.#next.get(after);
  }
}

/** Images that are not what was drawn. */
export function imageFaults(database: Database): StoreFault[] {
  const rows = database.prepare<[], { slug: string; bytes: Uint8Array; hash: string }>(
    "SELECT slug, bytes, hash FROM share_images JOIN shares ON id = share WHERE bytes IS NOT NULL",
  );
  const faults: StoreFault[] = [];
  // One after the other: together they may be a gigabyte.
  for (const { slug, bytes, hash } of rows.iterate())
    if (hashOf(bytes) !== hash)
      faults.push({ code: "changed_image", detail: `The image of the share ${slug} is not the one that was drawn.` });
  return faults;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
