import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { main } from "./token.ts";

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-token-"));
  vi.stubEnv("SURGE_DATABASE", join(folder, "surge.sqlite"));
  [out, err] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("npm run token", () => {
  it("prints the token once, alone, and keeps its hash only", async () => {
    expect(await main(["create", "desk"])).toBe(0);
    expect(out).toMatch(/^surge_[\w-]{43}\n$/);
    expect(err).toBe("");
    const token = out.trim();
    const store = openSqliteStore(join(folder, "surge.sqlite"));
    expect(store.tokenByHash(sha256(token))).toMatchObject({ name: "desk" });
    store.close();
    expect(readFileSync(join(folder, "surge.sqlite")).includes(token)).toBe(false);
  });

  it("makes another one each time", async () => {
    await main(["create", "one"]);
    await main(["create", "two"]);
    const [one, two] = out.split("\n");
    expect(one).not.toBe(two);
  });

  it("refuses a name that is taken", async () => {
    await main(["create", "desk"]);
    out = "";
    expect(await main(["create", "desk"])).toBe(1);
    expect([out, err]).toEqual(["", "There is a token `desk` already.\n"]);
  });

  it("prints one JSON value where that is asked for", async () => {
    expect(await main(["create", "desk", "--json"])).toBe(0);
    expect(JSON.parse(out)).toEqual({
      name: "desk",
      token: expect.stringMatching(/^surge_/),
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it.each([[[]], [["create"]], [["create", "two words"]], [["create", "a", "b"]], [["make", "desk"]], [["create", "desk", "--loud"]]])(
    "does nothing for %j and answers 2",
    async (argv) => {
      expect(await main(argv)).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("npm run -s token -- create NAME");
    },
  );
});
