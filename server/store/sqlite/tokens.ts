import type { Database } from "better-sqlite3";
import { NameTakenError, type NewToken, SCOPES, StoreBusyError, type Token } from "../store.ts";
import { atOnce, portError, sqliteCode } from "./connection.ts";

/** A token as it stands in the table: its scopes with commas between. */
type Row = Omit<Token, "scopes"> & { scopes: string };

const TOKEN = "SELECT name, hash, created_at, scopes, expires_at, revoked_at, last_used_at FROM tokens";

/** Keeps tokens: their hashes, by name. */
export class Tokens {
  readonly #writer: Database;
  readonly #create;
  readonly #byHash;
  readonly #all;
  readonly #revoke;
  readonly #touch;

  constructor(writer: Database, reader: Database) {
    this.#writer = writer;
    this.#create = writer.prepare<[string, string, string, string, string | null]>(
      "INSERT INTO tokens (name, hash, created_at, scopes, expires_at) VALUES (?, ?, ?, ?, ?)",
    );
    this.#byHash = reader.prepare<[string], Row>(`${TOKEN} WHERE hash = ?`);
    this.#all = reader.prepare<[], Row>(`${TOKEN} ORDER BY name`);
    this.#revoke = writer.prepare<[string, string]>("UPDATE tokens SET revoked_at = coalesce(revoked_at, ?) WHERE name = ?");
    this.#touch = writer.prepare<[string, string]>("UPDATE tokens SET last_used_at = ? WHERE name = ?");
  }

  create({ name, hash, created_at, scopes = ["ingest"], expires_at = null }: NewToken): void {
    try {
      this.#create.run(name, hash, created_at, scopes.join(","), expires_at);
    } catch (error) {
      if (sqliteCode(error) === "SQLITE_CONSTRAINT_PRIMARYKEY") throw new NameTakenError(`There is a token \`${name}\` already.`);
      throw portError(error);
    }
  }

  byHash(hash: string): Token | undefined {
    const row = this.#byHash.get(hash);
    return row && tokenOf(row);
  }

  all(): Token[] {
    return this.#all.all().map(tokenOf);
  }

  revoke(name: string, revoked_at: string): boolean {
    try {
      return this.#revoke.run(revoked_at, name).changes > 0;
    } catch (error) {
      throw portError(error);
    }
  }

  touch(uses: ReadonlyMap<string, string>): void {
    if (this.#writer.inTransaction) throw new StoreBusyError("A batch is open.");
    const write = this.#writer.transaction(() => {
      for (const [name, at] of uses) this.#touch.run(at, name);
    });
    atOnce(this.#writer, () => write.immediate());
  }
}

function tokenOf(row: Row): Token {
  const named = new Set(row.scopes.split(","));
  return { ...row, scopes: SCOPES.filter((scope) => named.has(scope)) };
}
