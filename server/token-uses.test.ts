import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StoreBusyError } from "./store/store.ts";
import { TokenUses } from "./token-uses.ts";

const NOON = Date.parse("2025-03-03T12:00:00.000Z");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function noting(touch: () => void = () => {}) {
  const written: [string, string][][] = [];
  const logged: string[] = [];
  const store = {
    touchTokens: (uses: ReadonlyMap<string, string>) => {
      touch();
      written.push([...uses]);
    },
  };
  return { uses: new TokenUses({ store, log: pino({}, { write: (line: string) => logged.push(line) }) }), written, logged };
}

describe("the use of a token", () => {
  it("is written after the request, together with others", () => {
    const { uses, written } = noting();
    uses.note("desk", NOON);
    uses.note("reader", NOON + 5);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([
      [
        ["desk", "2025-03-03T12:00:00.000Z"],
        ["reader", "2025-03-03T12:00:00.005Z"],
      ],
    ]);
  });

  it("is written once a minute at most", () => {
    const { uses, written } = noting();
    for (let second = 0; second < 180; second++) {
      uses.note("desk", NOON + second * 1000);
      vi.advanceTimersByTime(1000);
    }
    expect(written.flat().map(([, at]) => at.slice(11, 19))).toEqual(["12:00:00", "12:01:00", "12:02:00"]);
  });

  it("waits while a batch is being written", () => {
    let tries = 0;
    const { uses, written, logged } = noting(() => {
      if (tries++ < 3) throw new StoreBusyError("busy");
    });
    uses.note("desk", NOON);
    vi.advanceTimersByTime(3000);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([[["desk", "2025-03-03T12:00:00.000Z"]]]);
    expect(logged).toEqual([]);
  });

  it("is in the log where it cannot be written", () => {
    const { uses, logged } = noting(() => {
      throw new Error("the disk is gone");
    });
    uses.note("desk", NOON);
    vi.advanceTimersByTime(10_000);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain("the disk is gone");
  });

  it("is not lost when the server stops", () => {
    const { uses, written } = noting();
    uses.note("desk", NOON);
    uses.close();
    vi.advanceTimersByTime(10_000);
    expect(written).toHaveLength(1);
  });
});
