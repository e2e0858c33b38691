import { describe, expect, it } from "vitest";
import { desk } from "../command/command.fixture.ts";
import { main } from "./main.ts";

const said = desk();

describe("npm run bench", () => {
  it("without a name lists what can be measured", async () => {
    expect(await main([])).toBe(0);
    for (const name of ["repaint", "weight", "memory", "start"]) expect(said.out).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
    expect(said.err).toBe("");
  });

  it.each([
    [["speed"], "There is no benchmark `speed`."],
    [["start", "weight"], "One benchmark at a time: `weight` is too much."],
    [["--json"], "Say what to measure."],
    [["start", "--loud"], "--loud"],
  ])("answers 2 to %j, says why, and keeps standard output clean", async (argv, why) => {
    expect(await main(argv)).toBe(2);
    expect(said.err).toContain(why);
    expect(said.out).toBe("");
  });
});
