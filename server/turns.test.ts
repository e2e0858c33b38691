import { describe, expect, it } from "vitest";
import { RequestProblem } from "./problem.ts";
import { Turns } from "./turns.ts";

/** Work that ends when it is told to. */
function work(name: string, log: string[]) {
  let end: (failure?: Error) => void = () => {};
  const run = () =>
    new Promise<string>((resolve, reject) => {
      log.push(`${name} begins`);
      end = (failure) => (failure ? reject(failure) : resolve(name));
    });
  return { run, end: (failure?: Error) => end(failure) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("turns", () => {
  it("are taken one after the other, also after one that failed", async () => {
    const log: string[] = [];
    const turns = new Turns(5);
    const [a, b, c] = [work("a", log), work("b", log), work("c", log)];
    const all = Promise.allSettled([turns.take(a.run), turns.take(b.run), turns.take(c.run)]);
    await settled();
    expect(log).toEqual(["a begins"]);
    a.end(new Error("a broke"));
    await settled();
    expect(log).toEqual(["a begins", "b begins"]);
    b.end();
    await settled();
    c.end();
    expect((await all).map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual(["Error: a broke", "b", "c"]);
  });

  it("send away who would wait behind too many, with a time to come back", async () => {
    const log: string[] = [];
    const turns = new Turns(1);
    const [a, b, c] = [work("a", log), work("b", log), work("c", log)];
    const first = turns.take(a.run);
    await settled();
    const second = turns.take(b.run);
    const refused = await turns.take(c.run).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RequestProblem);
    expect(refused).toMatchObject({ type: "too-many-requests", headers: { "Retry-After": "10" } });
    a.end();
    expect(await first).toBe("a");
    await settled();
    b.end();
    expect(await second).toBe("b");
    const third = turns.take(c.run);
    await settled();
    c.end();
    expect(await third).toBe("c");
    expect(log).toEqual(["a begins", "b begins", "c begins"]);
  });

  it("let nobody begin once they are closed, and what is under way end", async () => {
    const log: string[] = [];
    const turns = new Turns(5);
    const [a, b] = [work("a", log), work("b", log)];
    const [first, second] = [turns.take(a.run), turns.take(b.run)];
    const outcome = expect(second).rejects.toMatchObject({ type: "busy" });
    await settled();
    turns.close();
    a.end();
    expect(await first).toBe("a");
    await outcome;
    expect(log).toEqual(["a begins"]);
  });

  it("let one through where nobody may wait", async () => {
    const turns = new Turns(0);
    const a = work("a", []);
    const first = turns.take(a.run);
    await expect(turns.take(a.run)).rejects.toThrow("Another ingest is under way");
    a.end();
    expect(await first).toBe("a");
    await settled();
    expect(await turns.take(async () => "again")).toBe("again");
  });
});
