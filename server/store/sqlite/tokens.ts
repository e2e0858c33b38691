import type { Database } from "better-sqlite3";
import { NameTakenError, type Token } from "../store.ts";
import { busy, sqliteCode } from "./connection.ts";

/** Keeps tokens: their hashes, by name. */
export class Tokens {
  readonly #create;
  readonly #byHash;

  constructor(writer: Database, reader: Database) {
    this.#create = writer.prepare<[string, string, string]>("INSERT INTO tokens (name, hash, created_at) VALUES (?, ?, ?)");
    this.#byHash = reader.prepare<[string], Token>("SELECT name, hash, created_at FROM tokens WHERE hash = ?");
  }

  create(token: Token): void {
    try {
      this.#create.run(token.name, token.hash, token.created_at);
    } catch (error) {
      if (sqliteCode(error) === "SQLITE_CONSTRAINT_PRIMARYKEY") throw new NameTakenError(`There is a token \`${token.name}\` already.`);
      throw busy(error);
    }
  }

  byHash(hash: string): Token | undefined {
    return this.#byHash.get(hash);
  }
}
