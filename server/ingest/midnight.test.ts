import { afterEach, describe, expect, it, vi } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { origin, REFERENCE } from "../store/store.fixture.ts";
import { ingest } from "./ingest.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** A store that took a file whose last byte came some time after its first. */
async function takenIn(milliseconds: number) {
  vi.useFakeTimers({ toFake: ["performance"] });
  const store = openSqliteStore(":memory:");
  const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
  batch.put(REFERENCE);
  batch.commit();
  async function* stream() {
    yield Buffer.from("date,platform,country,metric,value\n");
    vi.advanceTimersByTime(milliseconds);
    yield Buffer.from("2025-01-13,rednote,US,signups,5\n");
  }
  const { content_hash: _, ...from } = origin("2025-03-01T23:59:30.000Z");
  await ingest({ store, stream: stream(), format: "csv", origin: from });
  return store;
}

describe("a file that is on its way at midnight", () => {
  it("belongs to the day on which it was written, so that the day before stands for what it did", async () => {
    const store = await takenIn(60_000);
    expect(store.batches()[0]?.received_at).toBe("2025-03-02T00:00:30.000Z");
    expect([store.vintageOn("2025-03-01"), store.vintageOn("2025-03-02")]).toEqual([1, 2]);
    store.close();
  });

  it("keeps the time of its first byte where it is there before", async () => {
    const store = await takenIn(20_000);
    expect(store.batches()[0]?.received_at).toBe("2025-03-01T23:59:30.000Z");
    store.close();
  });
});
