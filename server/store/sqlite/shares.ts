import type { Database } from "better-sqlite3";
import { type Day, dayOf } from "../../../data/model/day.ts";
import type { Share, Shown } from "../../../data/model/share.ts";
import { NameTakenError, type ShareChange, type ShareListing, type ShareQuery, StoreBusyError, type Visits } from "../store.ts";
import { atOnce, sqliteCode } from "./connection.ts";
import { ShareImages } from "./share-images.ts";

/** A share as it stands in the table. */
type Row = Omit<Share, "pinned" | "shows"> & { pinned: 0 | 1; shows: string | null };

const FIRST_DAY = dayOf(0);

const SHARE = "slug, page, view, pinned, vintage, shows, owner, note, created_at, expires_at, revoked_at, successor";

const LIST = `
  SELECT ${SHARE},
    (SELECT coalesce(sum(visits), 0) FROM share_visits WHERE share = shares.id) AS visits,
    (SELECT max(day) FROM share_visits WHERE share = shares.id) AS last_visit
  FROM shares
  WHERE (@owner IS NULL OR owner = @owner) AND (@before IS NULL OR id < (SELECT id FROM shares WHERE slug = @before))
  ORDER BY id DESC LIMIT @limit`;

/** Keeps short links, and how often each was followed. */
export class Shares {
  readonly images: ShareImages;
  readonly #writer: Database;
  readonly #create;
  readonly #bySlug;
  readonly #list;
  readonly #change;
  readonly #end;
  readonly #count;
  readonly #visits;

  constructor(writer: Database, reader: Database) {
    this.#writer = writer;
    this.images = new ShareImages(writer, reader);
    this.#create = writer.prepare<[Row]>(
      `INSERT INTO shares (${SHARE}) VALUES (${SHARE.split(", ")
        .map((name) => `@${name}`)
        .join(", ")})`,
    );
    this.#bySlug = reader.prepare<[string], Row>(`SELECT ${SHARE} FROM shares WHERE slug = ?`);
    this.#list = reader.prepare<[{ owner: string | null; before: string | null; limit: number }], Row & ListedOnly>(LIST);
    // What was revoked stays as it is.
    this.#change = writer.prepare<[Pick<Share, "slug" | "note" | "expires_at">]>(
      "UPDATE shares SET note = @note, expires_at = @expires_at WHERE slug = @slug AND revoked_at IS NULL",
    );
    this.#end = writer.prepare<[string, string | null, string]>(
      "UPDATE shares SET revoked_at = ?, successor = ? WHERE slug = ? AND revoked_at IS NULL",
    );
    this.#count = writer.prepare<[string, number, string]>(
      `INSERT INTO share_visits (share, day, visits) SELECT id, ?, ? FROM shares WHERE slug = ?
        ON CONFLICT (share, day) DO UPDATE SET visits = visits + excluded.visits`,
    );
    this.#visits = reader.prepare<[string, Day], { day: Day; visits: number }>(
      "SELECT day, visits FROM share_visits WHERE share = (SELECT id FROM shares WHERE slug = ?) AND day >= ? ORDER BY day",
    );
  }

  create(share: Share, origin: string): void {
    this.#writing(() => {
      this.#insert(share);
      if (share.pinned) this.images.ask(share.slug, origin);
    });
  }

  bySlug(slug: string): Share | undefined {
    const row = this.#bySlug.get(slug);
    return row && shareOf(row);
  }

  list({ owner, before, limit }: ShareQuery): ShareListing[] {
    const rows = this.#list.all({ owner: owner ?? null, before: before ?? null, limit });
    return rows.map(({ visits, last_visit, ...row }) => ({ ...shareOf(row), visits, last_visit }));
  }

  change(slug: string, change: ShareChange): boolean {
    return this.#writing(() => {
      const before = this.bySlug(slug);
      return before !== undefined && this.#change.run({ slug, note: before.note, expires_at: before.expires_at, ...change }).changes > 0;
    });
  }

  revoke(slug: string, revoked_at: string): boolean {
    return this.#writing(() => {
      const isEnded = this.#end.run(revoked_at, null, slug).changes > 0;
      if (isEnded) this.images.forget(slug);
      return isEnded;
    });
  }

  rotate(slug: string, fresh: string, at: string): boolean {
    return this.#writing(() => {
      const before = this.bySlug(slug);
      if (before === undefined || before.revoked_at !== null) return false;
      this.#insert({ ...before, slug: fresh, created_at: at });
      this.#end.run(at, fresh, slug);
      this.images.move(slug, fresh);
      return true;
    });
  }

  /** Whether there is such a share whose image was still to be drawn. */
  keepImage(slug: string, bytes: Uint8Array, at: string): boolean {
    return this.#writing(() => this.images.keep(slug, bytes, at));
  }

  count(visits: Visits): void {
    this.#writing(() => {
      for (const [slug, days] of visits) for (const [day, count] of days) this.#count.run(day, count, slug);
    });
  }

  visits(slug: string, since: Day = FIRST_DAY): { day: Day; visits: number }[] {
    return this.#visits.all(slug, since);
  }

  #insert(share: Share): void {
    try {
      this.#create.run({ ...share, pinned: share.pinned ? 1 : 0, shows: share.shows && JSON.stringify(share.shows) });
    } catch (error) {
      if (sqliteCode(error) === "SQLITE_CONSTRAINT_UNIQUE") throw new NameTakenError(`There is a share \`${share.slug}\` already.`);
      throw error;
    }
  }

  /** All of it or nothing, and never waiting. */
  #writing<Result>(write: () => Result): Result {
    if (this.#writer.inTransaction) throw new StoreBusyError("A batch is open.");
    return atOnce(this.#writer, () => this.#writer.transaction(write).immediate());
  }
}

type ListedOnly = Pick<ShareListing, "visits" | "last_visit">;

function shareOf(row: Row): Share {
  return { ...row, pinned: row.pinned === 1, shows: row.shows === null ? null : (JSON.parse(row.shows) as Shown) };
}
