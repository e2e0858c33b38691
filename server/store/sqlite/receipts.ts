import type { Database, Statement } from "better-sqlite3";
import type { Change, KeptReceipt, ReceiptKeeping } from "../store.ts";

/** What was answered to a request with an Idempotency-Key, by token and key. */
export function readReceipt(database: Database): Statement<[string, string], KeptReceipt> {
  return database.prepare("SELECT token, key, request, receipt, kept_at FROM kept_receipts WHERE token = ? AND key = ?");
}

/** Keeps the receipt of a change, inside of the transaction that is open. */
export function writeReceipt(database: Database, { of, since }: ReceiptKeeping, change: Change): void {
  const { token, key, request, receipt, kept_at } = of(change);
  database.prepare("DELETE FROM kept_receipts WHERE kept_at < ?").run(since);
  database
    .prepare("INSERT OR REPLACE INTO kept_receipts (token, key, request, receipt, kept_at) VALUES (?, ?, ?, ?, ?)")
    .run(token, key, request, receipt, kept_at);
}
