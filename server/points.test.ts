import { describe, expect, it } from "vitest";
import { SIGNUPS, servedApp } from "./app.fixture.ts";
import { readConfig } from "./config.ts";

/** Two series, which have the 12th and 13th of January. */
const BASE = "/api/v1/series?metric=signups&platforms=rednote&countries=US,GB";

async function asked(path: string, points: number) {
  const { get } = servedApp({ config: readConfig({ SURGE_POINTS: String(points) }) });
  const response = await get(path);
  return { status: response.status, ...(await response.json()) };
}

describe("an answer of too many points", () => {
  it.each([
    [SIGNUPS, 6],
    [`${BASE}&range=all`, 4],
    [`${BASE}&range=last28`, 56],
    ["/api/v1/series?metric=signups&platforms=rednote&countries=US&from=2025-01-01&to=2025-01-10", 10],
    ["/api/v1/series?metric=signups&platforms=tiktok&countries=US&from=2025-01-01&to=2025-01-10", 10],
  ])("is refused before it is made: %s has %i", async (path, points) => {
    expect((await asked(path, points)).status).toBe(200);
    const refused = await asked(path, points - 1);
    expect(refused).toMatchObject({ status: 400, type: "urn:rednote-surge:problem:bad-address", errors: [{ code: "too_many_points" }] });
    expect(refused.detail).toContain(`${points} points; an answer is made of ${points - 1} at most.`);
    expect(refused.detail).toContain("`from` and `to`");
  });

  it("does not hide behind weeks", async () => {
    expect((await asked(`${BASE}&from=2025-01-01&to=2025-02-28&interval=week`, 100)).status).toBe(400);
  });
});
