import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, read, tokenHeader } from "./api.ts";
import { dropToken, forgetToken, giveSharingToken, giveToken, heldToken, sharingToken } from "./token.ts";

const answered = (status: number, type: string, detail: string) =>
  read(Promise.resolve({ ok: false, status, json: async () => ({ type: `urn:rednote-surge:problem:${type}`, detail }) }));

beforeEach(forgetToken);

describe("the reader's token", () => {
  it("goes with each request until it is forgotten", () => {
    giveToken(" abc ");
    expect(tokenHeader()).toEqual({ Authorization: "Bearer abc" });
    forgetToken();
    expect(tokenHeader()).toEqual({});
  });

  it("that is not known is dropped, with the reason; one that may do other things is kept", async () => {
    giveToken("wrong");
    await expect(answered(401, "token-needed", "Not known.")).rejects.toMatchObject({ isLocked: true });
    expect(heldToken()).toMatchObject({ text: "", refusal: "Not known.", isPrivate: true });
    giveToken("ingest");
    expect(heldToken().refusal).toBeNull();
    await expect(answered(403, "scope-needed", "For ingest.")).rejects.toBeInstanceOf(ApiError);
    expect(heldToken()).toMatchObject({ text: "ingest", refusal: "For ingest." });
  });

  it("that was given since is not blamed for the one before", async () => {
    giveToken("old");
    const late = answered(401, "token-needed", "Not known.");
    giveToken("new");
    await expect(late).rejects.toBeInstanceOf(ApiError);
    expect(heldToken()).toMatchObject({ text: "new", refusal: null });
  });

  it("has what was refused asked for again, once the server is known to be private", async () => {
    await expect(answered(401, "token-needed", "There is no token.")).rejects.toBeInstanceOf(ApiError);
    const { turn } = heldToken();
    giveToken("good");
    expect(heldToken().turn).toBe(turn + 1);
  });

  it("for short links is another, where one for reading is held: reads go on with theirs", () => {
    giveSharingToken("desk");
    expect([tokenHeader().Authorization, sharingToken()]).toEqual(["Bearer desk", "desk"]);
    giveToken("reader");
    const { given, turn } = heldToken();
    giveSharingToken(" desk ");
    expect([tokenHeader().Authorization, sharingToken()]).toEqual(["Bearer reader", "desk"]);
    // Whoever waits for a token hears of it; nothing is read again.
    expect(heldToken()).toMatchObject({ given: given + 1, turn });
    dropToken("desk");
    expect(sharingToken()).toBe("reader");
    giveSharingToken("desk");
    forgetToken();
    expect([tokenHeader(), sharingToken()]).toEqual([{}, ""]);
  });

  it("is not blamed for other problems", async () => {
    giveToken("good");
    await expect(answered(429, "too-many-requests", "Later.")).rejects.toMatchObject({ isLocked: false });
    expect(heldToken()).toMatchObject({ text: "good", refusal: null });
  });
});
