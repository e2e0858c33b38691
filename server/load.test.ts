import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { Load } from "./load.ts";

it("tells a busy thread from one that waits", async () => {
  const load = new Load();
  for (const begin = performance.now(); performance.now() - begin < 50; );
  await setTimeout(0);
  const busy = load.take();
  await setTimeout(200);
  expect(busy).toBeGreaterThan(load.take());
});
