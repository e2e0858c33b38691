import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../app/api.ts";
import { forgetToken, giveToken, heldToken } from "../app/token.ts";
import { listShares, makeShare } from "./shares.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  forgetToken();
});

const { signal } = new AbortController();

/** Lets the server answer in turn, and keeps what it is asked. */
function answering(...answers: (Response | Error)[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    asked.push(`${init?.method} ${address} ${new Headers(init?.headers).get("Authorization") ?? ""}`);
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer;
  });
  return asked;
}

const problem = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers });
const refused = (work: () => Promise<unknown>) =>
  work().then(
    () => {
      throw new Error("it was not refused");
    },
    (error: unknown) => error as ApiError,
  );

describe("what was asked of short links", () => {
  it.each([
    [
      401,
      { detail: "x", errors: [{ code: "unknown_token", detail: "It is not known." }] },
      "It is not known. Check that it is copied whole",
      true,
    ],
    [
      403,
      { detail: "x", errors: [{ code: "other_scope", detail: "It is for read." }] },
      "It is for read. Ask for one of the scope share",
      true,
    ],
    [404, { detail: "x" }, "no such short link any more", false],
    [410, { detail: "x" }, "has ended", false],
    [429, { detail: "Too many." }, "Too many. Nothing was changed. Try again in 9 seconds.", false],
    [503, { detail: "A batch is being written." }, "A batch is being written. Nothing was changed. Try again in 9 seconds.", false],
    [507, { detail: "x" }, "The disk of the server is full", false],
    [400, { detail: "There is no platform `vine`." }, "There is no platform `vine`.", false],
  ])("and refused with %i says why, and what to do", async (status, body, said, isLocked) => {
    answering(problem(status, body, { "Retry-After": "9" }));
    const error = await refused(() => makeShare({ view: "v=1" }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toContain(said);
    expect(error.isLocked).toBe(isLocked);
    // That a short link takes a token does not make reads private.
    expect(heldToken().isPrivate).toBe(false);
  });

  it("forgets a token that is not known, and keeps one that may something else", async () => {
    giveToken("mine");
    const asked = answering(problem(403, {}), problem(401, {}));
    await refused(() => makeShare({ view: "v=1" }));
    expect(heldToken().text).toBe("mine");
    await refused(() => makeShare({ view: "v=1" }));
    expect(heldToken().text).toBe("");
    expect(asked).toEqual(["POST /api/v1/shares Bearer mine", "POST /api/v1/shares Bearer mine"]);
  });

  it("may have been done where no answer came to a change, and not where it was a look", async () => {
    answering(new TypeError("Failed to fetch"), new TypeError("Failed to fetch"));
    expect((await refused(() => makeShare({ view: "v=1" }))).message).toContain("whether it was done all the same");
    expect((await refused(() => listShares(200, signal))).message).toBe("No answer came: the network is gone, or the server is down.");
  });

  it("comes in as many answers as it takes", async () => {
    const list = (slugs: string[], next: string | null) =>
      new Response(JSON.stringify({ days: {}, shares: slugs.map((slug) => ({ slug })), next }));
    giveToken("mine");
    const asked = answering(list(["a", "b"], "b"), list(["c"], "c"));
    const { shares, next } = await listShares(3, signal);
    expect([shares.map(({ slug }) => slug), next]).toEqual([["a", "b", "c"], "c"]);
    expect(asked).toEqual(["GET /api/v1/shares?limit=3 Bearer mine", "GET /api/v1/shares?limit=1&before=b Bearer mine"]);
  });
});
