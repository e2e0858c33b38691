import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { PaintOrder } from "../data/chart/picture-order.ts";
import { Paints } from "./paints.ts";
import { RequestProblem } from "./problem.ts";

const painting = (key: string) => ({ key, hasChart: true, order: () => ({}) as PaintOrder });

/** Paints whose drawings end when they are told to. */
function paints(patienceMs = 20) {
  const logged: string[] = [];
  const drawings: { finish: (html: string) => Promise<void>; fail: (error: Error) => Promise<void> }[] = [];
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const made = new Paints({
    patienceMs,
    log: pino({}, { write: (line: string) => logged.push(line) }),
    draw: (job) => {
      job();
      return new Promise((resolve, reject) =>
        drawings.push({
          finish: (html) => {
            resolve(new TextEncoder().encode(html));
            return settled();
          },
          fail: (error) => {
            reject(error);
            return settled();
          },
        }),
      );
    },
  });
  return { made, drawings, logged };
}

describe("what is painted of pages", () => {
  it("is waited for a moment, and there the next time where that was too short", async () => {
    const { made, drawings } = paints();
    const begin = performance.now();
    expect(await made.get(painting("a"))).toBeNull();
    expect(performance.now() - begin).toBeGreaterThan(15);
    await drawings[0]?.finish("<svg>");
    expect(await made.get(painting("a"))).toBe("<svg>");
    expect(drawings).toHaveLength(1);
  });

  it("comes at once where it is ready in time", async () => {
    const { made, drawings } = paints(60_000);
    const asked = made.get(painting("a"));
    await drawings[0]?.finish("<svg>");
    expect(await asked).toBe("<svg>");
  });

  it("is painted once, however many ask", async () => {
    const { made, drawings } = paints(60_000);
    const asked = [made.get(painting("a")), made.get(painting("a")), made.ahead(painting("a"))];
    await drawings[0]?.finish("<svg>");
    expect(await Promise.all(asked)).toEqual(["<svg>", "<svg>", "<svg>"]);
    expect(drawings).toHaveLength(1);
  });

  it("waits neither for one that failed, which the log tells once, nor for more than a few at a time", async () => {
    const { made, drawings, logged } = paints();
    const asked = made.get(painting("a"));
    await drawings[0]?.fail(new Error("no such token"));
    expect([await asked, await made.get(painting("a"))]).toEqual([null, null]);
    expect(drawings).toHaveLength(1);
    expect(logged.join()).toContain("no such token");
    for (const key of "bcdefghij") void made.ahead(painting(key));
    expect(drawings).toHaveLength(9);
    expect(await made.ahead(painting("z"))).toBeNull();
  });

  it("is left out where it is longer than what a page can wait for, and not painted again", async () => {
    const { made, drawings } = paints(60_000);
    const asked = made.get(painting("a"));
    await drawings[0]?.finish("x".repeat(300_001));
    expect([await asked, await made.get(painting("a"))]).toEqual([null, null]);
    expect(drawings).toHaveLength(1);
  });

  it("is tried anew where the drawing was busy", async () => {
    const { made, drawings, logged } = paints();
    const asked = made.get(painting("a"));
    await drawings[0]?.fail(new RequestProblem("images-busy", "Too many wait."));
    expect(await asked).toBeNull();
    void made.get(painting("a"));
    expect(drawings).toHaveLength(2);
    expect(logged).toEqual([]);
  });
});
