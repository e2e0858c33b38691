import { describe, expect, it } from "vitest";
import { Limiter } from "./limiter.ts";

/** How many of some requests of one key get through, asked as the front asks. */
async function through(limiter: Limiter, requests: number): Promise<number> {
  let passed = 0;
  for (let request = 0; request < requests; request++) {
    const taken =
      limiter.takeOfLot("a") ||
      (await limiter.take("a").then(
        () => true,
        () => false,
      ));
    if (taken) passed++;
  }
  return passed;
}

describe("a limiter", () => {
  it.each([1, 3, 199, 200, 250, 1001, 6000])(
    "lets exactly %i requests of a minute through, whatever lots it gives out",
    async (perMinute) => {
      expect(await through(new Limiter(perMinute, "One address"), perMinute + 150)).toBe(perMinute);
    },
  );

  it("keeps no count of other keys, and none at all where any number may come", async () => {
    const limiter = new Limiter(2, "One address");
    await through(limiter, 5);
    await expect(limiter.take("b")).resolves.toBeUndefined();
    expect(await through(new Limiter(0, "One address"), 500)).toBe(500);
  });
});
