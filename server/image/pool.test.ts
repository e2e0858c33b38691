import { describe, expect, it } from "vitest";
import type { PictureOrder } from "../../data/chart/picture-order.ts";
import { DrawingLost } from "./drawer.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";
import { DrawingPool, type PoolSetting } from "./pool.ts";

const JOB = (): ToDrawer => ({ type: "svg", order: {} as PictureOrder });
const DRAWN: FromDrawer = { type: "drawn", bytes: new Uint8Array([7]) };

/** A pool whose threads answer when they are told to. */
function pool(change: Partial<PoolSetting> = {}) {
  const threads: { finish: (message: FromDrawer) => void; lose: () => void; closed: boolean }[] = [];
  const made = new DrawingPool({
    start: () => {
      let end: { resolve: (message: FromDrawer) => void; reject: (error: Error) => void } | undefined;
      const thread = { isGone: false, closed: false };
      const told = {
        finish: (message: FromDrawer) => end?.resolve(message),
        lose: () => {
          thread.isGone = true;
          end?.reject(new DrawingLost("gone"));
        },
        get closed() {
          return thread.closed;
        },
      };
      threads.push(told);
      return {
        get isGone() {
          return thread.isGone;
        },
        draw: () => new Promise<FromDrawer>((resolve, reject) => (end = { resolve, reject })),
        close: async () => {
          thread.closed = true;
        },
      };
    },
    ...{ threads: 1, waiting: 2, drawingMs: 1000, idleMs: 5, onLost: () => {} },
    ...change,
  });
  return { made, threads };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the pool of drawing threads", () => {
  it("starts none before the first picture, and draws one after the other in one thread", async () => {
    const { made, threads } = pool({ idleMs: 60_000 });
    expect(threads).toHaveLength(0);
    const [first, second] = [made.draw(JOB), made.draw(JOB)];
    threads[0]?.finish(DRAWN);
    expect(await first).toEqual(new Uint8Array([7]));
    await settle();
    threads[0]?.finish(DRAWN);
    await second;
    expect(threads).toHaveLength(1);
    await made.close();
    expect(threads[0]?.closed).toBe(true);
  });

  it("sends away who comes when too many wait, and says when to come back", async () => {
    const { made, threads } = pool();
    const asked = [made.draw(JOB), made.draw(JOB), made.draw(JOB)];
    await expect(made.draw(JOB)).rejects.toMatchObject({ type: "images-busy", headers: { "Retry-After": "5" } });
    for (const one of asked) {
      threads.at(-1)?.finish(DRAWN);
      await one;
      await settle();
    }
  });

  it("replaces a thread that was lost, and says of its picture that it is busy", async () => {
    const lost: string[] = [];
    const { made, threads } = pool({ onLost: ({ message }) => lost.push(message) });
    const first = made.draw(JOB);
    const second = made.draw(JOB);
    threads[0]?.lose();
    await expect(first).rejects.toMatchObject({ type: "images-busy" });
    expect(lost).toEqual(["gone"]);
    await settle();
    threads[1]?.finish(DRAWN);
    expect(await second).toEqual(new Uint8Array([7]));
  });

  it("says nothing of a drawing that was under way when it was closed", async () => {
    const lost: Error[] = [];
    const { made, threads } = pool({ onLost: (error) => lost.push(error) });
    const first = made.draw(JOB);
    const closing = made.close();
    threads[0]?.lose();
    await expect(first).rejects.toMatchObject({ type: "images-busy" });
    await closing;
    expect(lost).toEqual([]);
  });

  it("ends a thread that nobody asks any more", async () => {
    const { made, threads } = pool();
    const one = made.draw(JOB);
    threads[0]?.finish(DRAWN);
    await one;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(threads[0]?.closed).toBe(true);
    void made.draw(JOB).catch(() => {});
    expect(threads).toHaveLength(2);
  });

  it("makes the job when its turn comes, and goes on where that fails", async () => {
    const { made, threads } = pool();
    const failing = made.draw(() => {
      throw new Error("no such data");
    });
    const next = made.draw(JOB);
    await expect(failing).rejects.toThrow("no such data");
    await settle();
    threads.at(-1)?.finish(DRAWN);
    await next;
  });

  it("answers 400 to an image of too many pixels", async () => {
    const { made, threads } = pool();
    const one = made.draw(JOB);
    threads[0]?.finish({ type: "too-large", width: 6000, height: 9000 });
    await expect(one).rejects.toMatchObject({ type: "bad-address" });
  });
});
