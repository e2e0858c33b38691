import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";

const { get } = servedApp();

describe("GET /api/v1/catalog", () => {
  it("answers what can be chosen, as of a vintage", async () => {
    const newest = await (await get("/api/v1/catalog")).json();
    expect(newest).toMatchObject({
      vintage: 3,
      received_at: "2025-03-03T09:00:00.000Z",
      days: { first: "2025-01-12", last: "2025-01-13" },
    });
    expect(newest.platforms.map(({ id }: { id: string }) => id)).toEqual(["rednote", "tiktok", "lemon8"]);
    expect(await (await get("/api/v1/catalog?vintage=1")).json()).toMatchObject({ vintage: 1, days: null, coverage: [] });
  });

  it("answers 400 where there is no such vintage", async () => {
    expect((await get("/api/v1/catalog?vintage=4")).status).toBe(400);
  });
});

describe("GET /api/v1/events and /claims", () => {
  it("answer what is told beside the series", async () => {
    expect(await (await get("/api/v1/events")).json()).toMatchObject({ vintage: 3, events: [{ slug: "law", date: "2025-01-19" }] });
    expect(await (await get("/api/v1/claims?vintage=2025-03-02")).json()).toEqual({ vintage: 2, claims: [] });
  });
});

describe("GET /api/v1/vintages", () => {
  it("lists the batches, newest first", async () => {
    const { vintage, vintages } = await (await get("/api/v1/vintages")).json();
    expect(vintage).toBe(3);
    expect(vintages.map(({ batch }: { batch: number }) => batch)).toEqual([3, 2, 1]);
    expect(vintages[0]).toMatchObject({ inserted: 0, revised: 1, received_at: "2025-03-03T09:00:00.000Z" });
  });
});
