import { describe, expect, it } from "vitest";
import { servedApp } from "./app.fixture.ts";

async function refused(query: string): Promise<string[]> {
  const response = await servedApp().get(`/api/v1/series?${query}`);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { detail: string; hint?: string }[] };
  return errors.map(({ detail, hint }) => (hint ? `${detail} ${hint}?` : detail));
}

describe("an address that the API refuses", () => {
  it.each([
    ["interval=fortnight", "The address asked for `interval=fortnight`. It takes: day, week, month."],
    ["from=2025-02-30", "The address asked for `from=2025-02-30`. It takes: day, YYYY-MM-DD."],
    ["countries=usa", "The address asked for `countries=usa`. It takes: country codes, comma between."],
    [
      "search=a. b".padEnd(200, "x"),
      `The address asked for \`search=${"a. b".padEnd(79, "x")}…\`. It takes: text of at most 80 characters.`,
    ],
    ["intervall=day", "The address has `intervall`, which means nothing here. interval?"],
    ["metric=signups&metric=signups", "The address has `metric` more than once."],
    ["v=2", "The address is of version `2`, which this program does not know. Send v=1."],
    ["range=all&from=2025-01-01", "The address has `range` beside `from`. Send one of them."],
    ["from=2025-02-01&to=2025-01-01", "The address runs from 2025-02-01 back to 2025-01-01. Send the earlier day first."],
    ["from=1980-01-01&to=2025-01-01", "The address asks for more than 7305 days."],
  ])("is told what %s should be, and not that something else is shown", async (query, detail) => {
    expect(await refused(query)).toEqual([detail]);
  });

  it("is told the same by the changes between two vintages", async () => {
    const response = await servedApp().get("/api/v1/vintages/1/diff?against=2&interval=fortnight&day=x");
    expect(JSON.stringify(await response.json())).not.toMatch(/Showing|left out/);
  });
});
