import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { StoreBusyError } from "../../server/store/store.ts";
import { desk } from "./command.fixture.ts";
import { CommandError, command, onlyName, UsageError } from "./command.ts";

const at = desk();

/** A command that answers 7, or throws what it is told to. */
const main = (fault?: Error) =>
  command({
    usage: "npm run thing -- NAME\n",
    options: { loud: { type: "boolean", default: false }, size: { type: "string" } },
    run: ({ loud, size, json }, names) => {
      if (fault) throw fault;
      process.stdout.write(JSON.stringify([loud, size, json, names]));
      return 7;
    },
  });

describe("a command", () => {
  it("is run with its options and names, and answers its exit code", async () => {
    expect(await main()(["one", "--size", "5", "--loud", "two"])).toBe(7);
    expect([at.out, at.err]).toEqual(['[true,"5",false,["one","two"]]', ""]);
  });

  it("helps without being run", async () => {
    expect(await main(new Error("run"))(["--help", "--loud"])).toBe(0);
    expect([at.out, at.err]).toEqual(["npm run thing -- NAME\n", ""]);
  });

  it("says what arguments mean nothing, and how it is used", async () => {
    expect(await main()(["--lout"])).toBe(2);
    expect(at.err).toMatch(/--lout.*\n\nnpm run thing -- NAME\n$/s);
    at.err = "";
    expect(await main()(["--size", "5", "--size=6"])).toBe(2);
    expect([at.out, at.err]).toMatchObject(["", expect.stringMatching(/^--size is there twice\. Say it once\.\n\nnpm run/)]);
    at.err = "";
    expect(await main(new UsageError("Name a thing."))([])).toBe(2);
    expect(at.err).toBe("Name a thing.\n\nnpm run thing -- NAME\n");
    at.err = "";
    expect(await main(new UsageError("There is no such thing.", { isSmall: true }))([])).toBe(2);
    expect([at.out, at.err]).toEqual(["", "There is no such thing.\n"]);
  });

  it("says in one line what a person can mend, and throws what nobody foresaw", async () => {
    for (const fault of [new CommandError("It cannot be done."), new StoreBusyError("It cannot be done.")]) {
      at.err = "";
      expect(await main(fault)([])).toBe(1);
      expect([at.out, at.err]).toEqual(["", "It cannot be done.\n"]);
    }
    at.err = "";
    expect(await main(new Sqlite.SqliteError("database disk image is malformed", "SQLITE_CORRUPT"))([])).toBe(1);
    expect(at.err).toBe(
      "The database is damaged. `npm run verify` says where; `npm run restore -- FILE` puts a backup in its place. (SQLITE_CORRUPT)\n",
    );
    await expect(main(new TypeError("undefined is not a function"))([])).rejects.toThrow(TypeError);
  });

  it("takes one name where it wants one", () => {
    expect(onlyName(["one"], "Name one.")).toBe("one");
    for (const names of [[], [""], ["one", "two"]]) expect(() => onlyName(names, "Name one.")).toThrow(new UsageError("Name one."));
  });
});
