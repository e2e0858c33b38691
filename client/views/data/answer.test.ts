import { describe, expect, it } from "vitest";
import type { Receipt } from "../../../data/model/snapshot.ts";
import { outcomeOf } from "./answer.ts";

const receipt: Receipt = {
  batch: 3,
  vintage: 3,
  rows: 1,
  inserted: 1,
  revised: 0,
  unchanged: 0,
  retracted: 0,
  rejected: 0,
  errors: [],
  replayed: false,
};

const answered = (status: number, body: unknown = { detail: "What the server says." }, retryAfter: number | null = null) =>
  outcomeOf({ status, body, retryAfter }, true);

describe("an answer to a file", () => {
  it.each([200, 201, 422])("of %i with a receipt is that receipt", (status) => {
    expect(answered(status, { type: "t", ...receipt })).toMatchObject({ kind: "receipt", receipt });
  });

  it("of 401 asks for a token, and says what is wrong with one that was given", () => {
    const answer = { status: 401, body: { detail: "There is no such token." }, retryAfter: null };
    expect(outcomeOf(answer, false)).toEqual({ kind: "token", why: null });
    expect(outcomeOf(answer, true)).toMatchObject({ kind: "token", why: expect.stringMatching(/^There is no such token\. Check/) });
  });

  it.each([
    ["unknown_token", "It is not known. Check that it is copied whole, or make another."],
    ["expired_token", "It is not known. Make another: `npm run -s token -- create NAME`."],
    ["revoked_token", "It is not known. Make another: `npm run -s token -- create NAME`."],
  ])("of 401 for %s says why, and what to do at the page", (code, why) => {
    const errors = [{ field: "Authorization", code, detail: "It is not known." }];
    expect(answered(401, { detail: "It is not known. Send a header.", errors })).toEqual({ kind: "token", why });
  });

  it("of 403 says which token would do, once", () => {
    expect(answered(403)).toMatchObject({ kind: "token", why: expect.stringContaining("--scope ingest") });
    const errors = [{ field: "Authorization", code: "other_scope", detail: "It is for reading." }];
    expect(answered(403, { detail: "It is for reading. Make another.", errors })).toEqual({
      kind: "token",
      why: "It is for reading. Make one that may ingest: `npm run -s token -- create NAME --scope ingest`.",
    });
  });

  it.each([
    [413, "Split the file"],
    [415, "Send UTF-8 as CSV, NDJSON or a JSON array"],
    [422, "Nothing was written."],
    [408, "too slow"],
    [507, "disk of the server is full"],
    [500, "list of batches"],
  ])("of %i says what the server says, and what to do", (status, advice) => {
    expect(answered(status)).toEqual({ kind: "failure", what: "What the server says.", advice: expect.stringContaining(advice) });
  });

  it.each([429, 503])("of %i says when to come back", (status) => {
    expect(answered(status, {}, 7)).toMatchObject({ advice: expect.stringMatching(/try again in 7 seconds\.$/i) });
    expect(answered(status, {}, 1)).toMatchObject({ advice: expect.stringMatching(/try again in 1 second\.$/i) });
    expect(answered(status, {}, null)).toMatchObject({ advice: expect.stringMatching(/try again in a moment\.$/i) });
  });

  it("in the words of a proxy is named by its number", () => {
    expect(answered(502, null)).toMatchObject({ what: "The server answered 502." });
  });

  it("names the first fault of a parameter", () => {
    expect(
      answered(400, { detail: "Bad address.", errors: [{ field: "source", code: "c", detail: "There is no source x." }] }),
    ).toMatchObject({
      what: "Bad address. There is no source x.",
    });
  });
});
