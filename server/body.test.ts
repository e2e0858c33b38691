import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LimitedBody } from "./body.ts";

const LIMITS = { bytes: 10, idleMs: 50 };

/** A body of some chunks that ends, or stands still behind them. */
function sent(chunks: string[], { ends = true } = {}) {
  let given: unknown;
  let next = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const chunk = chunks[next++];
        if (chunk !== undefined) controller.enqueue(Buffer.from(chunk));
        else if (ends) controller.close();
        else return new Promise(() => {});
      },
      cancel: (reason) => {
        given = reason;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, taken: () => next, given: () => given };
}

describe("a body", () => {
  it("arrives as it is, or as its hash, up to its limit", async () => {
    const body = new LimitedBody(sent(["hello", "world"]).stream, LIMITS);
    expect(await new Response(body.stream).text()).toBe("helloworld");
    expect(body.fault).toBeUndefined();
    const again = new LimitedBody(sent(["hello", "world"]).stream, LIMITS);
    expect(await again.hash()).toBe(createHash("sha256").update("helloworld").digest("hex"));
  });

  it("is not read before somebody wants it", async () => {
    const { stream, taken } = sent(["hello"]);
    const body = new LimitedBody(stream, LIMITS);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(taken()).toBe(0);
    await body.hash();
    expect(taken()).toBe(2);
  });

  it("that is too large is given up where it becomes so; the rest is taken in as far again, and forgotten", async () => {
    const { stream, taken, given } = sent(["hello", "world", "!", "more", "more", "still", "more", "more"]);
    const body = new LimitedBody(stream, LIMITS);
    await expect(body.hash()).rejects.toMatchObject({ type: "too-large" });
    expect(body.fault?.type).toBe("too-large");
    await expect.poll(given).toBe(body.fault);
    expect(taken()).toBe(6);
  });

  it("that stands still is given up, and not waited for much longer", async () => {
    const { stream, given } = sent(["hello"], { ends: false });
    const body = new LimitedBody(stream, LIMITS);
    await expect(body.hash()).rejects.toMatchObject({ type: "too-slow" });
    await expect.poll(given, { timeout: 5000 }).toBe(body.fault);
  });

  it("whose reader goes away is taken in to its end", async () => {
    const { stream, taken } = sent(["a", "b", "c"]);
    const body = new LimitedBody(stream, LIMITS);
    const reader = body.stream.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(taken).toBe(4);
    expect(body.fault).toBeUndefined();
  });

  it("may wait for its reader as long as it likes", async () => {
    const body = new LimitedBody(sent(["hello"]).stream, LIMITS);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await body.hash();
    expect(body.fault).toBeUndefined();
  });

  it("that breaks off throws on what its sender said", async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new RangeError("gone")) });
    await expect(new LimitedBody(broken, LIMITS).hash()).rejects.toThrow(new RangeError("gone"));
  });
});
