import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "./main.ts";

const said = { out: "", err: "" };
beforeEach(() => {
  Object.assign(said, { out: "", err: "" });
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

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
