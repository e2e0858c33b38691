import type { Database } from "better-sqlite3";
import { type KeptReceipt, StoreBusyError } from "../store.ts";
import { atOnce } from "./connection.ts";

/** Keeps what was answered to requests with an Idempotency-Key. */
export class KeptReceipts {
  readonly #writer: Database;
  readonly #kept;
  readonly #keep;
  readonly #forget;

  constructor(writer: Database, reader: Database) {
    this.#writer = writer;
    this.#kept = reader.prepare<[string, string], KeptReceipt>(
      "SELECT token, key, request, receipt, kept_at FROM kept_receipts WHERE token = ? AND key = ?",
    );
    this.#keep = writer.prepare<[string, string, string, string, string]>(
      "INSERT OR REPLACE INTO kept_receipts (token, key, request, receipt, kept_at) VALUES (?, ?, ?, ?, ?)",
    );
    this.#forget = writer.prepare<[string]>("DELETE FROM kept_receipts WHERE kept_at < ?");
  }

  kept(token: string, key: string): KeptReceipt | undefined {
    return this.#kept.get(token, key);
  }

  keep({ token, key, request, receipt, kept_at }: KeptReceipt, since: string): void {
    if (this.#writer.inTransaction) throw new StoreBusyError("A batch is open.");
    const write = this.#writer.transaction(() => {
      this.#forget.run(since);
      this.#keep.run(token, key, request, receipt, kept_at);
    });
    atOnce(this.#writer, () => write.immediate());
  }
}
