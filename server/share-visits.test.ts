import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ShareVisits } from "./share-visits.ts";
import { StoreBusyError, type Visits } from "./store/store.ts";

const NIGHT = Date.parse("2025-03-03T23:59:59.000Z");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counting(count: () => void = () => {}) {
  const written: [string, [string, number][]][][] = [];
  const logged: string[] = [];
  const store = {
    countVisits: (visits: Visits) => {
      count();
      written.push([...visits].map(([slug, days]) => [slug, [...days]]));
    },
  };
  return { visits: new ShareVisits({ store, log: pino({}, { write: (line: string) => logged.push(line) }) }), written, logged };
}

describe("visits of shares", () => {
  it("are written together, by UTC day, each once", () => {
    const { visits, written } = counting();
    visits.count("a", NIGHT);
    visits.count("b", NIGHT);
    visits.count("a", NIGHT + 500);
    visits.count("a", NIGHT + 1000);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    const days: [string, number][] = [
      ["2025-03-03", 2],
      ["2025-03-04", 1],
    ];
    expect(written).toEqual([
      [
        ["a", days],
        ["b", [["2025-03-03", 1]]],
      ],
    ]);
    vi.advanceTimersByTime(10_000);
    visits.close();
    expect(written).toHaveLength(1);
  });

  it("wait while a batch is being written", () => {
    let tries = 0;
    const { visits, written, logged } = counting(() => {
      if (tries++ < 3) throw new StoreBusyError("busy");
    });
    visits.count("a", NIGHT);
    vi.advanceTimersByTime(2000);
    visits.count("a", NIGHT);
    vi.advanceTimersByTime(2000);
    expect(written).toEqual([[["a", [["2025-03-03", 2]]]]]);
    expect(logged).toEqual([]);
  });

  it("are in the log where they cannot be written, and tried again at the next", () => {
    let gone = true;
    const { visits, written, logged } = counting(() => {
      if (gone) throw new Error("the disk is gone");
    });
    visits.count("a", NIGHT);
    vi.advanceTimersByTime(10_000);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain("the disk is gone");
    gone = false;
    visits.count("a", NIGHT);
    visits.close();
    expect(written).toEqual([[["a", [["2025-03-03", 2]]]]]);
  });
});
