import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ask, desk } from "./command/command.fixture.ts";
import { main } from "./token.ts";

const at = desk();

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("npm run token", () => {
  it("prints the token once, alone, and keeps its hash only", async () => {
    expect(await main(["create", "desk"])).toBe(0);
    expect(at.out).toMatch(/^surge_[\w-]{43}\n$/);
    expect(at.err).toBe("");
    const token = at.out.trim();
    expect(ask(at, (store) => store.tokenByHash(sha256(token)))).toMatchObject({ name: "desk" });
    expect(readFileSync(at.database).includes(token)).toBe(false);
  });

  it("makes another one each time", async () => {
    await main(["create", "one"]);
    await main(["create", "two"]);
    const [one, two] = at.out.split("\n");
    expect(one).not.toBe(two);
  });

  it("refuses a name that is taken", async () => {
    await main(["create", "desk"]);
    at.out = "";
    expect(await main(["create", "desk"])).toBe(1);
    expect([at.out, at.err]).toEqual(["", "There is a token `desk` already.\n"]);
  });

  it("prints one JSON value where that is asked for", async () => {
    expect(await main(["create", "desk", "--json"])).toBe(0);
    expect(JSON.parse(at.out)).toEqual({
      name: "desk",
      token: expect.stringMatching(/^surge_/),
      scopes: ["ingest"],
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      expires_at: null,
    });
  });

  it("makes tokens for several things, to the end of a day", async () => {
    const argv = ["create", "desk", "--scope", "read", "--scope", "ingest", "--expires", "2999-12-31", "--json"];
    expect(await main(argv)).toBe(0);
    expect(JSON.parse(at.out)).toMatchObject({ scopes: ["ingest", "read"], expires_at: "3000-01-01T00:00:00.000Z" });
    at.out = "";
    await main(["list", "--json"]);
    expect(JSON.parse(at.out)).toEqual([expect.objectContaining({ name: "desk", scopes: ["ingest", "read"], last_used_at: null })]);
  });

  it("lists tokens with their state and last use, and never what opens a door", async () => {
    await main(["create", "desk", "--expires", "2999-12-31"]);
    await main(["create", "gone", "--scope", "read,share"]);
    const secrets = at.out.trim().split("\n");
    await main(["revoke", "gone"]);
    ask(at, (store) => store.touchTokens(new Map([["desk", "2025-03-01T10:11:12.000Z"]])));
    at.out = "";
    expect(await main(["list"])).toBe(0);
    expect(at.out).toMatch(/^name +scopes +created +last used \(UTC\) +state\n/);
    expect(at.out).toMatch(/\ndesk +ingest +\d{4}-\d\d-\d\d +2025-03-01 10:11 +works until 2999-12-31\n/);
    expect(at.out).toMatch(/\ngone +read,share +\d{4}-\d\d-\d\d +never +revoked on \d{4}-\d\d-\d\d\n$/);
    await main(["list", "--json"]);
    for (const secret of secrets) {
      expect(at.out).not.toContain(secret);
      expect(at.out).not.toContain(sha256(secret));
    }
  });

  it("revokes a token, also twice, and says so where there is none of that name", async () => {
    await main(["create", "desk"]);
    const token = at.out.trim();
    expect(await main(["revoke", "desk"])).toBe(0);
    expect(await main(["revoke", "desk"])).toBe(0);
    expect(ask(at, (store) => store.tokenByHash(sha256(token))?.revoked_at)).toMatch(/Z$/);
    expect(await main(["revoke", "dusk"])).toBe(1);
    expect(at.err).toContain("There is no token `dusk`.");
    expect(await main(["create", "desk"])).toBe(1);
  });

  it.each([
    [[]],
    [["create"]],
    [["create", "two words"]],
    [["create", "a", "b"]],
    [["make", "desk"]],
    [["create", "desk", "--loud"]],
    [["create", "desk", "--scope", "write"]],
    [["create", "desk", "--expires", "2025-02-30"]],
    [["create", "desk", "--expires", "2020-01-01"]],
    [["list", "desk"]],
    [["list", "--scope", "read"]],
    [["revoke"]],
  ])("does nothing for %j and answers 2", async (argv) => {
    expect(await main(argv)).toBe(2);
    expect(at.out).toBe("");
    expect(at.err).toContain("npm run -s token -- create NAME");
  });
});
